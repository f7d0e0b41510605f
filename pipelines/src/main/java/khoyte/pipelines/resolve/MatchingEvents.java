package khoyte.pipelines.resolve;

import static khoyte.warehouse.table.ResolvedTables.REGISTERED_RECORD;
import static org.apache.spark.sql.functions.coalesce;
import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.count;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.max;
import static org.apache.spark.sql.functions.negate;
import static org.apache.spark.sql.functions.not;
import static org.apache.spark.sql.functions.pow;
import static org.apache.spark.sql.functions.row_number;
import static org.apache.spark.sql.functions.sum;
import static org.apache.spark.sql.functions.when;

import java.util.List;
import khoyte.pipelines.link.PersonSearch;
import khoyte.warehouse.table.Evidence;
import khoyte.warehouse.table.LinkState;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.expressions.Window;
import org.apache.spark.sql.expressions.WindowSpec;
import org.apache.spark.sql.types.DataTypes;
import org.apache.spark.sql.types.StructType;

/**
 * Looks for the citizens of events for which the rules found nobody. Candidates share a key with
 * the event (see the blocking rules of the model); each is weighed; one that is beyond doubt and
 * alone is the event's, others are for a person to look at. What becomes of an event depends on it
 * and on the registry, not on the other events of a night.
 */
record MatchingEvents(KnownRows known, Communes communes, MatchRule rule) {
  /** Column of a health record with the keys by which it is found, see {@link #withKeys}. */
  static final String KEYS = "match_keys";

  private static final StructType CANDIDATE =
      new StructType()
          .add("event_no", DataTypes.LongType)
          .add("citizen_no", DataTypes.LongType)
          .add("citizen_key", DataTypes.StringType)
          .add("first_ma_hssk", DataTypes.StringType)
          .add("weight", DataTypes.DoubleType)
          .add("decision", DataTypes.StringType);

  /** Keys of events, in {@link PersonSearch#KEY} beside {@code event_no}. */
  Dataset<Row> keys(Dataset<Row> events) {
    return rule.search().soughtKeys(MatchColumns.ofEvents(events, communes), "event_no");
  }

  /** Health records, in the columns of {@code registered_record}, with {@link #KEYS}. */
  Dataset<Row> withKeys(Dataset<Row> records) {
    return MatchColumns.withValues(records, KEYS, rule.search().registryKeys(), communes);
  }

  /**
   * The candidates that are worth a look: {@code event_no, citizen_no, citizen_key, first_ma_hssk,
   * weight, decision}, the last {@code match} or {@code review}. At most one of an event is a
   * match.
   *
   * @param nobodys columns of {@link MatchColumns#ofEvents}
   * @param decisions citizens whose an event is not are no candidates
   */
  Dataset<Row> candidates(Dataset<Row> nobodys, EventDecisions decisions) {
    Dataset<Row> events =
        workspace().kept("match_events", MatchColumns.ofEvents(nobodys, communes));
    if (events.isEmpty()) {
      return workspace()
          .kept("match_candidates", workspace().session().createDataFrame(List.of(), CANDIDATE));
    }
    Dataset<Row> found = workspace().kept("match_pairs", pairs(events));
    Dataset<Row> seen = workspace().kept("match_faces", faces(found));
    Dataset<Row> pairs =
        found
            .join(seen.select(MatchColumns.RECORD, MatchColumns.FACE), MatchColumns.RECORD)
            .select(
                col("event_no").as(PersonSearch.LEFT),
                col(MatchColumns.FACE).as(PersonSearch.RIGHT));
    Dataset<Row> weighed =
        rule.search().weighed(pairs, events, "event_no", seen, MatchColumns.FACE);
    Dataset<Row> owners =
        seen.select(
            col(MatchColumns.FACE).as("owned"),
            col("citizen_no"),
            col("citizen_key"),
            col("first_ma_hssk"));
    Dataset<Row> byCitizen =
        weighed
            .join(owners, col(PersonSearch.RIGHT).equalTo(col("owned")))
            .groupBy(
                col(PersonSearch.LEFT).as("event_no"),
                col("citizen_no"),
                col("citizen_key"),
                col("first_ma_hssk"))
            .agg(
                max(when(not(col(PersonSearch.CONTRADICTED)), col(PersonSearch.WEIGHT)))
                    .as("possible"),
                max(PersonSearch.WEIGHT).as("weight"));
    return workspace().kept("match_candidates", decided(decisions.without(byCitizen)));
  }

  /** What is compared of the records of pairs. */
  private Dataset<Row> faces(Dataset<Row> pairs) {
    Dataset<Row> records =
        pairs
            .select(
                StagedRows.fileOf(col(MatchColumns.RECORD)).as("file_id"),
                StagedRows.placeOf(col(MatchColumns.RECORD)).as("record_number"))
            .distinct();
    return MatchColumns.ofRegistry(
        known.meeting("match_records", REGISTERED_RECORD, records, MatchColumns.OF_RECORD),
        communes);
  }

  /** Events and records that share a key: {@code event_no} and {@link MatchColumns#RECORD}. */
  private Dataset<Row> pairs(Dataset<Row> events) {
    Dataset<Row> sought =
        workspace().kept("match_keys", rule.search().soughtKeys(events, "event_no"));
    Dataset<Row> held =
        known
            .found("match_held", sought.select(PersonSearch.KEY), rule.largestBlock())
            .withColumn(MatchColumns.RECORD, StagedRows.number());
    checkCaps(sought, held);
    return sought.join(held, PersonSearch.KEY).select("event_no", MatchColumns.RECORD).distinct();
  }

  /** Refuses a rule that brings too many together, before anything is compared. */
  private void checkCaps(Dataset<Row> sought, Dataset<Row> held) {
    Dataset<Row> blocks = held.groupBy(PersonSearch.KEY).agg(count(lit(1)).as("records"));
    List<Row> pairs =
        sought
            .join(blocks, PersonSearch.KEY)
            .groupBy(PersonSearch.RULE)
            .agg(sum("records").as("pairs"))
            .collectAsList();
    pairs.forEach(row -> rule.search().checkCap(row.getInt(0), row.getLong(1)));
  }

  private Dataset<Row> decided(Dataset<Row> candidates) {
    Column isMatch =
        col("place")
            .equalTo(1)
            .and(col("possible").geq(lit(rule.matchWeight())))
            .and(
                col("next")
                    .isNull()
                    .or(col("possible").minus(col("next")).geq(lit(rule.margin()))));
    WindowSpec ofEvent = Window.partitionBy("event_no");
    return candidates
        .withColumn(
            "place",
            row_number()
                .over(ofEvent.orderBy(col("possible").desc_nulls_last(), col("citizen_no"))))
        .withColumn("next", max(when(col("place").gt(1), col("weight"))).over(ofEvent))
        .where(col("weight").geq(lit(rule.reviewWeight())))
        .select(
            col("event_no"),
            col("citizen_no"),
            col("citizen_key"),
            col("first_ma_hssk"),
            when(isMatch, col("possible")).otherwise(col("weight")).as("weight"),
            when(isMatch, "match").otherwise("review").as("decision"));
  }

  /** Of candidates whose their events are: {@code event_no, matched_no, matched_link}. */
  static Dataset<Row> links(Dataset<Row> candidates) {
    Column match = col("decision").equalTo("match");
    return candidates
        .groupBy("event_no")
        .agg(max(when(match, col("citizen_no"))).as("matched_no"))
        .withColumn(
            "matched_link",
            when(col("matched_no").isNotNull(), LinkState.RESOLVED.code())
                .otherwise(LinkState.UNDECIDED.code()));
  }

  /** Rows of match_candidate for the events of candidates. */
  static Dataset<Row> rows(Dataset<Row> candidates, Dataset<Row> events) {
    return candidates
        .join(events.select("event_no", "source_table", "record_key"), "event_no")
        .withColumn(
            "probability", lit(1.0).divide(lit(1.0).plus(pow(lit(2.0), negate(col("weight"))))));
  }

  private Workspace workspace() {
    return known.workspace();
  }

  /** Whether a link is one that the matcher may change: nobody's, or its own. */
  static Column isOpen() {
    return col("link")
        .equalTo(LinkState.NOBODY.code())
        .or(coalesce(col("evidence").equalTo(Evidence.MATCHER.code()), lit(false)));
  }
}
