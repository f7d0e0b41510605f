package khoyte.pipelines.read.tabular;

import khoyte.pipelines.read.row.Lineage;
import org.jspecify.annotations.Nullable;

/** Turns the texts of a record into a row of its table. */
interface Records {

  /** Key of the record, or null if it has none. */
  @Nullable String key(@Nullable String[] texts);

  /**
   * @param texts by index of the kind's fields
   */
  Object[] row(Lineage lineage, String key, @Nullable String[] texts);
}
