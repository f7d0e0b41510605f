package khoyte.warehouse.night;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import khoyte.warehouse.Layout;
import khoyte.warehouse.StorageFault;
import khoyte.warehouse.table.ResolvedTables;
import khoyte.warehouse.table.StagedTables;
import khoyte.warehouse.table.Table;
import khoyte.warehouse.table.TableFiles;

/** Counts what became of the rows of every landed file, over the lake as it is. */
public final class FileBalances {
  /** The tables that are counted. */
  public static final List<Table> TABLES =
      List.of(
          StagedTables.HEALTH_RECORD_VERSION,
          StagedTables.POPULATION_ANSWER_VERSION,
          StagedTables.ENCOUNTER_VERSION,
          StagedTables.IMMUNIZATION_VERSION,
          StagedTables.COVID_DOSE_VERSION,
          StagedTables.CORRECTION_VERSION,
          ResolvedTables.UNCOUNTED_VERSION,
          ResolvedTables.HEALTH_RECORD,
          ResolvedTables.ENCOUNTER,
          ResolvedTables.IMMUNIZATION,
          ResolvedTables.COVID_DOSE);

  private FileBalances() {}

  /**
   * One balance a file and staged table.
   *
   * @param lake each of {@link #TABLES}
   */
  public static List<FileBalance> count(Layout layout, EngineLimits limits, List<TableFiles> lake) {
    try (Connection database =
            DriverManager.getConnection("jdbc:duckdb:", limits.settings(layout));
        Statement statement = database.createStatement()) {
      statement.execute("set variable khoyte_home = " + NightSql.literal(layout.home() + "/"));
      statement.execute(NightSql.text("night/create_lake"));
      for (TableFiles table : lake) {
        statement.execute(NightSql.createLakeView(table));
      }
      try (ResultSet row = statement.executeQuery(NightSql.text("night/file_balances"))) {
        return balances(row);
      }
    } catch (SQLException e) {
      throw StorageFault.cannotWrite(layout.work(), e);
    }
  }

  private static List<FileBalance> balances(ResultSet row) throws SQLException {
    List<FileBalance> balances = new ArrayList<>();
    while (row.next()) {
      balances.add(
          new FileBalance(
              row.getLong("file_id"),
              row.getString("source_table"),
              row.getLong("staged"),
              row.getLong("replaced"),
              row.getLong("withdrawn"),
              row.getLong("resolved"),
              row.getLong("undecided"),
              row.getLong("nobody"),
              row.getLong("copies")));
    }
    return balances;
  }
}
