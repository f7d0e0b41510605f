package khoyte.warehouse.table;

import static khoyte.warehouse.table.Field.optional;
import static khoyte.warehouse.table.Field.required;
import static khoyte.warehouse.table.FieldType.BOOLEAN;
import static khoyte.warehouse.table.FieldType.INTEGER;
import static khoyte.warehouse.table.FieldType.LONG;
import static khoyte.warehouse.table.FieldType.TEXT;

import java.util.List;

/**
 * Staged versions in numbers: what tells which version of a record counts and whose it is. Made of
 * the rows of {@link StagedTables} while these are staged, so that no night joins or compares a
 * text. Days count from 1970, instants in microseconds from there.
 */
public final class VersionTables {

  /** One row a version. */
  public static final Table VERSION =
      Table.identity("version")
          .oneRowPer("staged version of a record")
          .key("version_no")
          .with(required("version_no", LONG, "names file and place, see VersionNumber"))
          .with(required("kind", INTEGER, "number of its RecordKind"))
          .with(
              required("record_hash", LONG, "of the record key; of an answer its health record's"))
          .with(optional("file_day", INTEGER, "day the sender made the file; null is earliest"))
          .with(optional("updated_at", LONG, "last update by the sender; null is earliest"))
          .with(required("withdrawn", BOOLEAN, "this version takes the record back"))
          .with(required("content_hash", LONG, "as in the staged row"))
          .with(optional("citizen_id", LONG, "12 digits of valid structure"))
          .with(optional("written_id", LONG, "id_text, if it is 12 digits of whatever structure"))
          .with(optional("old_id", LONG, "9-digit identity card"))
          .with(optional("name_text_hash", LONG, "of the name as written"))
          .with(optional("name_hash", LONG, "of its normal form"))
          .with(optional("name_folded_hash", LONG, "of that without diacritics"))
          .with(optional("match_name_hash", LONG, "of a health record: as the matcher folds it"))
          .with(optional("given_name_hash", LONG, "likewise, of its last word; null if no name"))
          .with(optional("birth_day", INTEGER, "if day, month and year are known"))
          .with(optional("birth_year", INTEGER, "also where only the year is known"))
          .with(optional("gender", INTEGER, "1 male, 2 female"))
          .with(optional("phone", LONG, "its digits"))
          .with(optional("commune", LONG, "unit, see UnitNumber"))
          .with(optional("happened_on", INTEGER, "day a record was opened, or a dose given"))
          .with(optional("state", INTEGER, "of a health record"))
          .with(optional("answer", INTEGER, "1 KHOP, 2 KHONG_KHOP, 3 KHONG_TIM_THAY"))
          .with(optional("vaccine", INTEGER, "place among the names of the code list"))
          .with(optional("dose_number", INTEGER, "as understood while reading"))
          .with(optional("defects", INTEGER, "bits of the CovidDefects found while reading"))
          .with(optional("match_hash", LONG, "of what the matcher compares of a health record"))
          .with(optional("citizen_key", TEXT, "pseudonym of a citizen whose smallest record it is"))
          .build();

  /** The insurance numbers of versions. */
  public static final Table VERSION_INSURANCE =
      Table.identity("version_insurance")
          .oneRowPer("version and insurance number in it")
          .key("version_no", "place")
          .with(required("version_no", LONG, "see version"))
          .with(required("place", INTEGER, "among those of the version, from 1"))
          .with(required("insurance_number", LONG, "10 digits"))
          .build();

  /** By which keys the matcher of the nights finds health records, by their own values. */
  public static final Table VERSION_MATCH_KEY =
      Table.identity("version_match_key")
          .oneRowPer("version of a health record and key of the matcher")
          .key("version_no", "match_key")
          .with(required("version_no", LONG, "see version"))
          .with(required("match_key", LONG, "hash of what a blocking rule looks at"))
          .build();

  /** All of them. */
  public static final List<Table> ALL = List.of(VERSION, VERSION_INSURANCE, VERSION_MATCH_KEY);

  private VersionTables() {}
}
