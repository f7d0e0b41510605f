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
}
