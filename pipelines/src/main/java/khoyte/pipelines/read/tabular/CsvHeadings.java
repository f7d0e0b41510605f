package khoyte.pipelines.read.tabular;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import khoyte.pipelines.read.container.ForeignForm;
import khoyte.pipelines.read.csv.CsvBeginning;
import khoyte.pipelines.read.csv.CsvRecords;
import khoyte.pipelines.read.source.LandedFile;
import khoyte.pipelines.read.text.ColumnText;
import khoyte.pipelines.read.text.Utf8;
import khoyte.pipelines.read.text.VietnameseText;
import khoyte.warehouse.KhoyteException;
import org.jspecify.annotations.Nullable;

/** Finds the headings of a CSV file: the first one, and those of files that were joined to it. */
final class CsvHeadings {
  /** A heading that stands lower is not found. */
  private static final int LOWEST = 100;

  /** As Excel wants it in the first line; perhaps quoted, or padded by a spreadsheet. */
  private static final Pattern NAMED_SEPARATOR =
      Pattern.compile("\"?sep=([^\\w\"\\s]|\t)\"?[,;\t|\\s]*", Pattern.CASE_INSENSITIVE);

  /** What may stand between headings where none of the separators does. */
  private static final Pattern BETWEEN_NAMES = Pattern.compile("[^\\p{L}\\p{M}\\p{N}_/ ]+|  +");

  private final LandedFile file;
  private final Function<List<String>, Headings> match;

  /**
   * @param match finds the fields among the cells of a line
   */
  CsvHeadings(LandedFile file, Function<List<String>, Headings> match) {
    this.file = file;
    this.match = match;
  }

  /**
   * The first line with a heading for every required field, else the one with the most. A file
   * without any is refused.
   */
  CsvHeading first(CsvBeginning beginning) throws IOException {
    CsvHeading found = first(beginning, 1);
    if (found == null || found.headings().missing() != null) {
      found = first(beginning, LOWEST);
    }
    if (found == null || !found.headings().areMostlyFound()) {
      throw refused(beginning);
    }
    return found;
  }

  private @Nullable CsvHeading first(CsvBeginning beginning, int most) throws IOException {
    CsvHeading best = null;
    int lowest = Integer.MAX_VALUE;
    for (char separator : (namedSeparator(beginning) + CsvRecords.SEPARATORS).toCharArray()) {
      CsvRecords records = beginning.records(separator);
      for (int above = 0; above < most && records.next() && records.line() < lowest; above++) {
        Headings headings = match.apply(cells(records));
        boolean isWhole = headings.missing() == null && records.flaw() == null;
        boolean isBetter = best == null || headings.found() > best.headings().found();
        if (isWhole || lowest == Integer.MAX_VALUE && isBetter) {
          best = new CsvHeading(headings, separator, above);
        }
        lowest = isWhole ? records.line() : lowest;
      }
    }
    return best;
  }

  private static String namedSeparator(CsvBeginning beginning) throws IOException {
    CsvRecords records = beginning.records(',');
    Matcher matcher = NAMED_SEPARATOR.matcher(records.next() ? line(records) : "");
    return matcher.matches() ? matcher.group(1) : "";
  }

  /** Why no heading is found. */
  private KhoyteException refused(CsvBeginning beginning) throws IOException {
    if (beginning.isBinary()) {
      return ForeignForm.OTHER.refusal(file);
    }
    CsvRecords records = beginning.records(',');
    boolean isEmpty = true;
    for (int i = 0; i < LOWEST && records.next(); i++) {
      String line = line(records);
      if (match.apply(List.of(BETWEEN_NAMES.split(line, -1))).areMostlyFound()
          || match.apply(List.of(line.split("\\s+", -1))).areMostlyFound()) {
        boolean isQuote = records.flaw() == CsvRecords.Flaw.QUOTE;
        return file.refused(isQuote ? "quote" : "separator", records.line());
      }
      isEmpty &=
          NAMED_SEPARATOR.matcher(line).matches()
              || line.chars().noneMatch(Character::isLetterOrDigit);
    }
    return file.refused(isEmpty ? "empty" : "heading");
  }

  /**
   * Goes to a heading; titles are passed over. A file with rows above its heading is refused, and
   * one with a broken quote in it.
   */
  void goTo(CsvHeading heading, CsvRecords records, Habits habits) throws IOException {
    for (int i = 0; records.next() && i < heading.above(); i++) {
      if (isRow(records, heading.headings().width())) {
        throw file.refused("heading.late", records.line());
      }
      boolean isTitle = !NAMED_SEPARATOR.matcher(line(records)).matches();
      if (isTitle && !cells(records).stream().allMatch(Habits::isBlank)) {
        habits.at(Habit.TITLE, records.line());
      }
    }
    if (records.flaw() == CsvRecords.Flaw.QUOTE) {
      throw file.refused("quote", records.line());
    }
  }

  /** Whether by some separator it is as wide as a row, and at least half of it filled. */
  private static boolean isRow(CsvRecords records, int width) throws IOException {
    boolean isRow = false;
    for (char separator : CsvRecords.SEPARATORS.toCharArray()) {
      List<String> cells = cells(records, separator);
      long blank = cells.stream().filter(Habits::isBlank).count();
      isRow |= cells.size() >= width && 2 * blank <= width && records.hasDigit();
    }
    return isRow;
  }

  /**
   * A heading that stands again among the rows, or null if it is a row, be it a broken one. A file
   * is refused where another one was joined to it that cannot be told apart.
   */
  @Nullable CsvHeading again(CsvRecords records, CsvHeading current) throws IOException {
    for (char separator : (current.separator() + CsvRecords.SEPARATORS).toCharArray()) {
      Headings headings = match.apply(cells(records, separator));
      boolean isSame = separator == current.separator();
      if (isSame && headings.areSame(current.headings())) {
        return current;
      }
      if (headings.areMostlyFound()) {
        if (!headings.haveValues() && headings.missing() == null) {
          return new CsvHeading(headings, separator, 0);
        }
        if (isSame && headings.endLike(current.headings())) {
          return null;
        }
        throw file.refused("parts", records.line());
      }
    }
    return null;
  }

  private static String line(CsvRecords records) {
    return new String(records.bytes(), StandardCharsets.UTF_8);
  }

  /** The cells of a record's line by another separator; none if a quote is broken then. */
  private static List<String> cells(CsvRecords records, char separator) throws IOException {
    byte[] line = records.bytes();
    CsvRecords other =
        CsvRecords.asSent(new ByteArrayInputStream(line), separator, false, line.length + 1);
    return other.next() && other.flaw() == null ? cells(other) : List.of();
  }

  /** The cells of a record: UTF-8, else windows-1252's characters. */
  private static List<String> cells(CsvRecords records) {
    List<String> cells = new ArrayList<>();
    for (int i = 0; i < records.fields(); i++) {
      byte[] bytes = records.bytes(i);
      boolean isUtf8 = Utf8.isValid(bytes, 0, bytes.length);
      cells.add(
          VietnameseText.composed(
              records.text(i, isUtf8 ? StandardCharsets.UTF_8 : ColumnText.SINGLE_BYTE)));
    }
    return cells;
  }
}
