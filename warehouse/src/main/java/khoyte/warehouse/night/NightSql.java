package khoyte.warehouse.night;

import java.util.Map;
import khoyte.warehouse.sql.LakeView;
import khoyte.warehouse.sql.SqlText;
import khoyte.warehouse.table.Field;
import khoyte.warehouse.table.Table;
import khoyte.warehouse.table.TableFiles;

/** The SQL files, with their places filled. */
final class NightSql {
  private NightSql() {}

  static String text(String path) {
    return SqlText.of(path);
  }

  static String text(String path, Map<String, String> places) {
    return SqlText.of(path, places);
  }

  static String createView(String name) {
    return text("night/create_view", Map.of("view", name, "select", text("views/" + name)));
  }

  static String fillMart(Table mart) {
    return text(
        "night/fill_mart", Map.of("mart", mart.name(), "select", text("marts/" + mart.name())));
  }

  static String fillChecks(String checks) {
    return text("night/fill_checks", Map.of("select", text("checks/" + checks)));
  }

  /** A temporary table of what a file selects. */
  static String createTemp(String table, String path) {
    return text("night/create_temp", Map.of("table", table, "select", text(path)));
  }

  static String dropTable(Table table) {
    return text("night/drop_table", Map.of("table", table.name()));
  }

  static String createTable(Table table) {
    return text(
        "night/create_table",
        Map.of(
            "table",
            table.name(),
            "columns",
            SqlText.list(
                table.fields(),
                field ->
                    name(field)
                        + " "
                        + SqlText.type(field.type())
                        + (field.required() ? " not null" : ""))));
  }

  static String createLakeView(TableFiles lake) {
    return LakeView.create("lake." + lake.table().name(), lake);
  }

  static String literal(String value) {
    return SqlText.literal(value);
  }

  private static String name(Field field) {
    return quoted(field.name());
  }

  static String quoted(String name) {
    return SqlText.quoted(name);
  }
}
