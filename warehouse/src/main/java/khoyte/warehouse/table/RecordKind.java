package khoyte.warehouse.table;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * What a staged table holds versions of. The place of a kind is its number in {@link
 * StagedTables#VERSION} for ever: a new one comes last.
 */
public enum RecordKind {
  HEALTH_RECORD(StagedTables.HEALTH_RECORD_VERSION, "ma_hssk"),
  ANSWER(StagedTables.POPULATION_ANSWER_VERSION, "ma_hssk"),
  VISIT(StagedTables.ENCOUNTER_VERSION, "facility_code", "ma_lk"),
  ROUTINE_DOSE(StagedTables.IMMUNIZATION_VERSION, "ma_doi_tuong"),
  COVID_DOSE(StagedTables.COVID_DOSE_VERSION, "ma_mui_tiem"),
  CORRECTION(StagedTables.CORRECTION_VERSION, "source_table", "record_key", "list");

  /** Those that happen to a citizen and are linked to him. */
  public static final List<RecordKind> EVENTS = List.of(VISIT, ROUTINE_DOSE, COVID_DOSE);

  private final Table table;
  private final List<String> key;

  RecordKind(Table table, String... key) {
    this.table = table;
    this.key = List.of(key);
  }

  /** Its staged table. */
  public Table table() {
    return table;
  }

  /** The fields by which a record is known, whatever its version. */
  public List<String> key() {
    return key;
  }

  /** All of them. */
  public static Stream<RecordKind> all() {
    return Arrays.stream(values());
  }

  /** The kind whose versions a staged table holds; none if it holds lines of visits, say. */
  public static Optional<RecordKind> of(Table table) {
    return all().filter(kind -> kind.table.equals(table)).findFirst();
  }

  /** The kind of a number, see the type. */
  public static RecordKind of(int number) {
    return values()[number];
  }
}
