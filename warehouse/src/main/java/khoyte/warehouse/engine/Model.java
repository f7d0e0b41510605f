package khoyte.warehouse.engine;

import java.util.List;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import khoyte.warehouse.sql.SqlText;

/**
 * A truth across rows: a table by what it is selected from.
 *
 * @param name of the table
 * @param select one SELECT
 */
public record Model(String name, String select) {
  private static final Pattern COMMENT = Pattern.compile("--[^\n]*");
  private static final Pattern WITH =
      Pattern.compile("(?:\\bwith\\b|,)\\s*(\\w+)\\s+as\\s*\\(", Pattern.CASE_INSENSITIVE);
  private static final Pattern FROM =
      Pattern.compile("\\b(?:from|join)\\s+(\\w+)", Pattern.CASE_INSENSITIVE);

  /**
   * The model of a file.
   *
   * @param path below {@code sql/}, without its ending; the table has the file's name
   */
  public static Model of(String path) {
    return new Model(path.substring(path.lastIndexOf('/') + 1), SqlText.of(path));
  }

  /** The tables that it reads, in the order of their names. */
  public List<String> reads() {
    String text = COMMENT.matcher(select).replaceAll("");
    TreeSet<String> names = names(FROM, text);
    names.removeAll(names(WITH, text));
    return List.copyOf(names);
  }

  private static TreeSet<String> names(Pattern pattern, String text) {
    TreeSet<String> names = new TreeSet<>();
    Matcher matcher = pattern.matcher(text);
    while (matcher.find()) {
      names.add(matcher.group(1));
    }
    names.remove("values");
    return names;
  }
}
