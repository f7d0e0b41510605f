package khoyte.warehouse.night;

import de.siegmar.fastcsv.writer.CsvWriter;
import de.siegmar.fastcsv.writer.LineDelimiter;
import de.siegmar.fastcsv.writer.QuoteStrategies;
import java.io.IOException;
import java.io.Writer;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** An answer as CSV. */
final class CsvAnswer implements AnswerWriter {
  private final CsvWriter csv;

  CsvAnswer(Writer out) {
    this.csv =
        CsvWriter.builder()
            .lineDelimiter(LineDelimiter.CRLF)
            .quoteStrategy(QuoteStrategies.EMPTY)
            .build(out);
  }

  @Override
  public void begin(List<AnswerColumn> columns) {
    csv.writeRecord(columns.stream().map(AnswerColumn::name).toList());
  }

  @Override
  public void row(List<@Nullable Object> values) {
    @Nullable String[] fields = new @Nullable String[values.size()];
    for (int i = 0; i < fields.length; i++) {
      fields[i] = AnswerValue.text(values.get(i));
    }
    csv.writeRecord(fields);
  }

  @Override
  public void end() throws IOException {
    csv.flush();
  }
}
