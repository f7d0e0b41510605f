package khoyte.pipelines.read.senders;

import static khoyte.pipelines.read.senders.Received.utf8;

import java.io.ByteArrayOutputStream;
import java.nio.charset.Charset;
import java.text.Normalizer;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.regex.Pattern;
import java.util.stream.IntStream;

/** Writes a table as text in drawn habits, none of which may change what is read. */
final class CsvWriter {
  private static final Pattern DIGITS = Pattern.compile("[0-9]+");

  private final DrawnTable table;
  private final Random random;
  private final char separator;
  private final String end;
  private final boolean isQuoted;
  private final int armour;
  private final List<Integer> order;

  CsvWriter(DrawnTable table, Random random) {
    this.table = table;
    this.random = random;
    separator = ",;\t".charAt(random.nextInt(3));
    end = random.nextBoolean() ? "\r\n" : "\n";
    isQuoted = random.nextInt(3) == 0;
    armour = random.nextInt(4);
    order = new ArrayList<>(IntStream.rangeClosed(0, table.headings.size()).boxed().toList());
    if (random.nextBoolean()) {
      Collections.shuffle(order, random);
    }
  }

  String text() {
    StringBuilder text = new StringBuilder(random.nextBoolean() ? "\uFEFF" : "");
    if (random.nextInt(3) == 0) {
      text.append("sep=").append(separator).append(end);
    }
    String heading = heading();
    text.append(heading).append(end);
    for (int i = 0; i < table.rows.size(); i++) {
      text.append(line(table.rows.get(i))).append(end);
      switch (random.nextInt(12)) {
        case 0 -> text.append(String.valueOf(separator).repeat(table.headings.size())).append(end);
        case 1 -> text.append(end);
        case 2 -> text.append(heading).append(end);
        case 3 -> text.append("\uFEFF").append(heading).append(end);
        case 4 -> text.append("\u001A\uFEFF").append(heading).append(end);
        default -> text.append("");
      }
    }
    switch (random.nextInt(4)) {
      case 0 -> text.append("\u001A");
      case 1 -> text.setLength(text.length() - end.length());
      default -> text.append((separator + "").repeat(table.headings.size()).concat(end).repeat(9));
    }
    return Normalizer.normalize(
        text, random.nextBoolean() ? Normalizer.Form.NFC : Normalizer.Form.NFD);
  }

  private String heading() {
    List<String> headings = new ArrayList<>(table.headings);
    headings.add("GHI_CHU");
    return String.join(separator + "", order.stream().map(headings::get).toList());
  }

  private String line(List<String> row) {
    List<String> values = new ArrayList<>(row);
    values.add(random.nextInt(4) == 0 ? "đã gặp" : "");
    return String.join(separator + "", order.stream().map(i -> written(values.get(i))).toList());
  }

  private String written(String value) {
    if (armour > 0 && DIGITS.matcher(value).matches() && random.nextInt(3) > 0) {
      return switch (armour) {
        case 1 -> "=\"" + value + "\"";
        case 2 -> DrawnTable.quoted("=\"" + value + "\"");
        default -> "'" + value;
      };
    }
    boolean mustQuote = value.chars().anyMatch(c -> c == separator || c == '\n' || c == '"');
    return isQuoted || mustQuote || random.nextInt(9) == 0 ? DrawnTable.quoted(value) : value;
  }

  /** A text in one of the containers of the contract, or in none. */
  static byte[] packed(String text, Random random) {
    byte[] bytes = utf8(text);
    int cut = random.nextInt(bytes.length);
    return switch (random.nextInt(7)) {
      case 0 -> GzipBytes.of(bytes);
      case 1 -> members(Arrays.copyOf(bytes, cut), Arrays.copyOfRange(bytes, cut, bytes.length));
      case 2 -> ZipBytes.of("a.csv", bytes);
      case 3 ->
          new ZipBytes()
              .add(
                  new ZipBytes.Entry(
                          "Đợt 1/tiêm.csv".getBytes(Charset.forName("windows-1252")), bytes)
                      .method(ZipBytes.STORED))
              .bytes();
      case 4 ->
          new ZipBytes()
              .add(new ZipBytes.Entry("xa/Thumbs.db", new byte[] {1, 2, 3}))
              .add(new ZipBytes.Entry("xa/a.csv", bytes).zip64().sizesFollow(random.nextBoolean()))
              .bytes();
      case 5 -> ZipBytes.of("a.csv.gz", GzipBytes.of(bytes));
      default -> bytes;
    };
  }

  private static byte[] members(byte[] first, byte[] second) {
    var out = new ByteArrayOutputStream();
    out.writeBytes(GzipBytes.of(first));
    out.writeBytes(new GzipBytes(second).flags(GzipBytes.NAME).bytes());
    return out.toByteArray();
  }
}
