package khoyte.pipelines.link;

import static org.apache.spark.sql.functions.broadcast;
import static org.apache.spark.sql.functions.coalesce;
import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.posexplode;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import khoyte.pipelines.link.estimate.Explanation;
import khoyte.pipelines.link.estimate.LinkParameters;
import khoyte.pipelines.link.estimate.Mixture;
import khoyte.pipelines.link.estimate.ValueShares;
import khoyte.pipelines.link.model.BlockingRule;
import khoyte.pipelines.link.model.Comparison;
import khoyte.pipelines.link.model.LinkModel;
import khoyte.warehouse.Fault;
import khoyte.warehouse.KhoyteException;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;
import org.apache.spark.sql.SparkSession;
import org.apache.spark.sql.types.DataTypes;
import org.apache.spark.sql.types.StructType;

/**
 * Looks for people in a registry with parameters that were learned before: what it says of a pair
 * depends on the two rows and on nothing else, neither on the other rows nor on their number.
 *
 * <p>Rows have a number in a column that the caller names, and {@code c_<column>} of the model,
 * clean: text, dates as {@code yyyyMMdd} or {@code yyyy}, lists as arrays; null where there is
 * none.
 */
public final class PersonSearch {
  public static final String LEFT = Candidates.LEFT;
  public static final String RIGHT = Candidates.RIGHT;
  public static final String KEY = Candidates.KEY;
  public static final String RULE = Candidates.RULE;
  public static final String WEIGHT = PairScores.WEIGHT;
  public static final String CONTRADICTED = PairScores.CONTRADICTED;

  private static final int WORDS_SOUGHT = 12;

  private final LinkModel model;
  private final LinkParameters parameters;
  private final List<Long> counts;

  /**
   * @param people among whom one is looked for; a constant, so that a decision does not change with
   *     every newborn
   * @throws KhoyteException if the parameters are not those of the model
   */
  public PersonSearch(LinkModel model, LinkParameters parameters, long people) {
    this.model = model;
    this.parameters = parameters.alignedTo(model);
    this.counts = List.of(people, 1L);
  }

  /** Refuses a model that needs what the rows do not have. */
  public void checkColumns(Collection<String> known) {
    TreeSet<String> unknown = new TreeSet<>(model.usedColumns());
    unknown.removeAll(known);
    if (!unknown.isEmpty()) {
      throw new KhoyteException(
          Fault.ARGUMENT,
          "match.columns",
          model.name(),
          String.join(", ", unknown),
          String.join(", ", new TreeSet<>(known)));
    }
  }

  /**
   * Refuses a rule, by its name, that brings too many together.
   *
   * @param rule as in column {@link #RULE}
   */
  public void checkCap(int rule, long pairs) {
    BlockingRule followed = model.blocking().get(rule);
    if (pairs > followed.cap()) {
      throw new KhoyteException(
          Fault.ARGUMENT, "link.rule.cap", followed.name(), pairs, followed.cap(), model.name());
    }
  }

  /** Keys of the rows that are looked for: the number, {@link #RULE} and {@link #KEY}. */
  public Dataset<Row> soughtKeys(Dataset<Row> rows, String number) {
    Candidates.Keys keys = Candidates.keys(model, WORDS_SOUGHT);
    return rows.select(col(number), posexplode(keys.all()).as(new String[] {Candidates.PLACE, KEY}))
        .where(col(KEY).isNotNull())
        .select(col(number), keys.rule(), col(KEY));
  }

  /** Keys of a row of the registry, a list; null where a rule passes the row by. */
  public Column registryKeys() {
    return Candidates.keys(model, Candidates.WORDS_OF_A_LIST).all();
  }

  /**
   * How much speaks for each pair: {@link #LEFT}, {@link #RIGHT}, {@link #WEIGHT} (logarithm to
   * base 2 of the odds that it is one person), {@link #CONTRADICTED} (it is not, whatever the
   * weight).
   *
   * @param pairs columns {@link #LEFT} and {@link #RIGHT}
   * @param sought rows, few, by {@code number}
   * @param registry rows, those of the pairs at least, by {@code registryNumber}
   */
  public Dataset<Row> weighed(
      Dataset<Row> pairs,
      Dataset<Row> sought,
      String number,
      Dataset<Row> registry,
      String registryNumber) {
    Sides sides = sides(sought, number, registry, registryNumber);
    Dataset<Row> both = pairs.join(broadcast(sides.left()), LEFT).join(sides.right(), RIGHT);
    return new PairScores(model, parameters, counts)
        .of(new ComparisonLevels(model).of(both, kept()), col(LEFT), col(RIGHT));
  }

  /**
   * A pair with its weight put together.
   *
   * @param number of the row of the registry
   * @param sought what was compared of the one, as text, by column; empty where there is nothing
   * @param found the same of the row of the registry
   */
  public record ExplainedPair(
      long number,
      Explanation explanation,
      Map<String, String> sought,
      Map<String, String> found) {}

  /**
   * The same of a row with each of a few rows of the registry, in the order of their numbers, with
   * how the weights come about.
   */
  public List<ExplainedPair> explained(
      Dataset<Row> sought, String number, Dataset<Row> registry, String registryNumber) {
    Sides sides = sides(sought, number, registry, registryNumber);
    List<Column> kept = kept();
    for (String column : compared()) {
      kept.add(PreparedRows.left(column));
      kept.add(PreparedRows.right(column));
    }
    Mixture mixture = Mixture.of(parameters, counts);
    return new ComparisonLevels(model)
        .of(sides.left().crossJoin(sides.right()), kept).orderBy(RIGHT).collectAsList().stream()
            .map(pair -> explained(mixture, pair))
            .toList();
  }

  private ExplainedPair explained(Mixture mixture, Row pair) {
    int comparisons = model.comparisons().size();
    byte[] levels = new byte[comparisons];
    double[] chances = new double[comparisons];
    for (int i = 0; i < comparisons; i++) {
      levels[i] = pair.<Byte>getAs(ComparisonLevels.levelColumn(i));
      chances[i] = chance(pair, i, levels[i]);
    }
    return new ExplainedPair(
        pair.<Long>getAs(RIGHT),
        Explanation.of(mixture, parameters, levels, chances),
        texts(pair, "l_"),
        texts(pair, "r_"));
  }

  /** Of a stranger to have the very value, as a logarithm to base 2; NaN if it is the average. */
  private double chance(Row pair, int comparison, byte level) {
    Comparison compared = model.comparisons().get(comparison);
    if (!compared.termFrequency()
        || !parameters.frequencies().containsKey(compared.column())
        || !compared.isEqualFolded(level)) {
      return Double.NaN;
    }
    double average = parameters.comparisons().get(comparison).u().get(level);
    return StrictMath.log(average) / StrictMath.log(2)
        + pair.<Double>getAs(PairScores.correction(compared.column()));
  }

  private Map<String, String> texts(Row pair, String side) {
    Map<String, String> texts = new HashMap<>();
    for (String column : compared()) {
      Object value = pair.getAs(side + column);
      texts.put(
          column,
          value == null
              ? ""
              : value instanceof scala.collection.Seq<?> list
                  ? String.join(
                      ", ",
                      scala.jdk.javaapi.CollectionConverters.asJava(list).stream()
                          .map(String::valueOf)
                          .toList())
                  : value.toString());
    }
    return texts;
  }

  private TreeSet<String> compared() {
    return new TreeSet<>(model.comparedColumns());
  }

  private List<Column> kept() {
    List<Column> kept = new ArrayList<>(List.of(col(LEFT), col(RIGHT)));
    parameters
        .frequencies()
        .keySet()
        .forEach(column -> kept.add(col(PairScores.correction(column))));
    return kept;
  }

  /** Both rows of a pair in the columns by which they are compared. */
  private record Sides(Dataset<Row> left, Dataset<Row> right) {}

  private Sides sides(
      Dataset<Row> sought, String number, Dataset<Row> registry, String registryNumber) {
    List<Column> left = new ArrayList<>(List.of(col(number).as(LEFT)));
    List<Column> right = new ArrayList<>(List.of(col(registryNumber).as(RIGHT)));
    for (String column : compared()) {
      left.add(col("c_" + column).as("l_" + column));
      right.add(col("c_" + column).as("r_" + column));
    }
    Dataset<Row> corrected = sought;
    for (Map.Entry<String, ValueShares> entry : parameters.frequencies().entrySet()) {
      String column = entry.getKey();
      corrected =
          corrected.join(
              broadcast(corrections(sought.sparkSession(), column, entry.getValue())),
              ValueCleaning.folded(col("c_" + column)).equalTo(col("v_" + column)),
              "left");
      left.add(
          coalesce(col(PairScores.correction(column)), lit(rarest(entry.getValue())))
              .as(PairScores.correction(column)));
    }
    return new Sides(
        corrected.select(left.toArray(Column[]::new)),
        registry.select(right.toArray(Column[]::new)));
  }

  /** The form of a value in which its frequency is known. */
  public static Column withoutDiacritics(Column value) {
    return ValueCleaning.folded(value);
  }

  private static double rarest(ValueShares shares) {
    return shares.correction("");
  }

  private static Dataset<Row> corrections(SparkSession session, String column, ValueShares shares) {
    List<Row> rows =
        shares.shares().keySet().stream()
            .map(value -> RowFactory.create(value, shares.correction(value)))
            .toList();
    return session.createDataFrame(
        rows,
        new StructType()
            .add("v_" + column, DataTypes.StringType)
            .add(PairScores.correction(column), DataTypes.DoubleType));
  }
}
