package khoyte.pipelines.link;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import khoyte.pipelines.read.csv.CsvRecords;
import khoyte.pipelines.read.text.Utf8;
import khoyte.pipelines.spark.SparkPath;
import khoyte.warehouse.Fault;
import khoyte.warehouse.KhoyteException;
import org.apache.spark.sql.SparkSession;
import org.apache.spark.sql.types.DataTypes;
import org.apache.spark.sql.types.StructType;

/**
 * A CSV file as a table of texts: one pass over its bytes finds separator, headings, encoding and
 * broken lines, so that Spark can read it in parallel and to the same rows.
 *
 * @param separator comma, semicolon, tab or bar, whichever cuts the heading into most pieces
 * @param rows below the heading
 * @param uneven how many of them have more or fewer values than the heading
 * @param spansLines whether some value has a line break
 */
record CsvTable(
    Path file,
    char separator,
    Charset charset,
    List<String> headings,
    long rows,
    long uneven,
    boolean spansLines) {
  private static final String SEPARATORS = ",;\t|";
  private static final int BUFFER = 1 << 18;
  private static final int MARK = 3;

  /**
   * Looks through a file.
   *
   * @throws KhoyteException if there is no such file, it has no rows, or a quote does not close
   */
  static CsvTable of(Path file) {
    try {
      char separator = separator(file);
      try (InputStream stream = open(file)) {
        return look(file, new CsvRecords(stream, separator, BUFFER), separator);
      }
    } catch (NoSuchFileException e) {
      throw new KhoyteException(e, Fault.ARGUMENT, "link.file.missing", file);
    } catch (IOException e) {
      throw new KhoyteException(e, Fault.ARGUMENT, "link.file.unreadable", file);
    }
  }

  private static InputStream open(Path file) throws IOException {
    InputStream stream = new BufferedInputStream(Files.newInputStream(file), BUFFER);
    stream.mark(MARK);
    byte[] start = stream.readNBytes(MARK);
    boolean isMarked =
        start.length == MARK
            && start[0] == (byte) 0xEF
            && start[1] == (byte) 0xBB
            && start[2] == (byte) 0xBF;
    if (!isMarked) {
      stream.reset();
    }
    return stream;
  }

  private static char separator(Path file) throws IOException {
    char best = ',';
    int most = 1;
    for (char separator : SEPARATORS.toCharArray()) {
      try (InputStream stream = open(file)) {
        CsvRecords records = new CsvRecords(stream, separator, BUFFER);
        if (records.next() && records.flaw() == null && records.fields() > most) {
          best = separator;
          most = records.fields();
        }
      }
    }
    return best;
  }

  private static CsvTable look(Path file, CsvRecords records, char separator) throws IOException {
    if (!records.next()) {
      throw new KhoyteException(Fault.ARGUMENT, "link.file.empty", file);
    }
    boolean isUtf8 = isUtf8(records);
    List<String> headings = new ArrayList<>();
    for (int i = 0; i < records.fields(); i++) {
      headings.add(records.text(i, isUtf8 ? StandardCharsets.UTF_8 : windows()).strip());
    }
    long rows = 0;
    long uneven = 0;
    int line = records.line();
    boolean spansLines = false;
    while (records.next()) {
      if (records.flaw() != null) {
        throw new KhoyteException(
            Fault.ARGUMENT, "link.file.line", file, String.valueOf(records.line()));
      }
      spansLines |= records.line() != line + 1;
      line = records.line();
      isUtf8 &= isUtf8(records);
      uneven += records.fields() == headings.size() ? 0 : 1;
      rows++;
    }
    if (rows == 0) {
      throw new KhoyteException(Fault.ARGUMENT, "link.file.empty", file);
    }
    return new CsvTable(
        file,
        separator,
        isUtf8 ? StandardCharsets.UTF_8 : windows(),
        List.copyOf(headings),
        rows,
        uneven,
        spansLines);
  }

  private static Charset windows() {
    return Charset.forName("windows-1252");
  }

  private static boolean isUtf8(CsvRecords records) {
    for (int i = 0; i < records.fields(); i++) {
      if (!records.isAscii(i)) {
        byte[] bytes = records.bytes(i);
        if (!Utf8.isValid(bytes, 0, bytes.length)) {
          return false;
        }
      }
    }
    return true;
  }

  /** As a data set; the remarks hear what was not as it should be. */
  SourceTable read(SparkSession session, Consumer<Remark> remarks) {
    if (uneven > 0) {
      remarks.accept(Remark.of("link.file.uneven", file, uneven));
    }
    if (!charset.equals(StandardCharsets.UTF_8)) {
      remarks.accept(Remark.of("link.file.encoding", file, charset.name()));
    }
    StructType schema = new StructType();
    for (int i = 0; i < headings.size(); i++) {
      schema = schema.add("v" + i, DataTypes.StringType);
    }
    return new SourceTable(
        String.valueOf(file.getFileName()),
        headings,
        session
            .read()
            .schema(schema)
            .option("header", true)
            .option("sep", String.valueOf(separator))
            .option("quote", "\"")
            .option("escape", "\"")
            .option("encoding", charset.name())
            .option("multiLine", spansLines)
            .option("ignoreLeadingWhiteSpace", true)
            .option("ignoreTrailingWhiteSpace", true)
            .option("mode", "PERMISSIVE")
            .option("maxCharsPerColumn", -1)
            .csv(SparkPath.of(file.toAbsolutePath())));
  }
}
