package khoyte.warehouse.night;

import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import khoyte.warehouse.Layout;
import khoyte.warehouse.table.TableFiles;

/**
 * The tables of the namespace identity as {@code identity.lake.…} of a database in memory, and the
 * decisions about them that count.
 */
final class IdentityViews {

  private IdentityViews() {}

  static void create(Connection database, Layout layout, List<TableFiles> identity)
      throws SQLException {
    try (Statement statement = database.createStatement()) {
      statement.execute("set variable khoyte_home = " + NightSql.literal(layout.home() + "/"));
      statement.execute(NightSql.text("worklist/attach_identity"));
      statement.execute("use identity");
      statement.execute(NightSql.text("night/create_lake"));
      for (TableFiles table : identity) {
        statement.execute(NightSql.createLakeView(table));
      }
      statement.execute(NightSql.createTemp("correction_fate", "night/correction_fate"));
      statement.execute("use memory");
      statement.execute(NightSql.createTemp("current_correction", "worklist/current_correction"));
    }
  }
}
