package khoyte.pipelines.read.tabular;

import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.util.zip.ZipException;
import khoyte.pipelines.read.container.ForeignForm;
import khoyte.pipelines.read.container.LandedBytes;
import khoyte.pipelines.read.csv.CsvBeginning;
import khoyte.pipelines.read.csv.JoinedEncodingException;
import khoyte.pipelines.read.csv.NoRecordException;
import khoyte.pipelines.read.source.LandedFile;

/** Reads a CSV file, or several in an archive, as one table. */
final class CsvReading {
  private final LandedFile file;
  private final TabularFile table;

  CsvReading(LandedFile file, TabularFile table) {
    this.file = file;
    this.table = table;
  }

  /** Reads to the end; returns the number of rows, counted before any is staged. */
  int read(LandedBytes bytes) throws IOException {
    int arrived = 0;
    for (LandedBytes.Part part : bytes.parts()) {
      arrived += read(bytes, part, table::survey);
    }
    table.decide();
    for (LandedBytes.Part part : bytes.parts()) {
      read(bytes, part, table::stage);
    }
    return arrived;
  }

  private int read(LandedBytes bytes, LandedBytes.Part part, TabularReading.Pass pass)
      throws IOException {
    CsvRows rows = null;
    try (InputStream stream = bytes.open(part)) {
      var headings = new CsvHeadings(file, table::match);
      rows = new CsvRows(file, CsvBeginning.of(stream), headings, table.habits());
      while (!rows.isAtEnd()) {
        pass.over(table.complete(rows.headings()), rows);
      }
      return rows.count();
    } catch (EOFException | ZipException e) {
      throw file.refused("truncated", rows == null ? 1 : rows.line());
    } catch (JoinedEncodingException e) {
      throw file.refused("encoding.joined", e.line());
    } catch (NoRecordException e) {
      throw ForeignForm.OTHER.refusal(file);
    }
  }
}
