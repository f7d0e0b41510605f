package khoyte.warehouse.table;

import static khoyte.warehouse.table.Field.optional;
import static khoyte.warehouse.table.Field.required;
import static khoyte.warehouse.table.FieldType.BOOLEAN;
import static khoyte.warehouse.table.FieldType.DATE;
import static khoyte.warehouse.table.FieldType.DATE_TIME;
import static khoyte.warehouse.table.FieldType.INTEGER;
import static khoyte.warehouse.table.FieldType.LONG;
import static khoyte.warehouse.table.FieldType.TEXT;

import java.util.List;
import java.util.stream.Stream;

/** What a night's file holds beside the views over the lake. */
public final class NightTables {

  /** The night itself. */
  public static final Table NIGHT =
      Table.night("night")
          .oneRowPer("night, and there is one")
          .key("as_of", "version")
          .with(required("as_of", DATE, "D"))
          .with(required("version", INTEGER, "issue of D, from 1"))
          .with(required("province_code", TEXT, "province whose units are reported"))
          .with(optional("data_received_until", DATE_TIME, "when its newest file landed"))
          .with(optional("code_version", TEXT, "version of the program"))
          .with(optional("matcher_version", TEXT, "parameters of the matcher and their hash"))
          .build();

  /** How each source stands. */
  public static final Table SOURCE_STATE =
      Table.night("source_state")
          .oneRowPer("source")
          .key("source")
          .with(required("source", TEXT, "id of the source"))
          .with(required("name", TEXT, "as people call it"))
          .with(required("position", INTEGER, "its place in the configuration, from 1"))
          .with(required("files", LONG, "files landed so far"))
          .with(optional("last_file", TEXT, "name of the last file"))
          .with(optional("last_landed_at", DATE_TIME, "when it landed"))
          .with(required("late_days", INTEGER, "days beyond the agreed delay; 0 in time"))
          .with(optional("missing_since", DATE, "first day without data; null in time"))
          .build();

  /** The landing manifest: every file the night knows. */
  public static final Table FILE =
      Table.night("file")
          .oneRowPer("landed file")
          .key("file_id")
          .with(required("file_id", LONG, "number of the file in the landing manifest"))
          .with(required("source", TEXT, "id of the source"))
          .with(optional("folder", TEXT, "facility folder of the sender"))
          .with(required("name", TEXT, "name of the file"))
          .with(required("sha256", TEXT, "of its bytes"))
          .with(required("bytes", LONG, "size as it arrived"))
          .with(optional("landed_at", DATE_TIME, "when it landed"))
          .with(optional("file_date", DATE, "day the sender made it"))
          .with(required("state", TEXT, "loaded or refused"))
          .with(optional("announced", LONG, "records the sender says it holds"))
          .with(required("arrived", LONG, "records read"))
          .with(required("staged", LONG, "records staged"))
          .with(required("quarantined", LONG, "records kept back"))
          .with(required("copies", LONG, "times the same bytes came again and were left aside"))
          .with(required("is_new", BOOLEAN, "this night is the first that knows it"))
          .build();

  /** What became of the staged records of every file, as the lake has them. */
  public static final Table FILE_BALANCE =
      Table.night("file_balance")
          .oneRowPer("landed file of which something is staged")
          .key("file_id")
          .with(required("file_id", LONG, "landed file"))
          .with(required("staged", LONG, "= replaced + withdrawn + resolved + undecided + nobody"))
          .with(required("replaced", LONG, "versions that are not the current ones"))
          .with(required("withdrawn", LONG, "versions that take a record back"))
          .with(required("resolved", LONG, "records with a citizen; answers with their record"))
          .with(required("undecided", LONG, "records that a person must decide"))
          .with(required("nobody", LONG, "records without a citizen; answers that wait"))
          .with(required("copies", LONG, "of the replaced, those that say what the current does"))
          .build();

  /** What became of every record, over all files the night knows. */
  public static final Table BALANCE =
      Table.night("balance")
          .oneRowPer("source")
          .key("source")
          .with(required("source", TEXT, "id of the source"))
          .with(required("arrived", LONG, "records read = staged + quarantined"))
          .with(required("staged", LONG, "versions = current + replaced + withdrawn"))
          .with(required("quarantined", LONG, "records kept back"))
          .with(required("replaced", LONG, "versions that are not the current ones"))
          .with(required("withdrawn", LONG, "versions that take a record back"))
          .with(required("current", LONG, "records = resolved + undecided + nobody"))
          .with(optional("resolved", LONG, "records with a citizen; null where none is looked for"))
          .with(optional("undecided", LONG, "records that a person must decide"))
          .with(optional("nobody", LONG, "records without a citizen"))
          .build();

  /** Provinces, districts and communes. */
  public static final Table ADMINISTRATIVE_UNIT =
      Table.night("administrative_unit")
          .oneRowPer("unit and time in which it was so")
          .key("code", "valid_to")
          .with(required("code", TEXT, "statistical code"))
          .with(required("name", TEXT, "full name with its kind"))
          .with(required("level", TEXT, "province, district or commune"))
          .with(optional("parent_code", TEXT, "district of a commune, else its province"))
          .with(optional("valid_from", DATE, "first day; null since ever"))
          .with(optional("valid_to", DATE, "first day no more; null still valid"))
          .build();

  /** What was checked before publication. */
  public static final Table CHECK =
      Table.night("check_result")
          .oneRowPer("check")
          .key("name")
          .with(required("name", TEXT, "file of the check, dot, what was compared"))
          .with(required("expected", LONG, "count"))
          .with(required("found", LONG, "count"))
          .build();

  /** Health records by district, the first table of 2022. */
  public static final Table HEALTH_RECORD_BY_DISTRICT =
      Table.night("mart_health_record_by_district")
          .oneRowPer("district of the province on D, and one for the rest")
          .key("unit_code")
          .with(required("unit_code", TEXT, "district; empty for citizens of none"))
          .with(required("unit_name", TEXT, "full name with its kind"))
          .with(required("managed", LONG, "citizens with a managed health record"))
          .with(required("with_immunization", LONG, "of these, with a routine dose up to D"))
          .with(required("with_encounter", LONG, "of these, with a visit up to D"))
          .build();

  /** Cleaned COVID-19 vaccination records by district, the second table of 2022. */
  public static final Table COVID_CLEANED_BY_DISTRICT =
      Table.night("mart_covid_cleaned_by_district")
          .oneRowPer("district of the province on D, and one for the rest")
          .key("unit_code")
          .with(required("unit_code", TEXT, "district; empty for doses of none"))
          .with(required("unit_name", TEXT, "full name with its kind"))
          .with(required("cleaned", LONG, "doses with status cleaned as of D"))
          .build();

  /** What every sender sent and what became of it, over all files the night knows. */
  public static final Table RECONCILIATION =
      Table.night("mart_reconciliation")
          .oneRowPer("source, and sender of a source whose senders have folders of their own")
          .key("unit_code")
          .with(required("unit_code", TEXT, "id of the source; of a sender source/folder"))
          .with(required("unit_name", TEXT, "as people call it"))
          .with(required("is_group", BOOLEAN, "a source; its senders follow"))
          .with(required("position", INTEGER, "order of the sources"))
          .with(required("files", LONG, "landed files"))
          .with(required("new_files", LONG, "of these, first known by this night"))
          .with(required("refused_files", LONG, "of these, kept back whole; in no other column"))
          .with(required("copied_files", LONG, "arrivals of bytes that were landed before"))
          .with(optional("announced", LONG, "records that envelopes promise; null if one does not"))
          .with(optional("announced_state", TEXT, "n_a if no file promises, unknown if some do"))
          .with(required("read", LONG, "records read = received + kept_back"))
          .with(required("kept_back", LONG, "records kept back"))
          .with(required("received", LONG, "records staged = resolved + unresolved + duplicate"))
          .with(required("resolved", LONG, "records with a citizen"))
          .with(required("unresolved", LONG, "records to be decided, and nobody's"))
          .with(required("duplicate", LONG, "records sent again or taken back"))
          .with(required("copied", LONG, "of these, said the same as the record that counts"))
          .with(required("replaced", LONG, "of these, old versions of the record that counts"))
          .with(required("withdrawn", LONG, "of these, taken back"))
          .with(required("undecided", LONG, "of the unresolved, to be decided by a person"))
          .with(required("nobody", LONG, "of the unresolved, nobody's"))
          .with(required("difference", LONG, "records unaccounted for; must be 0"))
          .build();

  /** Tables of the lake that a night's file has views of: all but the namespace identity. */
  public static final List<Table> LAKE =
      Stream.concat(StagedTables.ALL.stream(), ResolvedTables.ALL.stream())
          .filter(table -> table.namespace().equals(Table.HEALTH))
          .toList();

  /** Views that readers query, each a file in {@code sql/views}. */
  public static final List<String> VIEWS =
      List.of(
          "citizen",
          "citizen_key_move",
          "citizen_key_history",
          "citizen_key_successor",
          "health_record",
          "encounter",
          "immunization",
          "covid_dose",
          "quarantine",
          "version_conflict",
          "uncounted_version",
          "drug",
          "service",
          "result",
          "reported_unit");

  /** Each a file in {@code sql/marts}. */
  public static final List<Table> MARTS =
      List.of(HEALTH_RECORD_BY_DISTRICT, COVID_CLEANED_BY_DISTRICT, RECONCILIATION);

  /** Each a file in {@code sql/checks} that compares counts. */
  public static final List<String> CHECKS =
      List.of("unique_keys", "citizens", "citizen_keys", "links", "covid_doses", "marts");

  private NightTables() {}
}
