package khoyte.pipelines.read.tabular;

import java.io.IOException;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Function;
import javax.xml.stream.XMLStreamException;
import khoyte.pipelines.read.source.LandedFile;
import khoyte.pipelines.read.text.ColumnText;
import khoyte.pipelines.read.text.EncodingVotes;
import khoyte.pipelines.read.xlsx.SheetRows;
import org.jspecify.annotations.Nullable;

/**
 * Rows of a sheet below its heading, part by part: where a heading stands again, another part
 * begins.
 */
final class SheetTable implements Rows {
  /** A heading that stands lower is not found. */
  private static final int LOWEST_HEADING = 100;

  private final LandedFile file;
  private final SheetRows rows;
  private final Function<List<String>, Headings> match;
  private final Habits habits;
  private final @Nullable String sheet;
  private final Set<String> written = new HashSet<>();
  private Headings headings;
  private int headingsAgain;
  private boolean isAtEnd;

  /**
   * Goes to the first row with a heading for every required field; where there is none, to the end
   * of where it would be.
   *
   * @param sheet its name, if several sheets of the file are read
   */
  SheetTable(
      LandedFile file,
      SheetRows rows,
      Function<List<String>, Headings> match,
      Habits habits,
      @Nullable String sheet) {
    this.file = file;
    this.rows = rows;
    this.match = match;
    this.habits = habits;
    this.sheet = sheet;
    this.headings = match.apply(List.of());
    for (int i = 0; headings.missing() != null && i < LOWEST_HEADING && nextRow(); i++) {
      Headings found = match.apply(rows.headings());
      if (found.missing() == null || found.found() > headings.found()) {
        startPart(found);
      }
    }
  }

  private boolean nextRow() {
    try {
      return rows.next();
    } catch (XMLStreamException e) {
      throw file.refused("archive");
    }
  }

  private void startPart(Headings next) {
    headings = next;
    written.clear();
    for (int i = 0; i < next.width(); i++) {
      written.add(next.heading(i));
    }
  }

  /** Of the part that is read; the best there are, if none is complete. */
  Headings headings() {
    return headings;
  }

  /** Number of headings until now that stand below the first one. */
  int headingsAgain() {
    return headingsAgain;
  }

  /** Whether there are no more parts. */
  boolean isAtEnd() {
    return isAtEnd;
  }

  @Override
  public boolean next() throws IOException {
    if (!nextRow()) {
      isAtEnd = true;
      return false;
    }
    Headings again = mayBeHeading() ? match.apply(rows.headings()) : headings;
    if (again == headings || again.missing() != null) {
      return true;
    }
    habits.at(Habit.HEADING, line());
    headingsAgain++;
    startPart(again);
    return false;
  }

  private boolean mayBeHeading() {
    for (int i = 0; i < headings.width(); i++) {
      if (written.contains(rows.value(i))) {
        return true;
      }
    }
    return false;
  }

  @Override
  public int line() {
    return rows.number();
  }

  @Override
  public @Nullable String flaw() {
    return null;
  }

  @Override
  public @Nullable Integer width() {
    return null;
  }

  @Override
  public @Nullable String text(int column, ColumnText reading) {
    if (rows.isWithoutResult(column)) {
      habits.at(Habit.FORMULA, line());
    }
    String value = rows.value(column);
    if (value == null) {
      return null;
    }
    if (rows.isFromAbove(column)) {
      habits.at(Habit.MERGED, line());
    }
    return habits.meant(reading.unicode(value), line());
  }

  @Override
  public boolean isShared(int column) {
    boolean isShared = rows.isFromAbove(column);
    for (int i = 0; i < headings.width(); i++) {
      isShared |= i != column && headings.isUsed(i) && rows.areOne(column, i);
    }
    return isShared;
  }

  @Override
  public @Nullable String named(@Nullable String column) {
    return sheet == null ? column : column == null ? sheet : sheet + " - " + column;
  }

  @Override
  public void vote(int column, EncodingVotes votes) {
    String value = rows.value(column);
    if (value != null) {
      votes.add(value);
    }
  }
}
