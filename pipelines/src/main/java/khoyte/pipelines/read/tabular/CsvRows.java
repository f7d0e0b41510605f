package khoyte.pipelines.read.tabular;

import java.io.IOException;
import java.io.InputStream;
import java.io.PushbackInputStream;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import khoyte.pipelines.read.csv.CsvRecords;
import khoyte.pipelines.read.text.ColumnText;
import khoyte.pipelines.read.text.EncodingVotes;
import khoyte.pipelines.read.text.Utf8;
import khoyte.pipelines.read.text.VietnameseText;
import org.jspecify.annotations.Nullable;

/** Rows of a CSV file below its heading. */
final class CsvRows implements Rows {
  static final char[] SEPARATORS = {',', ';', '\t'};
  private static final int BUFFER = 1 << 18;
  private static final byte[] BYTE_ORDER_MARK = {(byte) 0xEF, (byte) 0xBB, (byte) 0xBF};

  private final CsvRecords records;

  private CsvRows(CsvRecords records) {
    this.records = records;
  }

  static CsvRows of(InputStream stream, char separator) throws IOException {
    return new CsvRows(new CsvRecords(withoutMark(stream), separator, BUFFER));
  }

  private static InputStream withoutMark(InputStream stream) throws IOException {
    var pushback = new PushbackInputStream(stream, BYTE_ORDER_MARK.length);
    byte[] start = pushback.readNBytes(BYTE_ORDER_MARK.length);
    if (!Arrays.equals(start, BYTE_ORDER_MARK)) {
      pushback.unread(start);
    }
    return pushback;
  }

  /** The values of the row as they are headed: UTF-8, else windows-1252's characters. */
  List<String> headings() {
    List<String> headings = new ArrayList<>();
    for (int i = 0; i < records.fields(); i++) {
      byte[] bytes = records.bytes(i);
      boolean isUtf8 = Utf8.isValid(bytes, 0, bytes.length);
      headings.add(
          VietnameseText.composed(
              records.text(i, isUtf8 ? ColumnText.UNICODE.charset() : ColumnText.SINGLE_BYTE)));
    }
    return headings;
  }

  @Override
  public boolean next() throws IOException {
    return records.next();
  }

  @Override
  public int line() {
    return records.line();
  }

  @Override
  public @Nullable String flaw() {
    CsvRecords.Flaw flaw = records.flaw();
    if (flaw == null) {
      return null;
    }
    return flaw == CsvRecords.Flaw.QUOTE ? "quarantine.quote" : "quarantine.control";
  }

  @Override
  public Integer width() {
    return records.fields();
  }

  @Override
  public @Nullable String text(int column, ColumnText reading) {
    if (records.isEmpty(column)) {
      return null;
    }
    String text =
        records.isAscii(column)
            ? reading.isName() ? reading.unicode(records.latin(column)) : records.latin(column)
            : reading.unicode(records.text(column, reading.charset()));
    return VietnameseText.isBlank(text) ? null : text;
  }

  @Override
  public void vote(int column, EncodingVotes votes) {
    if (!records.isAscii(column)) {
      votes.add(records.bytes(column));
    }
  }
}
