package khoyte.warehouse.sql;

import static java.util.stream.Collectors.joining;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import khoyte.warehouse.table.FieldType;

/** The text of SQL files. */
public final class SqlText {
  private static final Pattern PLACE = Pattern.compile("\\$\\{([a-z]+)}");

  private SqlText() {}

  /** Text of {@code sql/<path>.sql}, of whatever module. */
  public static String of(String path) {
    String resource = "/sql/" + path + ".sql";
    try (InputStream file =
        Objects.requireNonNull(SqlText.class.getResourceAsStream(resource), resource)) {
      return new String(file.readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** The same with its places, as {@code ${table}}, filled. */
  public static String of(String path, Map<String, String> places) {
    return PLACE
        .matcher(of(path))
        .replaceAll(
            place -> Matcher.quoteReplacement(Objects.requireNonNull(places.get(place.group(1)))));
  }

  public static String literal(String value) {
    return "'" + value.replace("'", "''") + "'";
  }

  public static String quoted(String name) {
    return "\"" + name + "\"";
  }

  /** A type as DuckDB names it. */
  public static String type(FieldType type) {
    return switch (type) {
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

  /** Texts of values, one a line. */
  public static <T> String list(List<T> values, Function<? super T, String> text) {
    return values.stream().map(text).collect(joining(",\n    "));
  }
}
