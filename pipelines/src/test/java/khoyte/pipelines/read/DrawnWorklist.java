package khoyte.pipelines.read;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import java.util.zip.ZipOutputStream;
import khoyte.warehouse.worklist.IssuedRow;
import khoyte.warehouse.worklist.Present;
import khoyte.warehouse.worklist.Proposal;
import khoyte.warehouse.worklist.RowKey;
import khoyte.warehouse.worklist.WorklistColumn;
import khoyte.warehouse.worklist.WorklistForm;
import khoyte.warehouse.worklist.WorklistIssue;
import khoyte.warehouse.worklist.WorklistSeal;
import khoyte.warehouse.worklist.WorklistSheet;
import org.dhatim.fastexcel.Workbook;
import org.dhatim.fastexcel.Worksheet;

/**
 * A worklist as it comes back: records that were printed, and what was written beside them. Only
 * what a reader looks at is drawn.
 */
final class DrawnWorklist {
  static final WorklistIssue ISSUE =
      new WorklistIssue(LocalDate.of(2022, 12, 31), "2022-12-31.v1", "26491");

  private static final int HEADING = 8;

  private final Map<String, IssuedRow> issued = new LinkedHashMap<>();
  private final Map<String, Map<WorklistColumn, Object>> written = new HashMap<>();
  private final List<Map<WorklistColumn, Object>> strays = new ArrayList<>();
  private final Set<String> left = new HashSet<>();
  private final Map<String, String> head = new LinkedHashMap<>();
  private String savedAt = "2023-01-10T01:30:00Z";
  private String lostHeading = "";

  DrawnWorklist() {
    head.put(WorklistForm.FORM, WorklistForm.FORM_VERSION);
    head.put(WorklistForm.AS_OF, ISSUE.asOf().toString());
    head.put(WorklistForm.NIGHT, ISSUE.night());
    head.put(WorklistForm.UNIT, ISSUE.unitCode());
  }

  /** A dose of Nguyễn Văn Hòa, 02/01/1980, in a list. */
  DrawnWorklist dose(WorklistSheet sheet, String key, Proposal... proposals) {
    return record(
        sheet,
        "covid_dose_version",
        key,
        new Present("NGUYEN VAN HOA", "02/01/1980", "Nam", "123"),
        List.of(),
        proposals);
  }

  DrawnWorklist undecided(String table, String key, String... candidates) {
    return record(
        WorklistSheet.UNDECIDED,
        table,
        key,
        new Present("Lê An", "1985", null, null),
        List.of(candidates));
  }

  private DrawnWorklist record(
      WorklistSheet sheet,
      String table,
      String key,
      Present present,
      List<String> candidates,
      Proposal... proposals) {
    issued.put(
        key,
        new IssuedRow(
            RowKey.of(table, key, sheet, 0),
            sheet,
            table,
            key,
            sheet == WorklistSheet.UNDECIDED ? null : "HS1",
            candidates,
            List.of(proposals),
            present));
    return this;
  }

  /** Writes into the row of a record; a null takes the cell away. */
  DrawnWorklist fill(String key, WorklistColumn column, Object value) {
    written.computeIfAbsent(key, any -> new EnumMap<>(WorklistColumn.class)).put(column, value);
    return this;
  }

  /** Adds a row that nobody issued. */
  DrawnWorklist stray(String rowKey, String result) {
    Map<WorklistColumn, Object> cells = new EnumMap<>(WorklistColumn.class);
    cells.put(WorklistColumn.KEY, rowKey);
    cells.put(WorklistColumn.RESULT, result);
    strays.add(cells);
    return this;
  }

  DrawnWorklist leaveOut(String sheet) {
    left.add(sheet);
    return this;
  }

  DrawnWorklist loseHeading(String heading) {
    lostHeading = heading;
    return this;
  }

  DrawnWorklist forge(String name, String value) {
    head.put(name, value);
    return this;
  }

  DrawnWorklist savedAt(String moment) {
    savedAt = moment;
    return this;
  }

  String rowKey(String key) {
    return issued.get(key).key();
  }

  byte[] bytes() {
    return bytes(Landed.SEAL);
  }

  byte[] bytes(WorklistSeal seal) {
    var out = new ByteArrayOutputStream();
    try (var workbook = new Workbook(out, "test", "1.0")) {
      for (WorklistSheet sheet : WorklistSheet.values()) {
        if (!left.contains(sheet.title())) {
          list(workbook.newWorksheet(sheet.title()), sheet);
        }
      }
      if (!left.contains(WorklistForm.SEAL_SHEET)) {
        hidden(workbook.newWorksheet(WorklistForm.SEAL_SHEET), seal);
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return saved(out.toByteArray());
  }

  private void list(Worksheet sheet, WorklistSheet list) {
    sheet.value(0, 0, "TRUNG TÂM Y TẾ HUYỆN NHƠN TRẠCH");
    for (WorklistColumn column : WorklistColumn.values()) {
      boolean isGrouped =
          WorklistColumn.PRESENT.contains(column) || WorklistColumn.RIGHT.contains(column);
      if (!column.heading().equals(lostHeading)) {
        sheet.value(HEADING + (isGrouped ? 1 : 0), column.ordinal(), column.heading());
      }
    }
    sheet.value(HEADING, WorklistColumn.NAME.ordinal(), WorklistColumn.PRESENT_HEADING);
    sheet.value(HEADING, WorklistColumn.RIGHT_NAME.ordinal(), WorklistColumn.RIGHT_HEADING);
    int at = HEADING + 2;
    for (IssuedRow row : issued.values()) {
      if (row.sheet() == list) {
        Map<WorklistColumn, Object> cells = new EnumMap<>(WorklistColumn.class);
        cells.put(WorklistColumn.ORDINAL, at);
        cells.put(WorklistColumn.KEY, row.key());
        cells.put(WorklistColumn.NAME, row.present().name());
        cells.put(WorklistColumn.BIRTH_DATE, row.present().birthDate());
        cells.put(WorklistColumn.GENDER, row.present().gender());
        cells.put(WorklistColumn.ID, row.present().id());
        cells.putAll(written.getOrDefault(row.recordKey(), Map.of()));
        row(sheet, at++, cells);
        for (String candidate : row.candidates()) {
          sheet.value(at, WorklistColumn.SOURCE.ordinal(), "Ứng viên");
          sheet.value(at++, WorklistColumn.NAME.ordinal(), candidate);
        }
      }
    }
    if (list == WorklistSheet.GROUP_1) {
      for (Map<WorklistColumn, Object> cells : strays) {
        row(sheet, at++, cells);
      }
    }
    sheet.value(at + 1, 0, "Tổng số: 1 bản ghi; đã rà soát: ……; chưa rà soát: ……");
    sheet.value(at + 3, WorklistColumn.RESULT.ordinal(), "CÔNG AN XÃ PHÚ HỮU");
  }

  private static void row(Worksheet sheet, int at, Map<WorklistColumn, Object> cells) {
    cells.forEach(
        (column, value) -> {
          if (value instanceof Number number) {
            sheet.value(at, column.ordinal(), number);
          } else if (value instanceof LocalDate date) {
            sheet.value(at, column.ordinal(), date);
            sheet.style(at, column.ordinal()).format("dd/mm/yyyy").set();
          } else if (value != null) {
            sheet.value(at, column.ordinal(), value.toString());
          }
        });
  }

  private void hidden(Worksheet sheet, WorklistSeal sealing) {
    WorklistSeal.Running seal = sealing.over(ISSUE);
    int at = 0;
    for (Map.Entry<String, String> line : head.entrySet()) {
      sheet.value(at, 0, line.getKey());
      sheet.value(at++, 1, line.getValue());
    }
    sheet.value(at++, 0, WorklistForm.ROWS);
    for (IssuedRow row : issued.values()) {
      sheet.value(at, 0, row.key());
      sheet.value(at++, 1, row.packed());
      seal.add(row.key(), row.packed());
    }
    sheet.value(at, 0, WorklistForm.SEAL);
    sheet.value(at, 1, seal.seal());
  }

  /** The same workbook with the time at which it was saved last. */
  private byte[] saved(byte[] workbook) {
    String saved = "<c xmlns:t=\"http://purl.org/dc/terms/\"><t:modified>%s</t:modified></c>";
    var out = new ByteArrayOutputStream();
    try {
      Path file = Files.write(Files.createTempFile("worklist", ".xlsx"), workbook);
      try (var in = new ZipFile(file.toFile());
          var zip = new ZipOutputStream(out)) {
        for (ZipEntry entry : in.stream().toList()) {
          zip.putNextEntry(new ZipEntry(entry.getName()));
          zip.write(
              entry.getName().equals("docProps/core.xml")
                  ? Landed.utf8(saved.formatted(savedAt))
                  : in.getInputStream(entry).readAllBytes());
          zip.closeEntry();
        }
      }
      Files.delete(file);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return out.toByteArray();
  }
}
