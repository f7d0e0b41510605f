package khoyte.pipelines.read.tabular;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import khoyte.pipelines.read.csv.CsvBeginning;
import khoyte.pipelines.read.csv.CsvRecords;
import khoyte.pipelines.read.source.LandedFile;
import khoyte.pipelines.read.text.ColumnText;
import khoyte.pipelines.read.text.EncodingVotes;
import org.jspecify.annotations.Nullable;

/**
 * Rows of a CSV file below its heading, part by part: where a heading stands again, another part
 * begins. Lines whose every field is blank are no rows.
 */
final class CsvRows implements Rows {
  /** A last field with more bytes for every field of a row may have swallowed a heading. */
  private static final int LONG = 6;

  /** So many zeros in a row stand for something that was never written. */
  private static final int HOLE = 64;

  private final LandedFile file;
  private final CsvHeadings finder;
  private final Habits habits;
  private final CsvRecords records;
  private CsvHeading heading;
  private byte[] firstCell = {};
  private byte[] longestCell = {};
  private int count;
  private boolean isAtEnd;

  /** Goes to the first heading; without any, the file is refused. */
  CsvRows(LandedFile file, CsvBeginning beginning, CsvHeadings finder, Habits habits)
      throws IOException {
    this.file = file;
    this.finder = finder;
    this.habits = habits;
    this.heading = finder.first(beginning);
    this.records = beginning.wholeRecords(heading.separator());
    if (beginning.isUtf16()) {
      habits.at(Habit.UTF16, 1);
    }
    finder.goTo(heading, records, habits);
    startPart(heading);
  }

  /** The record at hand is a heading. */
  private void startPart(CsvHeading next) {
    heading = next;
    firstCell = records.bytes(0);
    longestCell = firstCell;
    for (int i = 1; i < records.fields(); i++) {
      longestCell = records.length(i) > longestCell.length ? records.bytes(i) : longestCell;
    }
    records.separateBy(next.separator());
    records.expectWidth(next.headings().width());
  }

  /** Of the part that is read. */
  Headings headings() {
    return heading.headings();
  }

  /** Whether there are no more parts. */
  boolean isAtEnd() {
    return isAtEnd;
  }

  /** Number of rows until now. */
  int count() {
    return count;
  }

  @Override
  public boolean next() throws IOException {
    while (records.next()) {
      if (isBlank()) {
        continue;
      }
      CsvHeading again = mayBeHeading() ? finder.again(records, heading) : null;
      if (again != null) {
        habits.at(Habit.HEADING, records.line());
        startPart(again);
        return false;
      }
      if (records.flaw() == CsvRecords.Flaw.CONTROL) {
        refuseMoreThanARow();
      }
      count++;
      return true;
    }
    isAtEnd = true;
    habits.add(Habit.JOIN, records.marks());
    habits.add(Habit.RETURN, records.returns());
    return false;
  }

  /** Whether nothing but separators is left, be they those of a joined file. */
  private boolean isBlank() {
    if (records.flaw() != null) {
      return false;
    }
    for (int i = 0; i < records.fields(); i++) {
      int first = records.first(i);
      boolean isPlain = first >= '0' && first <= '9' || first >= 'A' && first <= 'Z';
      if (isPlain || first >= 0 && !isBlank(records.text(i, StandardCharsets.UTF_8))) {
        return false;
      }
    }
    return true;
  }

  private static boolean isBlank(String cell) {
    boolean isOfSeparators = cell.chars().allMatch(c -> CsvRecords.SEPARATORS.indexOf(c) >= 0);
    return isOfSeparators || Habits.isBlank(cell);
  }

  /** Whether the record is worth a closer look; nearly all rows are not. */
  private boolean mayBeHeading() {
    int last = records.fields() - 1;
    int width = headings().width();
    if (!records.hasDigit()
        || records.length(0) == firstCell.length && Arrays.equals(records.bytes(0), firstCell)) {
      return true;
    }
    boolean isUneven = last + 1 != width || records.flaw() == CsvRecords.Flaw.QUOTE;
    return (isUneven || records.length(last) > LONG * width) && holds(records.bytes(), longestCell);
  }

  private static boolean holds(byte[] line, byte[] sought) {
    for (int from = 0; from + sought.length <= line.length; from++) {
      if (Arrays.equals(line, from, from + sought.length, sought, 0, sought.length)) {
        return true;
      }
    }
    return false;
  }

  /** The file is refused if more than one row is damaged here, or nobody knows how many. */
  private void refuseMoreThanARow() {
    byte[] line = records.bytes();
    int zeros = 0;
    int run = 0;
    int separators = 0;
    int rows = 0;
    for (byte b : line) {
      run = b == 0 ? run + 1 : 0;
      zeros += b == 0 ? 1 : 0;
      separators = b == '\r' || b == '\n' ? 0 : separators;
      if (CsvRecords.SEPARATORS.indexOf(b) >= 0) {
        separators++;
        rows += separators == headings().width() - 1 ? 1 : 0;
      }
      if (run == HOLE) {
        throw file.refused("hole", records.line());
      }
    }
    if (3 * zeros > line.length) {
      throw file.refused("encoding.joined", records.line());
    }
    if (rows > 1) {
      throw file.refused("lines", records.line());
    }
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
    if (records.isFormula(column)) {
      habits.at(Habit.WRAPPED, records.line());
    }
    int first = records.first(column);
    if (first < 0) {
      return null;
    }
    if (!records.isAscii(column)) {
      String text = reading.unicode(records.text(column, reading.charset()));
      return habits.meant(text, records.line());
    }
    String ascii = records.text(column, StandardCharsets.ISO_8859_1);
    String text = reading.isName() ? reading.unicode(ascii) : ascii;
    boolean isPlain = first > ' ' && first != '=' && first != '\'';
    return isPlain ? text : habits.meantByAscii(text, records.line());
  }

  @Override
  public void vote(int column, EncodingVotes votes) {
    if (!records.isAscii(column)) {
      votes.add(records.bytes(column));
    }
  }
}
