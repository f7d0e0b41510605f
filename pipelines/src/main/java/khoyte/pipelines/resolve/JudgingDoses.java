package khoyte.pipelines.resolve;

import static khoyte.warehouse.table.ResolvedTables.CITIZEN_IDENTITY;
import static khoyte.warehouse.table.ResolvedTables.COVID_DOSE;
import static khoyte.warehouse.table.ResolvedTables.COVID_DOSE_REPAIR;
import static org.apache.spark.sql.functions.broadcast;
import static org.apache.spark.sql.functions.coalesce;
import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.lit;

import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;
import khoyte.pipelines.spark.LayeredTables;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;
import org.apache.spark.sql.functions;
import org.apache.spark.sql.types.DataTypes;
import org.apache.spark.sql.types.StructType;

/**
 * Writes what is wrong with the COVID-19 doses and what becomes of them. The doses of a citizen are
 * judged together; a run that builds on another judges those of the citizens of whom a dose, a
 * value or, by the date, a status changed.
 */
record JudgingDoses(
    LayeredTables tables,
    StagedRows staged,
    LinkingEvents linking,
    KnownRows known,
    Extent extent,
    Communes communes) {

  /** What is known of a dose before it is judged again. */
  private static final List<String> DOSE_LINK =
      List.of(
          "ma_mui_tiem", "file_id", "record_number", "citizen_key", "link", "evidence", "given_on");

  /** What is judged and repaired of a dose, and where it stands. */
  private static final Column[] JUDGED =
      Stream.of(
              "event_no",
              "citizen_key",
              "link",
              "evidence",
              "file_id",
              "record_number",
              "line",
              "updated_at",
              "ma_mui_tiem",
              "id_text",
              "name_text",
              "birth_date_text",
              "gender_text",
              "phone_text",
              "province_text",
              "commune_text",
              "vaccine_text",
              "dose_number_text",
              "name",
              "birth_date",
              "gender",
              "phone",
              "commune",
              "given_on",
              "vaccine",
              "dose_number",
              "defects")
          .map(functions::col)
          .toArray(Column[]::new);

  /** Judges all doses. */
  void all() {
    Dataset<Row> judged = judged(linking.links(RecordKind.COVID_DOSE));
    tables.replace(inDistricts(judged), COVID_DOSE);
    tables.replace(CovidRepairs.of(judged, extent.asOf()), COVID_DOSE_REPAIR);
  }

  /** Judges what a night brings or changes. */
  void changed(Extent.Before before, RegistryChanges changes) {
    boolean sameDate = before.asOf().equals(extent.asOf());
    if (sameDate
        && changes.areNone()
        && !before.has(RecordKind.COVID_DOSE)
        && !before.has(RecordKind.CORRECTION)) {
      return;
    }
    Dataset<Row> withdrawn = staged.withdrawn(RecordKind.COVID_DOSE);
    Dataset<Row> judged = judged(workspace().kept("dose_links", links(before, changes, withdrawn)));
    Dataset<Row> keys =
        withdrawn.select("ma_mui_tiem").union(judged.select("ma_mui_tiem")).distinct();
    Dataset<Row> repairsBefore = known.meeting("repairs_before", COVID_DOSE_REPAIR, keys);
    tables.patch(inDistricts(judged), withdrawn, COVID_DOSE);
    tables.patch(
        CovidRepairs.since(CovidRepairs.of(judged, extent.asOf()), repairsBefore),
        repairsBefore,
        COVID_DOSE_REPAIR);
  }

  /**
   * Links of the doses to judge: those decided by this run, and those known of the same citizens,
   * and of citizens who lose a dose to another or for good.
   */
  private Dataset<Row> links(
      Extent.Before before, RegistryChanges changes, Dataset<Row> withdrawn) {
    Dataset<Row> decided = linking.links(RecordKind.COVID_DOSE);
    Dataset<Row> staleKeys =
        staged
            .newlyCurrent(RecordKind.COVID_DOSE, before)
            .select("ma_mui_tiem")
            .union(withdrawn.select("ma_mui_tiem"));
    Dataset<Row> decidedAgain =
        decided.select(
            StagedRows.fileOf(col("event_no")).as("file_id"),
            StagedRows.placeOf(col("event_no")).as("record_number"));
    Dataset<Row> stale =
        workspace()
            .kept(
                "stale_doses",
                doses("doses_of_stale_keys", staleKeys)
                    .union(doses("doses_decided_again", decidedAgain)));
    Dataset<Row> ofOtherDate = doses("doses_of_other_date", daysSince(before));
    Dataset<Row> citizens =
        decided
            .select("citizen_key")
            .union(stale.select("citizen_key"))
            .union(ofOtherDate.select("citizen_key"));
    if (!changes.areNone()) {
      citizens = citizens.union(changes.citizens().select("citizen_key"));
    }
    Dataset<Row> others =
        doses("doses_of_citizens", citizens.na().drop())
            .union(ofOtherDate)
            .dropDuplicates("ma_mui_tiem")
            .join(broadcast(stale.select("ma_mui_tiem")), new String[] {"ma_mui_tiem"}, "left_anti")
            .select(
                StagedRows.number().as("event_no"),
                col("citizen_key"),
                col("link"),
                col("evidence"));
    return decided.unionByName(others);
  }

  private Dataset<Row> doses(String name, Dataset<Row> keys) {
    return known.meeting(name, COVID_DOSE, keys, DOSE_LINK);
  }

  /** Days after the one night's date and not after the other's: {@code given_on}. */
  private Dataset<Row> daysSince(Extent.Before before) {
    List<Row> days =
        Stream.of(before.asOf(), extent.asOf())
            .min(Comparator.naturalOrder())
            .orElseThrow()
            .plusDays(1)
            .datesUntil(
                Stream.of(before.asOf(), extent.asOf())
                    .max(Comparator.naturalOrder())
                    .orElseThrow()
                    .plusDays(1))
            .map(RowFactory::create)
            .toList();
    StructType schema = new StructType().add("given_on", DataTypes.DateType);
    return tables.session().createDataFrame(days, schema);
  }

  private Dataset<Row> judged(Dataset<Row> links) {
    Dataset<Row> people =
        (extent.before() == null
                ? tables.current(CITIZEN_IDENTITY)
                : known.meeting(
                    "judged_citizens", CITIZEN_IDENTITY, links.select("citizen_key").na().drop()))
            .select(
                col("citizen_key"),
                col("citizen_id").as("citizen_citizen_id"),
                col("name").as("citizen_name"),
                col("name_text").as("citizen_name_text"),
                col("birth_date").as("citizen_birth_date"),
                col("gender").as("citizen_gender"),
                col("commune").as("citizen_commune"));
    Dataset<Row> doses =
        linking
            .withLinks(RecordKind.COVID_DOSE, links)
            .select(JUDGED)
            .join(people, new String[] {"citizen_key"}, "left");
    return workspace()
        .kept("judged_doses", CovidJudgement.judged(withDecisions(doses), communes, extent.asOf()));
  }

  /** Doses with what a station decided: {@code is_kept, confirmed, confirmed_by, corrected}. */
  private Dataset<Row> withDecisions(Dataset<Row> doses) {
    if (!staged.areCorrected()) {
      return doses
          .withColumn("is_kept", lit(false))
          .withColumn("confirmed", lit(null).cast("array<string>"))
          .withColumn("confirmed_by", lit(null).cast("string"))
          .withColumn("corrected", lit(null).cast(Corrections.VALUES));
    }
    Dataset<Row> facts =
        staged
            .facts(RecordKind.COVID_DOSE)
            .select("record_key", "is_kept", "confirmed", "confirmed_by", "corrected");
    return doses
        .join(broadcast(facts), col("ma_mui_tiem").equalTo(col("record_key")), "left")
        .withColumn("is_kept", coalesce(col("is_kept"), lit(false)))
        .drop("record_key");
  }

  private Dataset<Row> inDistricts(Dataset<Row> judged) {
    Column commune = coalesce(col("citizen_commune"), col("commune"));
    return judged
        .join(broadcast(communes.placeRows(tables.session())), commune.equalTo(col("unit")), "left")
        .withColumn("dose_number", CovidJudgement.doseNumber())
        .withColumn("commune_code", col("unit_code"))
        .withColumn("district_code", col("unit_district"));
  }

  private Workspace workspace() {
    return known.workspace();
  }
}
