package khoyte.warehouse.night;

import java.util.List;
import java.util.Map;
import khoyte.warehouse.NightId;
import khoyte.warehouse.table.NightTables;
import khoyte.warehouse.table.Table;
import khoyte.warehouse.table.TableFiles;
import org.jspecify.annotations.Nullable;

/**
 * What goes into a night's file.
 *
 * @param lake the snapshots of the night: one of each of {@link NightTables#LAKE}
 * @param rows of {@link NightTables#NIGHT}, SOURCE_STATE, FILE, FILE_BALANCE and BALANCE; values in
 *     the order of the fields
 */
public record NightContents(
    NightId night, List<TableFiles> lake, Map<Table, List<@Nullable Object[]>> rows) {

  public NightContents {
    lake = List.copyOf(lake);
    rows = Map.copyOf(rows);
    List<Table> tables = lake.stream().map(TableFiles::table).toList();
    if (tables.size() != NightTables.LAKE.size() || !tables.containsAll(NightTables.LAKE)) {
      throw new IllegalArgumentException(
          "Cannot build night "
              + night
              + ": it takes each table of the namespace health once, got "
              + tables.stream().map(Table::qualifiedName).toList());
    }
  }

  List<@Nullable Object[]> rowsOf(Table table) {
    return rows.getOrDefault(table, List.of());
  }
}
