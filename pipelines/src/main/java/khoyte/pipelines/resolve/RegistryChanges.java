package khoyte.pipelines.resolve;

import static org.apache.spark.sql.functions.broadcast;
import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.explode;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.sum;

import java.util.Arrays;
import java.util.Objects;
import khoyte.pipelines.link.PersonSearch;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.functions;
import org.jspecify.annotations.Nullable;

/**
 * What a night changed in the registry, as far as it matters for events: which of them are to be
 * linked again, and of which citizens the doses are to be judged again.
 */
final class RegistryChanges {
  private static final RegistryChanges NONE = new RegistryChanges(null, null, null, null);

  private final @Nullable Dataset<Row> keys;
  private final @Nullable Dataset<Row> people;
  private final @Nullable Dataset<Row> citizens;
  private final @Nullable Dataset<Row> matchKeys;

  /**
   * Records, in the columns of {@code identity.registered_record}, and their citizens, in those of
   * {@code identity.citizen}.
   */
  record State(Dataset<Row> records, Dataset<Row> citizens) {}

  private RegistryChanges(
      @Nullable Dataset<Row> keys,
      @Nullable Dataset<Row> people,
      @Nullable Dataset<Row> citizens,
      @Nullable Dataset<Row> matchKeys) {
    this.keys = keys;
    this.people = people;
    this.citizens = citizens;
    this.matchKeys = matchKeys;
  }

  static RegistryChanges none() {
    return NONE;
  }

  /** The same records, and all the records of their citizens, before the night and after it. */
  static RegistryChanges between(Workspace workspace, State before, State after) {
    Dataset<Row> citizens =
        workspace.kept(
            "changed_citizens",
            onOneSideOnly(
                before.citizens().select(valuesOfCitizen()),
                after.citizens().select(valuesOfCitizen())));
    Dataset<Row> records =
        workspace.kept(
            "changed_faces",
            onOneSideOnly(
                before.records().select(valuesOfRecord()),
                after.records().select(valuesOfRecord())));
    // What a key says hangs on the record that holds it and on its citizen.
    Dataset<Row> ofCitizens =
        before
            .records()
            .select("key_id", "insurance_numbers", "old_id", "birth_year", "citizen_key")
            .unionByName(
                after
                    .records()
                    .select("key_id", "insurance_numbers", "old_id", "birth_year", "citizen_key"))
            .join(
                broadcast(citizens.select("citizen_key").distinct()),
                new String[] {"citizen_key"},
                "left_semi");
    Dataset<Row> keys =
        workspace.kept("changed_strong_keys", held(records).union(held(ofCitizens)).distinct());
    Dataset<Row> people = citizens.select("name_folded", "birth_date").distinct();
    return new RegistryChanges(
        keys, people, citizens, matchKeys(workspace, before, after, citizens));
  }

  /** Keys of what the matcher saw of the records that changed, and sees now. */
  private static Dataset<Row> matchKeys(
      Workspace workspace, State before, State after, Dataset<Row> citizens) {
    Column[] ofRecord = MatchColumns.OF_RECORD.stream().map(functions::col).toArray(Column[]::new);
    Dataset<Row> seen = before.records().select(ofRecord);
    Dataset<Row> sees = after.records().select(ofRecord);
    Dataset<Row> ofCitizens =
        seen.unionByName(sees)
            .join(
                broadcast(citizens.select("citizen_key").distinct()),
                new String[] {"citizen_key"},
                "left_semi");
    return workspace.kept(
        "changed_match_keys",
        onOneSideOnly(seen, sees)
            .unionByName(ofCitizens)
            .select(explode(col(MatchingEvents.KEYS)).as(PersonSearch.KEY))
            .distinct());
  }

  boolean areNone() {
    return this == NONE;
  }

  /** Column {@code strong_key}: what these keys lead to may have changed. */
  Dataset<Row> keys() {
    return Objects.requireNonNull(keys);
  }

  /** Columns {@code name_folded, birth_date}: who is found by these may have changed. */
  Dataset<Row> people() {
    return Objects.requireNonNull(people);
  }

  /** Column {@link PersonSearch#KEY}: whom the matcher finds by these may have changed. */
  Dataset<Row> matchKeys() {
    return Objects.requireNonNull(matchKeys);
  }

  /** Column {@code citizen_key}: of citizens that came, went or have another value. */
  Dataset<Row> citizens() {
    return changed().select("citizen_key").distinct();
  }

  /** Of review pairs those of citizens that came, went or have another value. */
  Dataset<Row> pairsOf(Dataset<Row> pairs) {
    Dataset<Row> first = broadcast(changed().select(col("first_ma_hssk").as("first")).distinct());
    return pairs
        .join(first, col("ma_hssk").equalTo(col("first")), "left_semi")
        .union(pairs.join(first, col("other_ma_hssk").equalTo(col("first")), "left_semi"))
        .distinct();
  }

  private Dataset<Row> changed() {
    return Objects.requireNonNull(citizens);
  }

  /** Of citizens those with the name and birth date of one that changed. */
  Dataset<Row> alike(Dataset<Row> all) {
    return all.join(broadcast(people()), new String[] {"name_folded", "birth_date"}, "left_semi");
  }

  private static Column[] valuesOfCitizen() {
    return new Column[] {
      col("citizen_key"),
      col("first_ma_hssk"),
      col("citizen_id"),
      col("name_text"),
      col("name"),
      col("name_folded"),
      col("birth_date"),
      col("gender"),
      col("commune")
    };
  }

  private static Column[] valuesOfRecord() {
    return new Column[] {
      col("citizen_key"),
      col("key_id"),
      col("insurance_numbers"),
      col("old_id"),
      col("birth_year"),
      col("chain"),
      Faces.ofRecord().as("faces")
    };
  }

  /** Rows that are in one of two tables and not in the other, however often. */
  private static Dataset<Row> onOneSideOnly(Dataset<Row> one, Dataset<Row> other) {
    Column[] columns = Arrays.stream(one.columns()).map(functions::col).toArray(Column[]::new);
    return one.withColumn("side", lit(1))
        .unionByName(other.withColumn("side", lit(-1)))
        .groupBy(columns)
        .agg(sum("side").as("sides"))
        .where(col("sides").notEqual(0))
        .drop("sides");
  }

  private static Dataset<Row> held(Dataset<Row> records) {
    return records
        .select(explode(StrongKeys.ofRow(col("key_id"))).as("strong_key"))
        .where(col("strong_key").isNotNull());
  }
}
