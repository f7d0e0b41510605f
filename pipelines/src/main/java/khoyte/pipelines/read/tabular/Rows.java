package khoyte.pipelines.read.tabular;

import java.io.IOException;
import khoyte.pipelines.read.text.ColumnText;
import khoyte.pipelines.read.text.EncodingVotes;
import org.jspecify.annotations.Nullable;

/** Rows of a table in a file, one after the other. */
interface Rows {

  /** Goes to the next row; false at the end. */
  boolean next() throws IOException;

  /** Line or sheet row, from 1. */
  int line();

  /** Why the row cannot be read, as a key of the texts, or null. */
  @Nullable String flaw();

  /** Number of values; null where rows need not be of one width. */
  @Nullable Integer width();

  /** The value of a column as NFC text, null if blank or not there. */
  @Nullable String text(int column, ColumnText reading);

  /** Whether the value of a column is that of a row above as well, or of another column. */
  default boolean isShared(int column) {
    return false;
  }

  /** How the sender finds a column: by its heading, and by the sheet if there are several. */
  default @Nullable String named(@Nullable String column) {
    return column;
  }

  /** Lets a value vote on how its column is written. */
  void vote(int column, EncodingVotes votes);
}
