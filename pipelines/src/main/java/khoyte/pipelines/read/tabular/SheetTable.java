package khoyte.pipelines.read.tabular;

import java.io.IOException;
import javax.xml.stream.XMLStreamException;
import khoyte.pipelines.read.source.LandedFile;
import khoyte.pipelines.read.text.ColumnText;
import khoyte.pipelines.read.text.EncodingVotes;
import khoyte.pipelines.read.xlsx.SheetRows;
import org.jspecify.annotations.Nullable;

/** Rows of a sheet below its heading. */
final class SheetTable implements Rows {
  private final LandedFile file;
  private final SheetRows rows;
  private final Habits habits;

  SheetTable(LandedFile file, SheetRows rows, Habits habits) {
    this.file = file;
    this.rows = rows;
    this.habits = habits;
  }

  @Override
  public boolean next() throws IOException {
    try {
      return rows.next();
    } catch (XMLStreamException e) {
      throw file.refused("archive");
    }
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
    String value = rows.value(column);
    return value == null ? null : habits.meant(reading.unicode(value), line());
  }

  @Override
  public void vote(int column, EncodingVotes votes) {
    String value = rows.value(column);
    if (value != null) {
      votes.add(value);
    }
  }
}
