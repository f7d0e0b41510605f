package khoyte.pipelines.link;

import static org.apache.spark.sql.functions.array;
import static org.apache.spark.sql.functions.array_join;
import static org.apache.spark.sql.functions.array_sort;
import static org.apache.spark.sql.functions.bit_or;
import static org.apache.spark.sql.functions.coalesce;
import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.concat_ws;
import static org.apache.spark.sql.functions.count;
import static org.apache.spark.sql.functions.get;
import static org.apache.spark.sql.functions.length;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.posexplode;
import static org.apache.spark.sql.functions.soundex;
import static org.apache.spark.sql.functions.substring;
import static org.apache.spark.sql.functions.sum;
import static org.apache.spark.sql.functions.when;
import static org.apache.spark.sql.functions.xxhash64;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import khoyte.pipelines.link.model.BlockingRule;
import khoyte.pipelines.link.model.Comparison;
import khoyte.pipelines.link.model.KeyPart;
import khoyte.pipelines.link.model.KeyPart.Function;
import khoyte.pipelines.link.model.LinkModel;
import khoyte.warehouse.Fault;
import khoyte.warehouse.KhoyteException;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.functions;

/**
 * Pairs worth comparing: those that a blocking rule brings together, each once, however many rules
 * do. Keys are hashed to 64 bits; rows that collide are compared, which does no harm.
 */
final class Candidates {
  static final String LEFT = "l_row";
  static final String RIGHT = "r_row";

  /** Bit set of the rules that found a pair. */
  static final String RULES = "rules";

  /** Whether a pair satisfies a rule of the prior. */
  static final String CERTAIN = "certain";

  static final String RULE = "rule";
  static final String KEY = "key";

  /** Place of a key in {@link Keys}. */
  static final String PLACE = "place";

  /** So many words of a list are keys, where a rule looks at each of them. */
  static final int WORDS_OF_A_LIST = 3;

  private Candidates() {}

  static String occurrences(int comparison) {
    return "n_" + comparison;
  }

  /** Keys of the rows, one row a key: {@code row, side, rule, key}. */
  static Dataset<Row> keys(PreparedRows prepared) {
    Keys keys = keys(prepared.model(), WORDS_OF_A_LIST);
    return prepared
        .rows()
        .select(
            col(PreparedRows.ROW),
            col(PreparedRows.SIDE),
            posexplode(keys.all()).as(new String[] {PLACE, KEY}))
        .where(col(KEY).isNotNull())
        .select(col(PreparedRows.ROW), col(PreparedRows.SIDE), keys.rule(), col(KEY));
  }

  /**
   * What a row is brought together by.
   *
   * @param rules by the place of a key in the array, its rule
   * @param hashes null where the rule passes the row by
   */
  record Keys(List<Integer> rules, List<Column> hashes) {
    Column all() {
      return array(hashes.toArray(Column[]::new));
    }

    /** The rule of a key of column {@link #PLACE}. */
    Column rule() {
      return get(array(rules.stream().map(functions::lit).toArray(Column[]::new)), col(PLACE))
          .as(RULE);
    }
  }

  /**
   * Pairs that each rule would bring together, in the order of the model; nothing is compared.
   *
   * @param keys of the rows
   */
  static List<Long> counted(PreparedRows prepared, Dataset<Row> keys) {
    Column left = count(when(col(PreparedRows.SIDE).equalTo(0), lit(1)));
    Column right = count(when(col(PreparedRows.SIDE).equalTo(1), lit(1)));
    Column pairs =
        prepared.areTwoTables()
            ? left.multiply(right)
            : left.multiply(left.minus(1)).divide(2).cast("long");
    Map<Integer, Long> byRule = new HashMap<>();
    keys.groupBy(RULE, KEY)
        .agg(pairs.as("pairs"))
        .groupBy(RULE)
        .agg(sum("pairs"))
        .collectAsList()
        .forEach(row -> byRule.put(row.getInt(0), row.getLong(1)));
    List<Long> all = new ArrayList<>();
    for (int rule = 0; rule < prepared.model().blocking().size(); rule++) {
      all.add(byRule.getOrDefault(rule, 0L));
    }
    return all;
  }

  /** The rules that are followed: one beyond its cap is left out or refused by its name. */
  static List<BlockingRule> withinCap(
      LinkModel model, List<Long> counted, Consumer<Remark> remarks) {
    List<BlockingRule> followed = new ArrayList<>();
    for (int i = 0; i < counted.size(); i++) {
      BlockingRule rule = model.blocking().get(i);
      if (counted.get(i) <= rule.cap()) {
        followed.add(rule);
        remarks.accept(Remark.of("link.rule", rule.name(), counted.get(i)));
      } else if (rule.mayBeLeftOut()) {
        remarks.accept(Remark.of("link.rule.left", rule.name(), counted.get(i), rule.cap()));
      } else {
        throw new KhoyteException(
            Fault.ARGUMENT, "link.rule.cap", rule.name(), counted.get(i), rule.cap(), model.name());
      }
    }
    if (followed.isEmpty()) {
      throw new KhoyteException(Fault.ARGUMENT, "link.rule.none", model.name());
    }
    return List.copyOf(followed);
  }

  /**
   * The pairs: {@link #LEFT}, {@link #RIGHT} (the smaller row number, or the first table, is left)
   * and {@link #RULES}. Only numbers are joined and sent around.
   *
   * @param keys of the rows, by the rules of {@code all}
   * @param followed those rules of {@code all} that count
   */
  static Dataset<Row> pairs(
      Dataset<Row> keys, List<BlockingRule> all, List<BlockingRule> followed, boolean twoTables) {
    Column bit = lit(0);
    for (int rule = 0; rule < all.size(); rule++) {
      int place = followed.indexOf(all.get(rule));
      if (place >= 0) {
        bit = when(col(RULE).equalTo(rule), lit(1 << place)).otherwise(bit);
      }
    }
    Dataset<Row> counting = keys.withColumn(RULES, bit).where(col(RULES).notEqual(0));
    Dataset<Row> left =
        counting
            .where(col(PreparedRows.SIDE).equalTo(0))
            .select(col(PreparedRows.ROW).as(LEFT), col(KEY), col(RULES));
    Dataset<Row> right =
        counting
            .where(col(PreparedRows.SIDE).equalTo(twoTables ? 1 : 0))
            .select(col(PreparedRows.ROW).as(RIGHT), col(KEY).as("r_key"));
    return left.join(right, col(KEY).equalTo(col("r_key")).and(col(LEFT).lt(col(RIGHT))))
        .select(LEFT, RIGHT, RULES)
        .repartition(col(LEFT))
        .groupBy(LEFT, RIGHT)
        .agg(bit_or(col(RULES)).as(RULES));
  }

  /**
   * The pairs with how they agree: {@link #LEFT}, {@link #RIGHT}, {@link #RULES}, {@link #CERTAIN},
   * the levels of {@link ComparisonLevels}, and {@code n_0}, {@code n_1}, … in how many rows a
   * value occurs on which the pair agrees, where term frequency counts.
   */
  static Dataset<Row> compared(PreparedRows prepared, Dataset<Row> pairs) {
    LinkModel model = prepared.model();
    Dataset<Row> both = pairs.join(prepared.left(), LEFT).join(prepared.right(), RIGHT);
    List<Column> kept = new ArrayList<>();
    kept.add(col(LEFT));
    kept.add(col(RIGHT));
    kept.add(col(RULES));
    kept.add(certain(model).as(CERTAIN));
    kept.addAll(occurrences(model));
    return new ComparisonLevels(model).of(both, kept);
  }

  static List<Column> occurrences(LinkModel model) {
    List<Column> occurrences = new ArrayList<>();
    for (int i = 0; i < model.comparisons().size(); i++) {
      Comparison comparison = model.comparisons().get(i);
      if (comparison.termFrequencyLevel() >= 0) {
        Column one = PreparedRows.left(comparison.column());
        Column other = PreparedRows.right(comparison.column());
        occurrences.add(
            when(one.equalTo(other), col("l_n_" + comparison.column()))
                .cast("int")
                .as(occurrences(i)));
      }
    }
    return occurrences;
  }

  private static Column certain(LinkModel model) {
    Column certain = lit(false);
    for (List<String> rule : model.prior().rules()) {
      Column all = lit(true);
      for (String column : rule) {
        all = all.and(PreparedRows.left(column).equalTo(PreparedRows.right(column)));
      }
      certain = certain.or(coalesce(all, lit(false)));
    }
    return certain;
  }

  /**
   * One hash a rule, several where it looks at each word of a list.
   *
   * @param words of a list, at most
   */
  static Keys keys(LinkModel model, int words) {
    List<Integer> rules = new ArrayList<>();
    List<Column> hashes = new ArrayList<>();
    for (int rule = 0; rule < model.blocking().size(); rule++) {
      List<KeyPart> parts = model.blocking().get(rule).parts();
      boolean hasList = parts.stream().anyMatch(part -> part.function() == Function.EACH);
      for (int word = 0; word < (hasList ? words : 1); word++) {
        List<Column> values = new ArrayList<>(List.of(lit(rule)));
        Column isWhole = lit(true);
        for (KeyPart part : parts) {
          Column value = value(model, part, word);
          values.add(value);
          isWhole = isWhole.and(value.isNotNull());
        }
        rules.add(rule);
        hashes.add(when(isWhole, xxhash64(values.toArray(Column[]::new))));
      }
    }
    return new Keys(List.copyOf(rules), List.copyOf(hashes));
  }

  private static Column value(LinkModel model, KeyPart part, int word) {
    Column[] columns =
        part.columns().stream()
            .map(
                name ->
                    model.column(name).isList() && part.function() != Function.EACH
                        ? array_join(col("c_" + name), " ")
                        : col("c_" + name))
            .toArray(Column[]::new);
    Column one = columns[0];
    return switch (part.function()) {
      case WHOLE -> one;
      case FIRST -> substring(one, 1, part.length());
      case LAST -> substring(one, -part.length(), part.length());
      case SOUNDEX -> soundex(one);
      case EACH -> get(one, lit(word));
      case FOLDED ->
          when(
              columns[columns.length - 1].isNotNull(),
              concat_ws(
                  " ", Arrays.stream(columns).map(ValueCleaning::folded).toArray(Column[]::new)));
      case YEAR -> when(length(one).isin(4, 8), substring(one, 1, 4));
      case MONTH -> datePart(one, 5, 2);
      case DAY -> datePart(one, 7, 2);
      case SORTED -> {
        Column all =
            Arrays.stream(columns).map(Column::isNotNull).reduce(Column::and).orElseThrow();
        yield when(all, array_join(array_sort(array(columns)), " "));
      }
    };
  }

  private static Column datePart(Column date, int from, int digits) {
    return when(length(date).equalTo(8), substring(date, from, digits));
  }
}
