package khoyte.warehouse.reference;

import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.NamedCsvRecord;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Objects;
import khoyte.warehouse.table.FieldType;

/** The CSV files under {@code reference/}, row by row. */
public final class ReferenceLists {

  private ReferenceLists() {}

  /** Rows of {@code reference/<name>.csv} in file order. */
  public static List<NamedCsvRecord> rows(String name) {
    String path = "/reference/" + name + ".csv";
    try (InputStream file =
            Objects.requireNonNull(ReferenceLists.class.getResourceAsStream(path), path);
        CsvReader<NamedCsvRecord> reader =
            CsvReader.builder()
                .ofNamedCsvRecord(new InputStreamReader(file, StandardCharsets.UTF_8))) {
      return reader.stream().toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Fields of a table of the HIS extract in the order of the decision. */
  public static List<HisField> hisFields(String loaiHoSo) {
    return rows("his_fields").stream()
        .filter(row -> row.getField("table").equals(loaiHoSo))
        .map(row -> new HisField(loaiHoSo, row.getField("field"), typeOf(row)))
        .toList();
  }

  private static FieldType typeOf(NamedCsvRecord row) {
    return switch (row.getField("type")) {
      case "number" -> FieldType.DECIMAL;
      case "date" -> FieldType.DATE;
      case "date_time" -> FieldType.DATE_TIME;
      default -> FieldType.TEXT;
    };
  }
}
