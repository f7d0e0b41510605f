package khoyte.warehouse.table;

/**
 * A column of a table, declared once.
 *
 * @param name snake_case, the same from staging to page
 * @param required whether every row has a value
 * @param meaning one line: content, unit, code list
 */
public record Field(String name, FieldType type, boolean required, String meaning) {

  public static Field required(String name, FieldType type, String meaning) {
    return new Field(name, type, true, meaning);
  }

  public static Field optional(String name, FieldType type, String meaning) {
    return new Field(name, type, false, meaning);
  }
}
