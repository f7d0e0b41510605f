package khoyte.pipelines.read.xlsx;

import java.io.IOException;
import javax.xml.stream.XMLStreamException;
import org.jspecify.annotations.Nullable;

/** A sheet of a workbook that has cells. */
public final class Sheet {
  private final WorkbookCells cells;
  private final String name;
  private final boolean isHidden;
  private final String part;
  private @Nullable SheetShape shape;

  Sheet(WorkbookCells cells, String name, boolean isHidden, String part) {
    this.cells = cells;
    this.name = name;
    this.isHidden = isHidden;
    this.part = part;
  }

  public String name() {
    return name;
  }

  /** Whether people do not see it. */
  public boolean isHidden() {
    return isHidden;
  }

  private SheetShape shape() throws IOException, XMLStreamException {
    if (shape == null) {
      shape = SheetShape.of(cells.parts(), part, cells.texts());
    }
    return shape;
  }

  /** Number of rows with a value of their own, whatever is made of them. */
  public int count() throws IOException, XMLStreamException {
    return shape().rows();
  }

  /**
   * The same of the rows below one.
   *
   * @param place of that row, as {@link SheetRows#place} tells it
   */
  public int countBelow(int place) throws IOException, XMLStreamException {
    return shape().rowsBelow(place);
  }

  /** Its rows, from the first. */
  public SheetRows rows() throws IOException, XMLStreamException {
    return new SheetRows(cells, cells.parts().open(part), shape());
  }
}
