package khoyte.pipelines.read;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.zip.GZIPOutputStream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import khoyte.pipelines.read.container.IgnoredEntries;
import khoyte.pipelines.read.source.ColumnMap;
import khoyte.pipelines.read.source.LandedFile;
import khoyte.pipelines.read.source.ReadOutcome;
import khoyte.pipelines.read.source.RowSink;
import khoyte.pipelines.read.source.SourceKind;
import khoyte.warehouse.Messages;
import khoyte.warehouse.reference.AdministrativeUnits;
import khoyte.warehouse.table.Table;
import khoyte.warehouse.worklist.WorklistSeal;

/** A file as it is read in a test, with everything that comes out of it. */
final class Landed implements RowSink {
  static final WorklistSeal SEAL =
      new WorklistSeal("a secret of sixteen".getBytes(StandardCharsets.UTF_8));

  private static final SourceReading READING =
      new SourceReading(
          AdministrativeUnits.load(),
          "75",
          SEAL,
          new IgnoredEntries(List.of("Thumbs.db", "desktop.ini", "__MACOSX", ".DS_Store", "._*")));

  final Map<String, List<Object[]>> rows = new LinkedHashMap<>();
  final Map<String, Table> tables = new LinkedHashMap<>();
  final List<String> quarantine = new ArrayList<>();
  final ReadOutcome outcome;

  private Landed(Path file, String name, SourceKind kind, ColumnMap columns, LocalDate fileDate) {
    outcome =
        READING.read(
            new LandedFile(7, kind.code(), null, name, file, fileDate), kind, columns, this);
  }

  static Landed read(SourceKind kind, String name, byte[] bytes) {
    return read(kind, name, bytes, ColumnMap.DEFAULT);
  }

  static Landed read(SourceKind kind, String name, byte[] bytes, ColumnMap columns) {
    Path file = null;
    try {
      file = Files.createTempFile("landed", ".bytes");
      Files.write(file, bytes);
      return new Landed(file, name, kind, columns, LocalDate.of(2022, 12, 31));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } finally {
      delete(file);
    }
  }

  private static void delete(Path file) {
    try {
      if (file != null) {
        Files.delete(file);
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  static Landed read(SourceKind kind, String text) {
    return read(kind, "x.csv", utf8(text));
  }

  static Landed readAt(Path file, SourceKind kind) {
    return new Landed(
        file,
        String.valueOf(file.getFileName()),
        kind,
        ColumnMap.DEFAULT,
        LocalDate.of(2022, 12, 31));
  }

  static byte[] utf8(String text) {
    return text.getBytes(StandardCharsets.UTF_8);
  }

  static byte[] gzip(byte[] bytes) {
    var out = new ByteArrayOutputStream();
    try (var gzip = new GZIPOutputStream(out)) {
      gzip.write(bytes);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return out.toByteArray();
  }

  /** Names and bytes in turn. */
  /** An archive of names and contents in turn; a content is bytes or a list of parts. */
  static byte[] zip(Object... entries) {
    var out = new ByteArrayOutputStream();
    try (var zip = new ZipOutputStream(out)) {
      for (int i = 0; i < entries.length; i += 2) {
        zip.putNextEntry(new ZipEntry((String) entries[i]));
        if (entries[i + 1] instanceof List<?> parts) {
          for (Object part : parts) {
            zip.write((byte[]) part);
          }
        } else {
          zip.write((byte[]) entries[i + 1]);
        }
        zip.closeEntry();
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return out.toByteArray();
  }

  @Override
  public void staged(Table table, Object[] row) {
    tables.put(table.name(), table);
    rows.computeIfAbsent(table.name(), name -> new ArrayList<>()).add(row);
  }

  @Override
  public void quarantined(Integer line, String column, String reasonKey, Object... values) {
    quarantine.add(
        line
            + "|"
            + (column == null ? "" : column)
            + "|"
            + Messages.VIETNAMESE.text(reasonKey, values));
  }

  /** Fields of every row of a table, drawn with bars; null is empty. */
  List<String> drawn(String table, String... fields) {
    List<String> drawn = new ArrayList<>();
    for (Object[] row : rows.getOrDefault(table, List.of())) {
      StringBuilder line = new StringBuilder();
      for (String field : fields) {
        Object value = row[tables.get(table).indexOf(field)];
        line.append(line.length() == 0 ? "" : "|").append(value == null ? "" : value);
      }
      drawn.add(line.toString());
    }
    return drawn;
  }

  List<String> warnings() {
    return outcome.warnings().stream().map(w -> w.text(Messages.VIETNAMESE)).toList();
  }

  String counts() {
    return outcome.read() + " = " + outcome.staged() + " + " + outcome.quarantined();
  }
}
