package khoyte.warehouse.night;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import khoyte.warehouse.Layout;
import khoyte.warehouse.sql.EngineLimits;
import khoyte.warehouse.table.StagedTables;
import khoyte.warehouse.table.TableFiles;
import khoyte.warehouse.worklist.IssuedRow;
import org.duckdb.DuckDBAppender;
import org.duckdb.DuckDBConnection;
import org.jspecify.annotations.Nullable;

/** What stations decided last, as far as their lists have been read. */
public final class StandingDecisions {

  private StandingDecisions() {}

  /**
   * A decision.
   *
   * @param text as it was chosen
   * @param updatedAt when its list was saved; null is earliest
   * @param fileDate the day of it; null is earliest
   */
  public record Standing(
      String text, @Nullable LocalDateTime updatedAt, @Nullable LocalDate fileDate) {}

  /**
   * The decisions about records, by the keys of their rows.
   *
   * @param corrections files of {@link StagedTables#CORRECTION_VERSION}
   */
  public static Map<String, Standing> about(
      List<IssuedRow> rows, Layout layout, TableFiles corrections, EngineLimits limits) {
    try (Connection database =
            DriverManager.getConnection("jdbc:duckdb:", limits.settings(layout));
        Statement statement = database.createStatement()) {
      IdentityViews.create(database, layout, List.of(corrections));
      statement.execute(NightSql.text("worklist/asked_record"));
      ask(database, rows);
      try (ResultSet row = statement.executeQuery(NightSql.text("worklist/standing_decision"))) {
        Map<String, Standing> standing = new HashMap<>();
        while (row.next()) {
          standing.put(
              row.getString("row_key"),
              new Standing(
                  row.getString("decision_text"),
                  row.getObject("updated_at", LocalDateTime.class),
                  row.getObject("file_date", LocalDate.class)));
        }
        return standing;
      }
    } catch (SQLException e) {
      throw new IllegalStateException("Cannot read the decisions of stations", e);
    }
  }

  private static void ask(Connection database, List<IssuedRow> rows) throws SQLException {
    try (DuckDBAppender appender =
        database.unwrap(DuckDBConnection.class).createAppender("temp", "main", "asked_record")) {
      for (IssuedRow row : rows) {
        appender.beginRow();
        appender.append(row.key());
        appender.append(row.sourceTable());
        appender.append(row.recordKey());
        appender.append(row.sheet().code());
        appender.endRow();
      }
    }
  }
}
