package khoyte.pipelines.resolve;

import static org.apache.spark.sql.functions.broadcast;
import static org.apache.spark.sql.functions.coalesce;
import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.explode;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.when;

import java.util.Objects;
import khoyte.warehouse.table.Evidence;
import khoyte.warehouse.table.LinkState;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.jspecify.annotations.Nullable;

/** What stations decided about whose events are, by the citizens of a night. */
final class EventDecisions {
  private static final EventDecisions NONE = new EventDecisions(null, null);

  /** Columns {@code decided_event, chosen_no}. */
  private final @Nullable Dataset<Row> chosen;

  /** Columns {@code decided_event, refused_no}. */
  private final @Nullable Dataset<Row> refused;

  private EventDecisions(@Nullable Dataset<Row> chosen, @Nullable Dataset<Row> refused) {
    this.chosen = chosen;
    this.refused = refused;
  }

  static EventDecisions none() {
    return NONE;
  }

  /**
   * Decisions about events.
   *
   * @param facts see {@link Corrections#facts}, with the {@code event_no} of their records
   * @param registered rows of registered_record: a citizen is whoever holds the record named
   */
  static EventDecisions of(Workspace workspace, Dataset<Row> facts, Dataset<Row> registered) {
    Dataset<Row> holders = registered.select("ma_hssk", "citizen_no");
    Dataset<Row> chosen =
        holders
            .withColumnRenamed("citizen_no", "chosen_no")
            .join(broadcast(facts), col("ma_hssk").equalTo(col("chosen_hssk")))
            .select(col("event_no").as("decided_event"), col("chosen_no"));
    Dataset<Row> wrong =
        facts.select(
            col("event_no").as("decided_event"), explode(col("refused_hssk")).as("wrong_hssk"));
    Dataset<Row> refused =
        holders
            .withColumnRenamed("citizen_no", "refused_no")
            .join(broadcast(wrong), col("ma_hssk").equalTo(col("wrong_hssk")))
            .select("decided_event", "refused_no")
            .distinct();
    return new EventDecisions(
        workspace.kept("chosen_citizens", chosen), workspace.kept("refused_citizens", refused));
  }

  /** The citizens that stations chose: {@code citizen_no}. */
  Dataset<Row> chosen() {
    return Objects.requireNonNull(chosen).select(col("chosen_no").as("citizen_no"));
  }

  /** Of possible citizens of events, {@code event_no, citizen_no}, those that were not refused. */
  Dataset<Row> without(Dataset<Row> possible) {
    if (this == NONE) {
      return possible;
    }
    return possible.join(
        broadcast(Objects.requireNonNull(refused)),
        col("event_no")
            .equalTo(col("decided_event"))
            .and(col("citizen_no").equalTo(col("refused_no"))),
        "left_anti");
  }

  /** Links as decided by the rules, with those in their place that a station decided. */
  Dataset<Row> over(Dataset<Row> links) {
    if (this == NONE) {
      return links;
    }
    return links
        .join(
            broadcast(Objects.requireNonNull(chosen)),
            col("event_no").equalTo(col("decided_event")),
            "left")
        .withColumn("citizen_no", coalesce(col("chosen_no"), col("citizen_no")))
        .withColumn(
            "link",
            when(col("chosen_no").isNotNull(), lit(LinkState.RESOLVED.code()))
                .otherwise(col("link")))
        .withColumn(
            "evidence",
            when(col("chosen_no").isNotNull(), lit(Evidence.DECISION.code()))
                .otherwise(col("evidence")))
        .drop("decided_event", "chosen_no");
  }
}
