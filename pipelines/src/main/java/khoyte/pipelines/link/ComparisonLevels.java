package khoyte.pipelines.link;

import static org.apache.spark.sql.functions.abs;
import static org.apache.spark.sql.functions.array_intersect;
import static org.apache.spark.sql.functions.coalesce;
import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.greatest;
import static org.apache.spark.sql.functions.least;
import static org.apache.spark.sql.functions.length;
import static org.apache.spark.sql.functions.levenshtein;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.not;
import static org.apache.spark.sql.functions.size;
import static org.apache.spark.sql.functions.substring;
import static org.apache.spark.sql.functions.when;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import khoyte.pipelines.link.model.Comparison;
import khoyte.pipelines.link.model.Level;
import khoyte.pipelines.link.model.LevelTest;
import khoyte.pipelines.link.model.LinkModel;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.types.DataTypes;

/**
 * How far the two rows of a pair agree: one small number a comparison, column {@code g_0}, {@code
 * g_1}, … in the order of the model. What is costly to measure is measured once a pair.
 */
final class ComparisonLevels {
  private static final int DATE_LENGTH = 8;
  private static final int YEAR_LENGTH = 4;
  private static final String FIRST_OF_JANUARY = "0101";

  private final LinkModel model;
  private final Map<String, Column> measures = new LinkedHashMap<>();

  ComparisonLevels(LinkModel model) {
    this.model = model;
  }

  static String levelColumn(int comparison) {
    return "g_" + comparison;
  }

  /**
   * Adds the levels to pairs whose rows stand side by side, see {@link PreparedRows#left}, and
   * keeps of their columns only those asked for. Values are looked at in one step that gives
   * numbers, which the next one makes levels of: no text is copied.
   */
  Dataset<Row> of(Dataset<Row> pairs, List<Column> kept) {
    List<Column> levels = new ArrayList<>();
    for (int i = 0; i < model.comparisons().size(); i++) {
      levels.add(level(model.comparisons().get(i)).as(levelColumn(i)));
    }
    List<Column> first = new ArrayList<>(kept);
    measures.forEach((name, measure) -> first.add(measure.as(name)));
    Dataset<Row> measured = pairs.select(first.toArray(Column[]::new));
    List<Column> second = new ArrayList<>();
    Arrays.stream(measured.columns()).limit(kept.size()).forEach(name -> second.add(col(name)));
    second.addAll(levels);
    return measured.select(second.toArray(Column[]::new));
  }

  private Column level(Comparison comparison) {
    String column = comparison.column();
    Column missing = PreparedRows.left(column).isNull().or(PreparedRows.right(column).isNull());
    Column level = when(measure("missing_" + column, missing), lit(Comparison.SILENT));
    for (LevelTest test : comparison.silentWhen()) {
      level = level.when(holds(comparison, test), lit(Comparison.SILENT));
    }
    int place = 0;
    for (Level tested : comparison.levels()) {
      Column anyOf = lit(false);
      for (LevelTest test : tested.anyOf()) {
        anyOf = anyOf.or(holds(comparison, test));
      }
      level = level.when(anyOf, lit(place++));
    }
    return level.otherwise(lit(place)).cast(DataTypes.ByteType);
  }

  private Column holds(Comparison comparison, LevelTest test) {
    String column = comparison.column();
    Column one = PreparedRows.left(column);
    Column other = PreparedRows.right(column);
    int limit = (int) test.limit();
    String name = test.kind() + "_" + limit + "_" + column;
    return switch (test.kind()) {
      case EQUAL -> measure(name, one.equalTo(other));
      case BARE -> {
        Column isBare = one.equalTo(folded(one)).or(other.equalTo(folded(other)));
        yield measure(name, folded(one).equalTo(folded(other)).and(isBare));
      }
      case FOLDED -> measure(name, folded(one).equalTo(folded(other)));
      case VARIANT ->
          measure(
              name, NameVariants.oneForm(folded(one)).equalTo(NameVariants.oneForm(folded(other))));
      case LEVENSHTEIN -> measure(name, levenshtein(one, other, limit).geq(0));
      case DAMERAU -> distance(comparison).leq(limit);
      case FOLDED_DAMERAU ->
          measure(name, Similarity.distance(folded(one), folded(other), limit).leq(limit));
      case MISSPELT ->
          measure(
              name,
              Similarity.distance(folded(one), folded(other), limit)
                  .leq(limit)
                  .and(not(GivenNames.areTwo(folded(one), folded(other)))));
      case JARO_WINKLER ->
          measure("near_" + column, Similarity.jaroWinkler(one, other)).geq(test.limit());
      case STARTS ->
          measure(
              name,
              least(length(one), length(other))
                  .geq(limit)
                  .and(one.startsWith(other).or(other.startsWith(one))));
      case ONE_SLIP ->
          measure("long_" + column, length(one).equalTo(length(other)))
              .and(distance(comparison).equalTo(1));
      case DAY_MONTH_SWAPPED -> measure(name, dayMonthSwapped(one, other));
      case DATE_SLIP ->
          measure("long_" + column, length(one).equalTo(length(other)))
              .and(distance(comparison).equalTo(1))
              .and(measure("years_" + column, yearsApart(one, other)).leq(limit));
      case DATE_PARTS -> measure("parts_" + column, equalDateParts(one, other)).geq(limit);
      case YEAR_ONLY ->
          measure(name, same(one, other, 1, 4).equalTo(1).and(saysYearOnly(one, other)));
      case YEARS -> measure("years_" + column, yearsApart(one, other)).leq(limit);
      case SAME ->
          measure(
              name + "_" + test.other(),
              coalesce(
                  PreparedRows.left(test.other()).equalTo(PreparedRows.right(test.other())),
                  lit(false)));
      case OVERLAP -> measure("common_" + column, size(array_intersect(one, other))).geq(limit);
      case SWAPPED -> swapped(column, test);
    };
  }

  /** Measured as far as some level of the comparison asks. */
  private Column distance(Comparison comparison) {
    int farthest =
        Stream.concat(
                comparison.silentWhen().stream(),
                comparison.levels().stream().flatMap(level -> level.anyOf().stream()))
            .filter(test -> test.kind() == LevelTest.Kind.DAMERAU)
            .mapToInt(test -> (int) test.limit())
            .max()
            .orElse(1);
    String column = comparison.column();
    return measure(
        "far_" + column,
        Similarity.distance(PreparedRows.left(column), PreparedRows.right(column), farthest));
  }

  private Column swapped(String column, LevelTest test) {
    return exchanged(column, test.other())
        .geq(test.limit())
        .and(exchanged(test.other(), column).geq(test.limit()));
  }

  /** How near a left value is to the right value of another column; 0 if one is missing. */
  private Column exchanged(String column, String otherColumn) {
    Column one = PreparedRows.left(column);
    Column other = PreparedRows.right(otherColumn);
    return measure(
        "exchanged_" + column + "_" + otherColumn,
        coalesce(when(one.isNotNull(), Similarity.jaroWinkler(one, other)), lit(0.0)));
  }

  private static Column dayMonthSwapped(Column one, Column other) {
    return bothAreDates(one, other)
        .and(substring(one, 1, 4).equalTo(substring(other, 1, 4)))
        .and(substring(one, 5, 2).equalTo(substring(other, 7, 2)))
        .and(substring(one, 7, 2).equalTo(substring(other, 5, 2)));
  }

  private static Column equalDateParts(Column one, Column other) {
    Column equal = same(one, other, 1, 4).plus(same(one, other, 5, 2)).plus(same(one, other, 7, 2));
    return when(bothAreDates(one, other), equal).otherwise(lit(0));
  }

  private static Column same(Column one, Column other, int from, int length) {
    return substring(one, from, length).equalTo(substring(other, from, length)).cast("int");
  }

  private static Column folded(Column value) {
    return ValueCleaning.folded(value);
  }

  /** Whether the year is all that one of two dates says; a year alone is often made 1 January. */
  private static Column saysYearOnly(Column one, Column other) {
    return length(one)
        .equalTo(YEAR_LENGTH)
        .or(length(other).equalTo(YEAR_LENGTH))
        .or(one.endsWith(FIRST_OF_JANUARY))
        .or(other.endsWith(FIRST_OF_JANUARY));
  }

  private static Column yearsApart(Column one, Column other) {
    return coalesce(
        abs(
            substring(one, 1, YEAR_LENGTH)
                .try_cast(DataTypes.IntegerType)
                .minus(substring(other, 1, YEAR_LENGTH).try_cast(DataTypes.IntegerType))),
        lit(Integer.MAX_VALUE));
  }

  private static Column bothAreDates(Column one, Column other) {
    return greatest(length(one), length(other))
        .equalTo(DATE_LENGTH)
        .and(least(length(one), length(other)).equalTo(DATE_LENGTH));
  }

  private Column measure(String name, Column measured) {
    measures.putIfAbsent("m_" + name, measured);
    return col("m_" + name);
  }
}
