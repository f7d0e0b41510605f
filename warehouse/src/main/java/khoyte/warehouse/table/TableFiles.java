package khoyte.warehouse.table;

import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/**
 * The data files of a table of the lake at one of its snapshots.
 *
 * @param fieldIds by which the files name their columns; a file written before a field was declared
 *     does not have it
 * @param areAlike whether every file was written with the table's columns as they are, so that
 *     their names do as well, which are read three times as fast as their ids
 * @param base relative to the lake's directory, in byte order; of a layered table those of the
 *     smallest run, in which a key stands once
 * @param patches of a layered table those of later runs
 */
public record TableFiles(
    Table table,
    Map<String, Integer> fieldIds,
    boolean areAlike,
    List<String> base,
    List<String> patches) {

  public TableFiles {
    fieldIds = Map.copyOf(fieldIds);
    base = List.copyOf(base);
    patches = List.copyOf(patches);
  }

  /** All rows stand in one layer. */
  public TableFiles(Table table, Map<String, Integer> fieldIds, List<String> base) {
    this(table, fieldIds, false, base, List.of());
  }

  /** A table that never had a row. */
  public static TableFiles none(Table table) {
    return new TableFiles(table, Map.of(), List.of());
  }

  /** Base and patches. */
  public List<String> paths() {
    return Stream.concat(base.stream(), patches.stream()).toList();
  }
}
