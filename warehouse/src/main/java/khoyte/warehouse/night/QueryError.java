package khoyte.warehouse.night;

import java.sql.SQLException;
import java.util.Objects;
import java.util.regex.Pattern;

/** Why DuckDB did not run a query, without values of rows that the query did not name itself. */
final class QueryError {
  /** Errors that are found before any row is read. */
  private static final Pattern ABOUT_THE_QUERY =
      Pattern.compile("(Parser|Syntax|Binder|Catalog|Permission) Error: .*");

  /** From the first quotation mark to the last: a value may hold some itself. */
  private static final Pattern QUOTED = Pattern.compile("(['\"]).*\\1");

  private static final Pattern NUMBER = Pattern.compile("(?<!\\p{Alnum})\\d[\\d.,:-]*");
  private static final Pattern OWN_WORDS = Pattern.compile("\\berror\\s*\\(");
  private static final Pattern PLAIN = Pattern.compile("[\\x20-\\x7e…]*");

  private QueryError() {}

  /**
   * The first line of an error, its values as {@code …}; if it is not known where they are, its
   * kind.
   */
  static String words(String sql, SQLException error) {
    String line = Objects.requireNonNullElse(error.getMessage(), "").lines().findFirst().orElse("");
    if (ABOUT_THE_QUERY.matcher(line).matches()) {
      return line;
    }
    String kind = line.split(":", 2)[0];
    String words =
        NUMBER
            .matcher(QUOTED.matcher(line).replaceAll(value -> named(value.group(), sql)))
            .replaceAll(value -> named(value.group(), sql));
    return OWN_WORDS.matcher(sql).find() || !PLAIN.matcher(words).matches() ? kind : words;
  }

  private static String named(String value, String sql) {
    return java.util.regex.Matcher.quoteReplacement(sql.contains(value) ? value : "…");
  }
}
