package khoyte.warehouse.table;

import static khoyte.warehouse.table.Field.optional;
import static khoyte.warehouse.table.Field.required;
import static khoyte.warehouse.table.FieldType.BOOLEAN;
import static khoyte.warehouse.table.FieldType.INTEGER;
import static khoyte.warehouse.table.FieldType.LONG;
import static khoyte.warehouse.table.FieldType.TEXT;

import java.util.List;

/**
 * Who is who, in numbers (see {@link VersionTables}): what a night asks of the nights before, so
 * that it reads a few narrow columns and no text. They say nothing that {@link ResolvedTables} do
 * not say.
 */
public final class PlacedTables {

  /** Whose the current health records are. */
  public static final Table PLACED_RECORD =
      Table.identity("placed_record")
          .oneRowPer("current health record")
          .key("record_hash")
          .inLayers()
          .with(required("record_hash", LONG, "of its key"))
          .with(required("record_no", LONG, "number of its version"))
          .with(required("citizen_hash", LONG, "record_hash of its citizen's smallest record"))
          .with(optional("chain_hash", LONG, "smallest of those it hangs together with"))
          .with(optional("key_id", LONG, "the citizen id that counts for the record"))
          .with(optional("verified_id", LONG, "citizen id of its citizen"))
          .with(optional("old_id", LONG, "9-digit identity card"))
          .with(optional("birth_year", INTEGER, "also where only the year is known"))
          .with(optional("name_folded_hash", LONG, "of its name"))
          .with(optional("birth_day", INTEGER, "days since 1970"))
          .with(required("has_other_face", BOOLEAN, "an answer gives another name or birth date"))
          .with(optional("other_name_folded_hash", LONG, "of the answered name, else its own"))
          .with(optional("other_birth_day", INTEGER, "the answered date, else its own"))
          .with(optional("opened_day", INTEGER, "days since 1970"))
          .with(optional("answer_no", LONG, "number of the current answer about it"))
          .with(required("is_answered", BOOLEAN, "the answer is KHOP"))
          .with(required("is_exceptional", BOOLEAN, "its match keys stand in placed_match_key"))
          .with(optional("match_values", LONG, "hash of what the matcher compares of it"))
          .build();

  /** Who the citizens are. */
  public static final Table PLACED_CITIZEN =
      Table.identity("placed_citizen")
          .oneRowPer("citizen")
          .key("citizen_hash")
          .inLayers()
          .with(required("citizen_hash", LONG, "record_hash of his smallest record"))
          .with(required("citizen_key", TEXT, "pseudonym"))
          .with(required("first_no", LONG, "number of the version of that record"))
          .with(optional("citizen_id", LONG, "verified id"))
          .with(optional("name_text_hash", LONG, "of his name as written"))
          .with(optional("name_hash", LONG, "of its normal form"))
          .with(optional("name_folded_hash", LONG, "of that without diacritics"))
          .with(optional("birth_day", INTEGER, "days since 1970"))
          .with(optional("gender", INTEGER, "1 male, 2 female"))
          .with(optional("commune", LONG, "unit, see UnitNumber"))
          .build();

  /** By which keys the matcher finds health records, where it is not by their own values alone. */
  public static final Table PLACED_MATCH_KEY =
      Table.identity("placed_match_key")
          .oneRowPer("exceptional health record and key of the matcher")
          .key("record_hash", "match_key")
          .inLayers()
          .with(required("record_hash", LONG, "see placed_record"))
          .with(required("match_key", LONG, "see version_match_key"))
          .with(required("record_no", LONG, "number of its version"))
          .build();

  /** Whose the current events are. */
  public static final Table EVENT_LINK =
      Table.identity("event_link")
          .oneRowPer("current visit or dose")
          .key("kind", "event_hash")
          .inLayers()
          .with(required("kind", INTEGER, "number of its RecordKind"))
          .with(required("event_hash", LONG, "of its key"))
          .with(required("event_no", LONG, "number of its version"))
          .with(optional("citizen_hash", LONG, "see placed_citizen; null where unresolved"))
          .with(required("link", INTEGER, "number of its LinkState"))
          .with(optional("evidence", INTEGER, "number of its Evidence"))
          .with(optional("given_day", INTEGER, "of a COVID-19 dose: days since 1970"))
          .build();

  /** By which keys the matcher looks for the citizens of events. */
  public static final Table SOUGHT_KEY =
      Table.identity("sought_key")
          .oneRowPer("event for which the rules found nobody, and key of the matcher")
          .key("kind", "event_hash", "match_key")
          .inLayers()
          .with(required("kind", INTEGER, "number of its RecordKind"))
          .with(required("event_hash", LONG, "of its key"))
          .with(required("match_key", LONG, "see version_match_key"))
          .build();

  /** Which name a hash stands for: no two may have one. */
  public static final Table NAME =
      Table.identity("name")
          .oneRowPer("folded name of a staged row")
          .key("name_folded_hash")
          .inLayers()
          .with(required("name_folded_hash", LONG, "see version"))
          .with(required("name_folded", TEXT, "normal form without diacritics"))
          .build();

  /** All of them. */
  public static final List<Table> ALL =
      List.of(NAME, PLACED_RECORD, PLACED_CITIZEN, PLACED_MATCH_KEY, EVENT_LINK, SOUGHT_KEY);

  private PlacedTables() {}
}
