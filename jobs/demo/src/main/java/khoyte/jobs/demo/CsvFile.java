package khoyte.jobs.demo;

import de.siegmar.fastcsv.writer.CsvWriter;
import de.siegmar.fastcsv.writer.LineDelimiter;
import java.io.BufferedWriter;
import java.io.Closeable;
import java.io.IOException;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.nio.charset.StandardCharsets;
import java.util.List;

/** A CSV file that counts its lines. */
final class CsvFile implements Closeable {
  private final BufferedWriter out;
  private final CsvWriter rows;
  private final CsvStyle style;
  private int line;

  CsvFile(OutputStream stream, CsvStyle style, List<String> headings) throws IOException {
    this.style = style;
    out = new BufferedWriter(new OutputStreamWriter(stream, StandardCharsets.UTF_8), 1 << 16);
    if (style.bom()) {
      out.write('\uFEFF');
    }
    rows =
        CsvWriter.builder()
            .fieldSeparator(style.separator())
            .lineDelimiter(style.lineEnd().equals("\n") ? LineDelimiter.LF : LineDelimiter.CRLF)
            .bufferSize(0)
            .build(out);
    rows.writeRecord(headings);
    line = 1;
  }

  void row(String... fields) {
    line++;
    for (int i = 0; i < fields.length; i++) {
      fields[i] = style.typing().apply(fields[i]);
      for (int at = fields[i].indexOf('\n'); at >= 0; at = fields[i].indexOf('\n', at + 1)) {
        line++;
      }
    }
    rows.writeRecord(fields);
  }

  /** A line that is no row: one of its fields opens a quote that never closes. */
  int rowWithOpenQuote(int field, String... fields) throws IOException {
    fields[field] = "\"" + fields[field];
    return broken(String.join(String.valueOf(style.separator()), fields));
  }

  /** A line that is no row: most of its fields are missing. */
  int rowWithTooFewFields(String... fields) throws IOException {
    return broken(fields[0] + style.separator() + fields[1] + style.separator() + fields[2]);
  }

  private int broken(String text) throws IOException {
    out.write(style.typing().apply(text));
    out.write(style.lineEnd());
    return ++line;
  }

  @Override
  public void close() throws IOException {
    out.flush();
  }
}
