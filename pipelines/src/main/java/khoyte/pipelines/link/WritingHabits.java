package khoyte.pipelines.link;

import static org.apache.spark.sql.functions.col;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import khoyte.pipelines.link.model.Cleaning;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;

/**
 * How the values of a column are written, where a single value does not tell.
 *
 * @param monthFirst whether dates have the month before the day
 * @param familyFirst whether whole names begin with the family name
 */
record WritingHabits(boolean monthFirst, boolean familyFirst) {
  static final WritingHabits USUAL = new WritingHabits(false, false);

  /**
   * Asks the columns of a table.
   *
   * @param plain rows with the columns, plain
   * @param cleaning of each column
   */
  static Map<String, WritingHabits> of(Dataset<Row> plain, Map<String, List<Cleaning>> cleaning) {
    List<Column> asked = new ArrayList<>();
    cleaning.forEach(
        (name, steps) -> {
          if (steps.contains(Cleaning.DATE)) {
            asked.add(DateForms.monthFirst(col(name)).as("month_" + name));
          }
          if (isOfWholeNames(steps)) {
            asked.add(WholeNames.familyFirst(col(name)).as("family_" + name));
          }
        });
    Map<String, WritingHabits> habits = new HashMap<>();
    if (!asked.isEmpty()) {
      Row answer = plain.select(asked.toArray(Column[]::new)).first();
      cleaning.forEach(
          (name, steps) ->
              habits.put(
                  name,
                  new WritingHabits(
                      steps.contains(Cleaning.DATE) && isTrue(answer, "month_" + name),
                      isOfWholeNames(steps) && isTrue(answer, "family_" + name))));
    }
    return habits;
  }

  private static boolean isOfWholeNames(List<Cleaning> steps) {
    return steps.stream().anyMatch(WholeNames.PARTS::contains);
  }

  /** No value at all tells nothing. */
  private static boolean isTrue(Row answer, String question) {
    int place = answer.fieldIndex(question);
    return !answer.isNullAt(place) && answer.getBoolean(place);
  }
}
