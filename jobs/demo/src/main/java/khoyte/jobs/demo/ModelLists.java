package khoyte.jobs.demo;

import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.NamedCsvRecord;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Objects;

/** The figures and shares that the model stands on: CSV files under {@code demo/}. */
final class ModelLists {

  private ModelLists() {}

  static List<NamedCsvRecord> rows(String name) {
    String path = "/demo/" + name + ".csv";
    try (InputStream file =
            Objects.requireNonNull(ModelLists.class.getResourceAsStream(path), path);
        CsvReader<NamedCsvRecord> reader =
            CsvReader.builder()
                .ofNamedCsvRecord(new InputStreamReader(file, StandardCharsets.UTF_8))) {
      return reader.stream().toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** A share in per cent as a whole weight, in thousandths. */
  static int weight(NamedCsvRecord row) {
    return new BigDecimal(row.getField("share_percent")).movePointRight(3).intValue();
  }
}
