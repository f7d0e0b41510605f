package khoyte.warehouse.engine;

import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A row that Java reads between two models, by the place of its columns from 0. */
public interface EngineRow {

  /** Whether there is nothing. */
  boolean isNull(int column);

  /** A number that is there. */
  long number(int column);

  /** A truth value that is there. */
  boolean is(int column);

  @Nullable String text(int column);

  @Nullable LocalDate day(int column);

  /** A list of texts; empty where there is nothing. */
  List<String> texts(int column);

  /** A number; null where there is none. */
  default @Nullable Long numberOrNull(int column) {
    return isNull(column) ? null : (Long) number(column);
  }

  /** A small number; null where there is none. */
  default @Nullable Integer wholeOrNull(int column) {
    return isNull(column) ? null : (Integer) (int) number(column);
  }
}
