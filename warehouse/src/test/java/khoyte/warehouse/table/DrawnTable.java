package khoyte.warehouse.table;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.assertj.core.api.Assertions;

/**
 * Rows drawn as text:
 *
 * <pre>
 * ma_hssk | opened_on  | defects
 * HS1     | 2022-01-31 | ID_FORMAT, DOB_FORMAT
 * HS2     |            | []
 * </pre>
 *
 * <p>Values are read by the types of the table's fields. An empty cell is null, {@code ""} an empty
 * text, {@code []} an empty list. Fields that are not drawn are null, or if they are required: the
 * number of the row (record_number), the line it would have (line), 1 (file_id), resolved if the
 * row has a citizen and nobody if not (link), else empty, 0 or false.
 */
public final class DrawnTable {
  private static final DateTimeFormatter DATE_TIME =
      DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm[:ss]");

  private DrawnTable() {}

  /** Rows of a table, values in the order of its fields. */
  public static List<Object[]> rows(Table table, String drawn) {
    List<Object[]> rows = new ArrayList<>();
    for (Map<String, Object> map : maps(table, drawn)) {
      rows.add(map.values().toArray());
    }
    return rows;
  }

  /** Rows of a table, by the names of all its fields in their order. */
  public static List<Map<String, Object>> maps(Table table, String drawn) {
    List<List<String>> lines = lines(drawn);
    List<String> names = lines.get(0);
    names.forEach(table::indexOf);
    List<Map<String, Object>> rows = new ArrayList<>();
    for (List<String> cells : lines.subList(1, lines.size())) {
      Map<String, Object> row = new LinkedHashMap<>();
      for (Field field : table.fields()) {
        int place = names.indexOf(field.name());
        row.put(field.name(), place < 0 ? null : value(field.type(), cells.get(place)));
      }
      int number = rows.size() + 1;
      for (Field field : table.fields()) {
        if (field.required() && !names.contains(field.name())) {
          row.put(field.name(), standing(field, number, row));
        }
      }
      rows.add(row);
    }
    return rows;
  }

  /** Draws rows: aligned columns, no trailing spaces, a line break after each row. */
  public static String draw(List<String> names, List<? extends List<?>> rows) {
    List<List<String>> lines = new ArrayList<>();
    lines.add(names);
    rows.forEach(row -> lines.add(row.stream().map(DrawnTable::text).toList()));
    int[] widths = new int[names.size()];
    for (List<String> line : lines) {
      for (int i = 0; i < widths.length; i++) {
        widths[i] = Math.max(widths[i], line.get(i).length());
      }
    }
    return lines.stream().map(line -> drawLine(line, widths) + "\n").collect(Collectors.joining());
  }

  /** To say what rows must be. Each row knows its values by name; more of them than are drawn. */
  public static RowsAssert assertThatRows(List<? extends Map<String, ?>> rows) {
    return new RowsAssert(rows);
  }

  /** The same of rows whose values are in the order of a table's fields. */
  public static RowsAssert assertThatRows(Table table, List<Object[]> rows) {
    List<String> names = table.fields().stream().map(Field::name).toList();
    return assertThatRows(names, rows.stream().map(Arrays::asList).toList());
  }

  /** The same of rows whose values are in the order of names. */
  public static RowsAssert assertThatRows(List<String> names, List<? extends List<?>> rows) {
    List<Map<String, Object>> maps = new ArrayList<>();
    for (List<?> row : rows) {
      Map<String, Object> map = new LinkedHashMap<>();
      for (int i = 0; i < names.size(); i++) {
        map.put(names.get(i), row.get(i));
      }
      maps.add(map);
    }
    return assertThatRows(maps);
  }

  /** Compares the drawn columns, as text, so that a failure shows two tables. */
  public static final class RowsAssert {
    private final List<? extends Map<String, ?>> rows;

    private RowsAssert(List<? extends Map<String, ?>> rows) {
      this.rows = rows;
    }

    /** The drawn rows and no others, in any order. */
    public void areExactly(String drawn) {
      List<List<String>> lines = lines(drawn);
      Assertions.assertThat(drawSorted(lines.get(0), actual(lines.get(0))))
          .isEqualTo(drawSorted(lines.get(0), lines.subList(1, lines.size())));
    }

    /** The drawn rows and no others, in this order. */
    public void areExactlyInOrder(String drawn) {
      List<List<String>> lines = lines(drawn);
      Assertions.assertThat(draw(lines.get(0), actual(lines.get(0))))
          .isEqualTo(draw(lines.get(0), lines.subList(1, lines.size())));
    }

    private List<List<String>> actual(List<String> names) {
      return rows.stream()
          .map(row -> names.stream().map(name -> text(valueOf(row, name))).toList())
          .toList();
    }

    private static Object valueOf(Map<String, ?> row, String name) {
      if (!row.containsKey(name)) {
        throw new IllegalArgumentException(
            "Cannot compare column " + name + ": the rows have " + row.keySet());
      }
      return row.get(name);
    }

    private static String drawSorted(List<String> names, List<List<String>> rows) {
      Stream<List<String>> sorted =
          rows.stream()
              .sorted((one, other) -> String.join("\n", one).compareTo(String.join("\n", other)));
      return draw(names, sorted.toList());
    }
  }

  private static List<List<String>> lines(String drawn) {
    List<List<String>> lines =
        drawn
            .lines()
            .filter(line -> !line.isBlank())
            .map(line -> Arrays.stream(line.split("\\|", -1)).map(String::strip).toList())
            .toList();
    for (List<String> line : lines) {
      if (line.size() != lines.get(0).size()) {
        throw new IllegalArgumentException(
            "Cannot read drawn row " + line + ": the heading is " + lines.get(0));
      }
    }
    return lines;
  }

  private static Object value(FieldType type, String cell) {
    if (cell.isEmpty()) {
      return null;
    }
    return switch (type) {
      case TEXT -> cell.equals("\"\"") ? "" : cell;
      case DATE -> LocalDate.parse(cell);
      case DATE_TIME -> LocalDateTime.parse(cell, DATE_TIME);
      case INTEGER -> Integer.valueOf(cell);
      case LONG -> Long.valueOf(cell);
      case BOOLEAN -> truth(cell);
      case DECIMAL -> new BigDecimal(cell).setScale(FieldType.DECIMAL_SCALE);
      case TEXT_LIST -> cell.equals("[]") ? List.of() : List.of(cell.split(", *"));
      case LONG_LIST ->
          cell.equals("[]")
              ? List.of()
              : Arrays.stream(cell.split(", *")).map(Long::valueOf).toList();
    };
  }

  private static Boolean truth(String cell) {
    return switch (cell) {
      case "true" -> true;
      case "false" -> false;
      default -> throw new IllegalArgumentException("Cannot read " + cell + " as true or false");
    };
  }

  private static Object standing(Field field, int number, Map<String, Object> row) {
    return switch (field.name()) {
      case "file_id" -> 1L;
      case "record_number" -> number;
      case "line" -> number + 1;
      case "link" -> row.get("citizen_key") == null ? "nobody" : "resolved";
      default ->
          switch (field.type()) {
            case TEXT -> "";
            case DATE -> LocalDate.EPOCH;
            case DATE_TIME -> LocalDate.EPOCH.atStartOfDay();
            case INTEGER -> 0;
            case LONG -> 0L;
            case BOOLEAN -> false;
            case DECIMAL -> BigDecimal.ZERO.setScale(FieldType.DECIMAL_SCALE);
            case TEXT_LIST, LONG_LIST -> List.of();
          };
    };
  }

  private static String text(Object value) {
    if (value == null) {
      return "";
    }
    if (value instanceof String string) {
      return string.isEmpty() ? "\"\"" : string;
    }
    if (value instanceof LocalDateTime dateTime) {
      return DateTimeFormatter.ofPattern(
              dateTime.getSecond() == 0 ? "yyyy-MM-dd HH:mm" : "yyyy-MM-dd HH:mm:ss")
          .format(dateTime);
    }
    if (value instanceof BigDecimal number) {
      return number.stripTrailingZeros().toPlainString();
    }
    if (value instanceof Iterable<?> list) {
      List<String> elements = new ArrayList<>();
      list.forEach(element -> elements.add(text(element)));
      return elements.isEmpty() ? "[]" : String.join(", ", elements);
    }
    return value.toString();
  }

  private static String drawLine(List<String> cells, int[] widths) {
    StringBuilder line = new StringBuilder();
    for (int i = 0; i < widths.length; i++) {
      line.append(i == 0 ? "" : " | ").append(cells.get(i));
      line.append(" ".repeat(widths[i] - cells.get(i).length()));
    }
    return line.toString().stripTrailing();
  }
}
