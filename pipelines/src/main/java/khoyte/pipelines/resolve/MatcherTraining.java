package khoyte.pipelines.resolve;

import static khoyte.warehouse.table.ResolvedTables.REGISTERED_RECORD;
import static org.apache.spark.sql.functions.array_join;
import static org.apache.spark.sql.functions.coalesce;
import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.concat;
import static org.apache.spark.sql.functions.count;
import static org.apache.spark.sql.functions.desc;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.pmod;
import static org.apache.spark.sql.functions.translate;
import static org.apache.spark.sql.functions.xxhash64;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Consumer;
import khoyte.pipelines.link.Linkage;
import khoyte.pipelines.link.PersonSearch;
import khoyte.pipelines.link.Remark;
import khoyte.pipelines.link.SourceTable;
import khoyte.pipelines.link.estimate.LinkParameters;
import khoyte.pipelines.link.estimate.ValueShares;
import khoyte.pipelines.link.model.Comparison;
import khoyte.pipelines.link.model.LinkModel;
import khoyte.pipelines.spark.LayeredTables;
import khoyte.pipelines.spark.Sessions;
import khoyte.warehouse.Layout;
import khoyte.warehouse.lake.Lake;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;

/**
 * Learns the parameters of the matcher, without labels, from what the newest night left: the health
 * records of the registry against visits and doses, of which most are found by the exact rules as
 * well. How frequent names are is learned from the registry and kept with the parameters.
 */
public final class MatcherTraining {
  /** Events looked at, about; the registry is always whole. */
  private static final long EVENTS = 300_000;

  /** A name that fewer records have is one of the others. */
  private static final long RECORDS_WORTH_KEEPING = 5;

  private static final int MOST_VALUES = 3_000;

  private MatcherTraining() {}

  /**
   * Where it runs.
   *
   * @param master of Spark
   * @param partitions of a shuffle
   * @param layout of the warehouse
   * @param directory for what is needed more than once; may be emptied afterwards
   */
  public record Place(String master, int partitions, Layout layout, Path directory) {}

  /**
   * Learns.
   *
   * @param communes as of the newest night's date
   * @param remarks hears what each rule of the model finds
   */
  public static LinkParameters learn(
      LinkModel model, Lake lake, Communes communes, Place place, Consumer<Remark> remarks) {
    Map<String, String> properties = new HashMap<>(lake.sparkProperties());
    properties.put("spark.sql.shuffle.partitions", String.valueOf(place.partitions()));
    SparkSession session =
        Sessions.open(place.master(), properties, place.directory().resolve("spark"));
    try {
      LayeredTables tables = new LayeredTables(session, lake, Long.MAX_VALUE);
      Workspace workspace = new Workspace(session, place.layout(), place.directory());
      StagedRows staged = new StagedRows(tables, workspace);
      Dataset<Row> registry =
          workspace.kept(
              "registry",
              MatchColumns.ofRegistry(tables.current(REGISTERED_RECORD), communes)
                  .where(pmod(col(MatchColumns.FACE), lit(2)).equalTo(0)));
      Dataset<Row> events = workspace.kept("events", events(staged, communes));
      double share = Math.min(1, (double) EVENTS / Math.max(1, events.count()));
      Dataset<Row> some =
          events.where(
              pmod(xxhash64(col("event_no")), lit(1_000_000L)).lt((long) (share * 1_000_000)));
      LinkParameters learned =
          Linkage.of(
                  session,
                  model,
                  List.of(
                      table("health_record", registry, MatchColumns.FACE),
                      table("event", some, "event_no")),
                  place.directory().resolve("link"),
                  remarks)
              .train();
      return learned.with(shares(model, registry));
    } finally {
      session.stop();
    }
  }

  private static Dataset<Row> events(StagedRows staged, Communes communes) {
    return RecordKind.EVENTS.stream()
        .map(
            kind ->
                MatchColumns.ofEvents(
                    staged
                        .current(kind)
                        .withColumn("event_no", col("version_no"))
                        .withColumn("id_given", StrongKeys.twelveDigits(col("id_text"))),
                    communes))
        .reduce(Dataset::unionByName)
        .orElseThrow();
  }

  private static SourceTable table(String name, Dataset<Row> rows, String number) {
    List<String> headings = new ArrayList<>(List.of("id"));
    List<Column> texts = new ArrayList<>(List.of(concat(lit("n"), col(number)).as("id")));
    for (String column : MatchColumns.NAMES) {
      headings.add(column);
      Column value = col("c_" + column);
      boolean isList = rows.schema().apply("c_" + column).dataType().typeName().equals("array");
      // Unit ids as 26068~2024-11-01 are one word.
      texts.add((isList ? translate(array_join(value, " "), "~-", "xx") : value).as(column));
    }
    return new SourceTable(name, headings, rows.select(texts.toArray(Column[]::new)));
  }

  private static Map<String, ValueShares> shares(LinkModel model, Dataset<Row> registry) {
    Map<String, ValueShares> shares = new TreeMap<>();
    for (Comparison comparison : model.comparisons()) {
      if (comparison.termFrequency()) {
        shares.put(comparison.column(), shares(registry, comparison.column()));
      }
    }
    return shares;
  }

  private static ValueShares shares(Dataset<Row> registry, String column) {
    Column value = PersonSearch.withoutDiacritics(col("c_" + column));
    double all = registry.where(col("c_" + column).isNotNull()).count();
    Map<String, Double> shares = new LinkedHashMap<>();
    registry
        .where(col("c_" + column).isNotNull())
        .groupBy(value.as("value"))
        .agg(count(lit(1)).as("records"))
        .where(col("records").geq(RECORDS_WORTH_KEEPING))
        .orderBy(desc("records"), coalesce(col("value"), lit("")))
        .limit(MOST_VALUES)
        .collectAsList()
        .forEach(row -> shares.put(row.getString(0), rounded(row.getLong(1) / all)));
    return new ValueShares(
        shares, rounded(RECORDS_WORTH_KEEPING / Math.max(all, RECORDS_WORTH_KEEPING * 10.0)));
  }

  private static double rounded(double share) {
    return new java.math.BigDecimal(share).round(new java.math.MathContext(4)).doubleValue();
  }
}
