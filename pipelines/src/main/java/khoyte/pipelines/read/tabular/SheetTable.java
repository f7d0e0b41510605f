package khoyte.pipelines.read.tabular;

import java.io.IOException;
import javax.xml.stream.XMLStreamException;
import khoyte.pipelines.read.source.LandedFile;
import khoyte.pipelines.read.text.ColumnText;
import khoyte.pipelines.read.text.EncodingVotes;
import khoyte.pipelines.read.text.VietnameseText;
import khoyte.pipelines.read.xlsx.SheetRows;
import org.jspecify.annotations.Nullable;

/** Rows of a sheet below its heading. */
final class SheetTable implements Rows {
  private final LandedFile file;
  private final SheetRows rows;

  SheetTable(LandedFile file, SheetRows rows) {
    this.file = file;
    this.rows = rows;
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
    if (value == null) {
      return null;
    }
    String text = reading.unicode(value);
    return VietnameseText.isBlank(text) ? null : text;
  }

  @Override
  public void vote(int column, EncodingVotes votes) {
    String value = rows.value(column);
    if (value != null) {
      votes.add(value);
    }
  }
}
