package khoyte.pipelines.resolve;

import static org.apache.spark.sql.functions.coalesce;
import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.least;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.lpad;
import static org.apache.spark.sql.functions.max;
import static org.apache.spark.sql.functions.min;
import static org.apache.spark.sql.functions.not;
import static org.apache.spark.sql.functions.posexplode;
import static org.apache.spark.sql.functions.shiftleft;
import static org.apache.spark.sql.functions.shiftright;
import static org.apache.spark.sql.functions.when;

import khoyte.warehouse.table.Evidence;
import khoyte.warehouse.table.LinkState;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.types.DataTypes;

/**
 * Whose an event is. Its keys are tried, strongest first; then name, birth date and commune; a key
 * against which these three speak is contested.
 *
 * <p>What the keys say is packed into one number an event, so that the one big grouping of the
 * night works on numbers: place of the key in the order of trial (5 bits), number of the citizen
 * (54), kind of the key (2), whether the citizen has the event's name, birth date and commune (1),
 * and whether he has its name (1).
 */
final class EventLinks {
  private static final int PLACES = 31;
  private static final int PLACE_SHIFT = 58;
  private static final int CITIZEN_SHIFT = 4;
  private static final int KIND_SHIFT = 2;
  private static final int ALL_EQUAL = 2;
  private static final int NAME_EQUAL = 1;

  private EventLinks() {}

  /**
   * What the keys of the events say: {@code event_no, key_citizen_no} (null if more than one),
   * {@code key_kind} (index of {@link Evidence}), {@code key_all_equal, key_name_equal}. Events
   * without a usable key have no row.
   *
   * @param events columns {@code event_no, citizen_id, insurance_numbers, old_id, birth_year,
   *     name_folded, birth_date, commune}
   * @param index see {@link KeyIndex}
   * @param decisions citizens whose an event is not do not count
   */
  static Dataset<Row> byKey(
      Dataset<Row> events,
      Dataset<Row> index,
      EventDecisions decisions,
      Extent extent,
      Communes communes) {
    Dataset<Row> tried =
        events
            .select(
                col("event_no"),
                col("name_folded"),
                col("birth_date"),
                col("commune"),
                posexplode(StrongKeys.ofRow(col("citizen_id")))
                    .as(new String[] {"place", "strong_key"}))
            .where(col("strong_key").isNotNull());
    Column nameEqual = coalesce(col("name_folded").equalTo(col("citizen_name")), lit(false));
    Column allEqual =
        nameEqual
            .and(coalesce(col("birth_date").equalTo(col("citizen_birth_date")), lit(false)))
            .and(communes.isSame(col("commune"), col("citizen_commune")));
    Column kind =
        when(col("strong_key").lt(StrongKeys.CITIZEN_ID), Evidence.INSURANCE_NUMBER.ordinal())
            .when(col("strong_key").lt(StrongKeys.OLD_ID), Evidence.CITIZEN_ID.ordinal())
            .otherwise(Evidence.OLD_ID.ordinal());
    Column place = least(col("place"), lit(PLACES)).cast(DataTypes.LongType);
    Column said =
        shiftleft(col("citizen_no"), CITIZEN_SHIFT)
            .plus(shiftleft(kind.cast(DataTypes.LongType), KIND_SHIFT))
            .plus(when(allEqual, lit(ALL_EQUAL)).otherwise(lit(0)))
            .plus(when(nameEqual, lit(NAME_EQUAL)).otherwise(lit(0)));
    return decisions
        .without(extent.probing(tried).join(index, "strong_key"))
        .where(
            NameAgreement.agree(
                col("name_folded"),
                col("birth_date"),
                col("holder_name"),
                col("holder_birth_date")))
        .select(
            col("event_no"),
            shiftleft(place, PLACE_SHIFT).plus(said).as("said"),
            shiftleft(lit((long) PLACES).minus(place), PLACE_SHIFT).plus(said).as("reversed"))
        .groupBy("event_no")
        .agg(min("said").as("said"), max("reversed").as("reversed"))
        .select(
            col("event_no"),
            when(citizen("said").equalTo(citizen("reversed")), citizen("said"))
                .as("key_citizen_no"),
            shiftright(col("said"), KIND_SHIFT).bitwiseAND(3).as("key_kind"),
            col("said").bitwiseAND(ALL_EQUAL).notEqual(0).as("key_all_equal"),
            col("said").bitwiseAND(NAME_EQUAL).notEqual(0).as("key_name_equal"));
  }

  private static Column citizen(String packed) {
    long mask = (1L << (PLACE_SHIFT - CITIZEN_SHIFT)) - 1;
    return shiftright(col(packed), CITIZEN_SHIFT).bitwiseAND(mask);
  }

  /**
   * What name, full birth date and commune say about the events that their keys leave open: {@code
   * event_no, found_no} (null if more than one), {@code found_id}.
   *
   * @param events with the columns of {@link #byKey} joined
   * @param citizens columns {@code citizen_no, citizen_id, name_folded, birth_date, commune}
   */
  static Dataset<Row> byName(
      Dataset<Row> events,
      Dataset<Row> citizens,
      EventDecisions decisions,
      Extent extent,
      Communes communes) {
    Column open =
        col("key_kind")
            .isNull()
            .or(col("key_citizen_no").isNotNull().and(not(col("key_all_equal"))));
    Dataset<Row> asked =
        events
            .where(
                open.and(col("name_folded").isNotNull())
                    .and(col("birth_date").isNotNull())
                    .and(col("commune").isNotNull()))
            .select("event_no", "name_folded", "birth_date", "commune");
    Dataset<Row> people =
        citizens
            .where(col("commune").isNotNull())
            .select(
                col("citizen_no"),
                col("citizen_id").try_cast(DataTypes.LongType).as("found_id"),
                col("name_folded"),
                col("birth_date"),
                col("commune").as("citizen_commune"));
    return decisions
        .without(
            extent.probing(asked).join(people, new String[] {"name_folded", "birth_date"}, "inner"))
        .where(communes.isSame(col("commune"), col("citizen_commune")))
        .groupBy("event_no")
        .agg(
            min("citizen_no").as("least_no"),
            max("citizen_no").as("greatest_no"),
            min("found_id").as("least_id"))
        .select(
            col("event_no"),
            when(col("least_no").equalTo(col("greatest_no")), col("least_no")).as("found_no"),
            lpad(col("least_id").cast(DataTypes.StringType), 12, "0").as("found_id"),
            lit(true).as("is_found"));
  }

  /**
   * The decision: {@code kind, event_no, citizen_no, link, evidence}, one row an event.
   *
   * @param events columns {@code kind, event_no, id_given} and those of {@link #byKey} and {@link
   *     #byName}, null where these had no row
   */
  static Dataset<Row> decided(Dataset<Row> events) {
    Column hasKey = col("key_kind").isNotNull();
    Column keyDecides = hasKey.and(col("key_citizen_no").isNotNull());
    Column another = col("found_no").isNotNull();
    Column otherWins =
        not(col("key_name_equal")).or(NameAgreement.oneSlip(col("id_given"), col("found_id")));
    Column contested = keyDecides.and(not(col("key_all_equal"))).and(another);
    Column byKey = keyDecides.and(not(contested));
    Column byName = not(hasKey).and(another);
    Column against = contested.and(otherWins);
    Column nobody = not(hasKey).and(col("is_found").isNull());
    Column citizen = when(byKey, col("key_citizen_no")).when(byName.or(against), col("found_no"));
    Column evidence =
        when(byKey, evidenceOfKey())
            .when(byName, Evidence.NAME_BIRTH_COMMUNE.code())
            .when(against, Evidence.CONTESTED_KEY.code());
    Column link =
        when(byKey.or(byName).or(against), LinkState.RESOLVED.code())
            .when(nobody, LinkState.NOBODY.code())
            .otherwise(LinkState.UNDECIDED.code());
    return events.select(
        col("kind"),
        col("event_no"),
        citizen.as("citizen_no"),
        link.as("link"),
        evidence.as("evidence"));
  }

  private static Column evidenceOfKey() {
    Column evidence = lit(null).cast(DataTypes.StringType);
    for (Evidence kind :
        new Evidence[] {Evidence.CITIZEN_ID, Evidence.INSURANCE_NUMBER, Evidence.OLD_ID}) {
      evidence = when(col("key_kind").equalTo(kind.ordinal()), kind.code()).otherwise(evidence);
    }
    return evidence;
  }
}
