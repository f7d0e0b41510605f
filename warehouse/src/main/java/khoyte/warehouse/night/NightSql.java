package khoyte.warehouse.night;

import static java.util.stream.Collectors.joining;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import khoyte.warehouse.table.Field;
import khoyte.warehouse.table.FieldType;
import khoyte.warehouse.table.Table;
import khoyte.warehouse.table.TableFiles;

/** The SQL files, with their places filled. */
final class NightSql {
  private static final Pattern PLACE = Pattern.compile("\\$\\{([a-z]+)}");

  private NightSql() {}

  /** Text of {@code sql/<path>.sql}. */
  static String text(String path) {
    String resource = "/sql/" + path + ".sql";
    try (InputStream file =
        Objects.requireNonNull(NightSql.class.getResourceAsStream(resource), resource)) {
      return new String(file.readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  static String text(String path, Map<String, String> places) {
    return PLACE
        .matcher(text(path))
        .replaceAll(
            place -> Matcher.quoteReplacement(Objects.requireNonNull(places.get(place.group(1)))));
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
            list(
                table.fields(),
                field -> name(field) + " " + type(field) + (field.required() ? " not null" : ""))));
  }

  static String createLakeView(TableFiles lake) {
    Table table = lake.table();
    if (lake.paths().isEmpty()) {
      return text(
          "night/empty_lake_view",
          Map.of(
              "table",
              table.name(),
              "columns",
              list(table.fields(), field -> "null::" + type(field) + " as " + name(field))));
    }
    Map<String, String> places = new HashMap<>();
    places.put("table", table.name());
    places.put("columns", list(table.fields(), NightSql::name));
    places.put("files", list(lake.base(), NightSql::literal));
    places.put("schema", schema(lake, table.fields()));
    if (lake.patches().isEmpty()) {
      return text("night/lake_view", places);
    }
    places.put("key", table.key().stream().map(NightSql::quoted).collect(joining(", ")));
    places.put("patches", list(lake.patches(), NightSql::literal));
    List<Field> layered = new ArrayList<>(table.fields());
    layered.add(Field.required(Table.RUN, FieldType.LONG, ""));
    layered.add(Field.required(Table.REMOVED, FieldType.BOOLEAN, ""));
    places.put("layeredschema", schema(lake, layered));
    return text("night/layered_lake_view", places);
  }

  static String literal(String value) {
    return "'" + value.replace("'", "''") + "'";
  }

  /** How the files name their columns: nothing if as the table does. */
  private static String schema(TableFiles lake, List<Field> fields) {
    return lake.areAlike()
        ? ""
        : ",\nschema = map {" + list(fields, field -> parquetField(lake, field)) + "}";
  }

  private static String parquetField(TableFiles lake, Field field) {
    Integer id = lake.fieldIds().get(field.name());
    if (id == null) {
      throw new IllegalArgumentException(
          "Cannot read " + lake.table().qualifiedName() + ": no field id of " + field.name());
    }
    return id
        + ": {name: "
        + literal(field.name())
        + ", type: "
        + literal(type(field))
        + ", default_value: null}";
  }

  private static String name(Field field) {
    return quoted(field.name());
  }

  static String quoted(String name) {
    return "\"" + name + "\"";
  }

  private static String type(Field field) {
    return switch (field.type()) {
      case TEXT -> "varchar";
      case DATE -> "date";
      case DATE_TIME -> "timestamp";
      case INTEGER -> "integer";
      case LONG -> "bigint";
      case BOOLEAN -> "boolean";
      case DECIMAL -> "decimal(" + FieldType.DECIMAL_DIGITS + ", " + FieldType.DECIMAL_SCALE + ")";
      case TEXT_LIST -> "varchar[]";
      case LONG_LIST -> "bigint[]";
    };
  }

  private static <T> String list(List<T> values, Function<? super T, String> text) {
    return values.stream().map(text).collect(joining(",\n    "));
  }
}
