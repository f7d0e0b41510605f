package khoyte.warehouse.table;

import java.util.List;
import java.util.Map;

/**
 * The data files of a table of the lake at one of its snapshots.
 *
 * @param fieldIds by which the files name their columns; a file written before a field was declared
 *     does not have it
 * @param paths relative to the lake's directory, in byte order
 */
public record TableFiles(Table table, Map<String, Integer> fieldIds, List<String> paths) {

  public TableFiles {
    fieldIds = Map.copyOf(fieldIds);
    paths = List.copyOf(paths);
  }

  /** A table that never had a row. */
  public static TableFiles none(Table table) {
    return new TableFiles(table, Map.of(), List.of());
  }
}
