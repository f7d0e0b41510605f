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

  /** Lets a value vote on how its column is written. */
  void vote(int column, EncodingVotes votes);
}
