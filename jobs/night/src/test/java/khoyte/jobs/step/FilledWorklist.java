package khoyte.jobs.step;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Date;
import java.util.List;
import java.util.Optional;
import khoyte.warehouse.worklist.WorklistColumn;
import khoyte.warehouse.worklist.WorklistSheet;
import org.apache.poi.ss.usermodel.Cell;
import org.apache.poi.ss.usermodel.Row;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;

/** A worklist as a station opens, fills in and saves it. */
final class FilledWorklist {
  private final XSSFWorkbook workbook;

  FilledWorklist(Path issued) {
    try {
      workbook = new XSSFWorkbook(new ByteArrayInputStream(Files.readAllBytes(issued)));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** List, row key, source and name of every record. */
  List<String> rows() {
    List<String> rows = new ArrayList<>();
    for (WorklistSheet list : WorklistSheet.values()) {
      for (Row row : workbook.getSheet(list.title())) {
        String key = text(row, WorklistColumn.KEY);
        if (key.matches("[0-9A-Z]{4}-[0-9A-Z]{4}")) {
          rows.add(
              String.join(
                  " | ",
                  list.title(),
                  key,
                  text(row, WorklistColumn.SOURCE),
                  text(row, WorklistColumn.NAME)));
        }
      }
    }
    return rows;
  }

  /** Writes into the row of a key; the cell is there and may be written into. */
  FilledWorklist fill(String key, WorklistColumn column, String value) {
    for (WorklistSheet list : WorklistSheet.values()) {
      for (Row row : workbook.getSheet(list.title())) {
        if (text(row, WorklistColumn.KEY).equals(key)) {
          Cell cell = row.getCell(column.ordinal());
          if (cell.getCellStyle().getLocked()) {
            throw new IllegalStateException("locked: " + column);
          }
          cell.setCellValue(value);
          return this;
        }
      }
    }
    throw new IllegalStateException("no row " + key);
  }

  /** The file as a program saves it at a time. */
  byte[] savedAt(String moment) {
    workbook
        .getProperties()
        .getCoreProperties()
        .setModified(Optional.of(Date.from(Instant.parse(moment))));
    try (ByteArrayOutputStream bytes = new ByteArrayOutputStream()) {
      workbook.write(bytes);
      return bytes.toByteArray();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static String text(Row row, WorklistColumn column) {
    Cell cell = row.getCell(column.ordinal());
    return cell == null ? "" : cell.toString();
  }
}
