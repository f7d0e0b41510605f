package khoyte.pipelines.resolve;

import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import khoyte.warehouse.table.StagedTables;
import khoyte.warehouse.table.Table;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.functions;

/** What a staged table holds versions of. */
enum RecordKind {
  HEALTH_RECORD(StagedTables.HEALTH_RECORD_VERSION, "ma_hssk"),
  ANSWER(StagedTables.POPULATION_ANSWER_VERSION, "ma_hssk"),
  VISIT(StagedTables.ENCOUNTER_VERSION, "facility_code", "ma_lk"),
  ROUTINE_DOSE(StagedTables.IMMUNIZATION_VERSION, "ma_doi_tuong"),
  COVID_DOSE(StagedTables.COVID_DOSE_VERSION, "ma_mui_tiem"),
  CORRECTION(StagedTables.CORRECTION_VERSION, "source_table", "record_key", "list");

  /** Those that happen to a citizen and are linked to him. */
  static final List<RecordKind> EVENTS = List.of(VISIT, ROUTINE_DOSE, COVID_DOSE);

  /** Stands between the parts of a record key, and of a content. */
  static final String UNIT_SEPARATOR = "\u001f";

  private final Table table;
  private final List<String> key;

  RecordKind(Table table, String... key) {
    this.table = table;
    this.key = List.of(key);
  }

  Table table() {
    return table;
  }

  /** The fields by which a record is known, whatever its version. */
  List<String> key() {
    return key;
  }

  /** The record key as one text. */
  Column recordKey() {
    return functions.concat_ws(
        UNIT_SEPARATOR, key.stream().map(functions::col).toArray(Column[]::new));
  }

  static Stream<RecordKind> all() {
    return Arrays.stream(values());
  }
}
