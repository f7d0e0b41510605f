package khoyte.warehouse.night;

import static java.util.stream.Collectors.joining;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import khoyte.warehouse.Layout;
import khoyte.warehouse.StorageFault;
import khoyte.warehouse.table.TableFiles;

/**
 * Fetches rows of a table of the lake by key. A few thousand of some million rows are a matter of
 * tenths of a second for DuckDB, and of seconds for anything that has to warm up first.
 *
 * @param rows the table as it is to be read
 */
public record LakeRows(Layout layout, EngineLimits limits, TableFiles rows) {

  /**
   * Writes those whose key stands in a list. A null is equal to nothing.
   *
   * @param keys folder of Parquet files with the columns of the key
   * @param key names of the columns
   * @param columns to be written
   * @param file Parquet
   */
  public void meeting(Path keys, List<String> key, List<String> columns, Path file) {
    write("lake/rows_meeting_keys", columns, file, Map.of("keys", files(keys), "key", names(key)));
  }

  /**
   * Writes current health records that hold a strong key of a list.
   *
   * @param keys folder of Parquet files with the column {@code strong_key}
   * @param citizenIds what is added to a citizen id to make a key of it; nothing is to an insurance
   *     number
   * @param oldIds what is added to an old id followed by the four digits of the birth year
   */
  public void holding(Path keys, long citizenIds, long oldIds, List<String> columns, Path file) {
    write(
        "lake/records_holding_keys",
        columns,
        file,
        Map.of(
            "keys",
            files(keys),
            "citizenids",
            String.valueOf(citizenIds),
            "oldids",
            String.valueOf(oldIds)));
  }

  /**
   * Writes which current health records the matcher finds by keys of a list: {@code key, file_id,
   * record_number}.
   *
   * @param keys folder of Parquet files with the column {@code key}
   * @param largestBlock a key that more records hold leads to none
   */
  public void found(Path keys, int largestBlock, Path file) {
    write(
        "lake/records_found_by_keys",
        List.of("key", "file_id", "record_number"),
        file,
        Map.of("keys", files(keys), "largestblock", String.valueOf(largestBlock)));
  }

  /**
   * Writes all versions of the records of which one came in a file that landed after one.
   *
   * @param key of a record
   */
  public void versionsSince(long knownFile, List<String> key, List<String> columns, Path file) {
    write(
        "lake/versions_of_records_that_came",
        columns,
        file,
        Map.of("key", names(key), "knownfile", String.valueOf(knownFile)));
  }

  private static String files(Path folder) {
    return NightSql.literal(folder.resolve("*.parquet").toString());
  }

  private static String names(List<String> columns) {
    return columns.stream().map(NightSql::quoted).collect(joining(", "));
  }

  private void write(String sql, List<String> columns, Path file, Map<String, String> more) {
    Map<String, String> places = new HashMap<>(more);
    places.put("table", rows.table().name());
    places.put("columns", names(columns));
    places.put("file", NightSql.literal(file.toString()));
    Properties settings = limits.settings(layout);
    // Several are looked for at a time, and what two of them spill must not stand in one folder.
    settings.setProperty("temp_directory", file + ".spilled");
    try (Connection database = DriverManager.getConnection("jdbc:duckdb:", settings);
        Statement statement = database.createStatement()) {
      statement.execute("set variable khoyte_home = " + NightSql.literal(layout.home() + "/"));
      statement.execute(NightSql.text("night/create_lake"));
      statement.execute(NightSql.createLakeView(rows));
      statement.execute(NightSql.text(sql, places));
    } catch (SQLException e) {
      throw StorageFault.cannotWrite(layout.work(), e);
    }
  }
}
