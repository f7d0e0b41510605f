package khoyte.warehouse.night;

/**
 * A column of an answer.
 *
 * @param type DuckDB's name of it, as in {@code BIGINT}
 */
public record AnswerColumn(String name, String type) {

  /** Whether its values are printed to the right. */
  boolean isNumber() {
    return type.endsWith("INT")
        || type.equals("INTEGER")
        || type.equals("DOUBLE")
        || type.equals("FLOAT")
        || type.startsWith("DECIMAL");
  }
}
