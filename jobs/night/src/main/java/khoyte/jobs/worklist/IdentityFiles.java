package khoyte.jobs.worklist;

import java.util.List;
import java.util.OptionalLong;
import java.util.stream.Stream;
import khoyte.jobs.operations.NightSetting;
import khoyte.jobs.operations.Operations;
import khoyte.warehouse.NightId;
import khoyte.warehouse.lake.Lake;
import khoyte.warehouse.table.ResolvedTables;
import khoyte.warehouse.table.StagedTables;
import khoyte.warehouse.table.Table;
import khoyte.warehouse.table.TableFiles;

/** The tables in which people have names, as they were on a published night. */
public final class IdentityFiles {

  private IdentityFiles() {}

  /** A night must not wait for who reads them: the catalog is closed before they are read. */
  public static List<TableFiles> of(NightSetting setting, NightId night) {
    List<Table> tables =
        Stream.concat(StagedTables.ALL.stream(), ResolvedTables.ALL.stream())
            .filter(table -> table.namespace().equals(Table.IDENTITY))
            .toList();
    try (Operations operations = setting.glance();
        Lake lake = Lake.open(operations.lake())) {
      // A night that was published before a table was declared does not have it.
      lake.ensure(tables);
      return tables.stream().map(table -> files(lake, table, night)).toList();
    }
  }

  private static TableFiles files(Lake lake, Table table, NightId night) {
    OptionalLong snapshot = lake.snapshotOf(table, night);
    return snapshot.isPresent()
        ? lake.dataFiles(table, snapshot.getAsLong())
        : TableFiles.none(table);
  }
}
