package khoyte.pipelines.resolve;

import static khoyte.warehouse.table.DrawnTable.assertThatRows;
import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import khoyte.warehouse.table.ResolvedTables;
import khoyte.warehouse.table.StagedTables;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Where the keys of citizens lead who are joined, cut, renamed or withdrawn. Each letter is a
 * person or two with a fate of their own; citizens are named by their smallest record.
 */
@Tag("slow")
class CitizenKeysTest {
  private static final LocalDate AS_OF = LocalDate.of(2022, 12, 31);

  private static final String FIRST =
      """
      ma_hssk | citizen_id   | name_text    | birth_date | insurance_numbers | opened_on  | state | updated_at
      A1      |              | Hồ Văn An    | 1980-01-01 | 7500000001        | 2020-01-01 | 1     | 2022-01-01 00:00
      A2      |              | Hồ Văn An    | 1980-01-01 | 7500000001        | 2020-01-01 | 1     | 2022-01-01 00:00
      C3      |              | Hồ Văn Cảnh  | 1980-03-03 | 7500000003        | 2020-01-01 | 1     | 2022-01-01 00:00
      D1      |              | Hồ Văn Dũng  | 1980-04-04 | 7500000004        | 2020-01-01 | 1     | 2022-01-01 00:00
      D2      |              | Hồ Văn Dũng  | 1980-04-04 | 7500000004        | 2020-01-01 | 1     | 2022-01-01 00:00
      E1      |              | Hồ Văn Em    | 1980-05-05 |                   | 2020-01-01 | 1     | 2022-01-01 00:00
      E2      |              | Hồ Văn Em    | 1980-05-05 |                   | 2020-01-01 | 1     | 2022-01-01 00:00
      M1      | 075080000101 | Hồ Văn Minh  | 1980-06-06 |                   | 2020-01-01 | 1     | 2022-01-01 00:00
      M2      |              | Hồ Văn Minh  | 1980-06-06 | 7500000006        | 2020-01-01 | 1     | 2022-01-01 00:00
      S1      |              | Hồ Văn Sơn   | 1980-07-07 | 7500000007        | 2020-01-01 | 1     | 2022-01-01 00:00
      S2      |              | Hồ Văn Sơn   | 1980-07-07 | 7500000007        | 2020-01-01 | 1     | 2022-01-01 00:00
      T1      | 075080000201 | Hồ Văn Tâm   | 1980-08-08 |                   | 2020-01-01 | 1     | 2022-01-01 00:00
      T2      |              | Hồ Văn Tâm   | 1980-08-08 |                   | 2020-01-01 | 1     | 2022-01-01 00:00
      U1      | 075080000301 | Hồ Văn Út    | 1980-09-09 | 7500000009        | 2020-01-01 | 1     | 2022-01-01 00:00
      U3      |              | Hồ Văn Út    | 1980-09-09 | 7500000009        | 2020-01-01 | 1     | 2022-01-01 00:00
      V1      |              | Hồ Văn Vinh  | 1980-10-10 | 7500000010        | 2020-01-01 | 1     | 2022-01-01 00:00
      V2      |              | Hồ Văn Vinh  | 1980-10-10 | 7500000011        | 2020-01-01 | 1     | 2022-01-01 00:00
      V3      |              | Hồ Văn Vinh  | 1980-10-10 | 7500000010        | 2020-01-01 | 1     | 2022-01-01 00:00
      W1      |              | Hồ Văn Quân  | 1980-11-11 | 7500000012        | 2020-01-01 | 1     | 2022-01-01 00:00
      W2      |              | Hồ Văn Quân  | 1980-11-11 | 7500000012        | 2020-01-01 | 1     | 2022-01-01 00:00
      X1      |              | Hồ Văn Xuân  | 1980-12-12 |                   | 2020-01-01 | 1     | 2022-01-01 00:00
      """;

  private static final String SECOND =
      """
      ma_hssk | citizen_id   | name_text   | birth_date | insurance_numbers | opened_on  | state | updated_at       | withdrawn
      A2      |              | Lý Thị Thu  | 1985-01-05 | 7500000001        | 2020-01-01 | 1     | 2022-02-01 00:00 | false
      C2      |              | Hồ Văn Cảnh | 1980-03-03 | 7500000003        | 2020-01-01 | 1     | 2022-02-01 00:00 | false
      M2      | 075080000101 | Hồ Văn Minh | 1980-06-06 | 7500000006        | 2020-01-01 | 1     | 2022-02-01 00:00 | false
      S2      |              | Hồ Văn Sơn  | 1980-07-07 | 7500000077        | 2020-01-01 | 1     | 2022-02-01 00:00 | false
      T2      | 075080000201 | Hồ Văn Tâm  | 1980-08-08 |                   | 2020-01-01 | 1     | 2022-02-01 00:00 | false
      U2      | 075080000302 | Hồ Văn Út   | 1980-09-09 | 7500000009        | 2020-01-01 | 1     | 2022-02-01 00:00 | false
      V3      |              | Hồ Văn Vinh | 1980-10-10 | 7500000011        | 2020-01-01 | 1     | 2022-02-01 00:00 | false
      W1      |              |             |            |                   |            |       | 2022-02-01 00:00 | true
      X1      |              |             |            |                   |            |       | 2022-02-01 00:00 | true
      """;

  private static final String DECISIONS =
      """
      source_table | record_key | list      | decision      | decision_text | linked_hssk | candidates | chosen_hssk | unit_code | listed_as_of | listed_night  | updated_at
      review_pair  | D1/D2      | undecided | none_of_these | a             | D1          | D2         |             | 26050     | 2022-12-31   | 2022-12-31.v1 | 2023-02-01 00:00
      review_pair  | E1/E2      | undecided | candidate_1   | b             | E1          | E2         | E2          | 26050     | 2022-12-31   | 2022-12-31.v1 | 2023-02-01 00:00
      """;

  private static final String THIRD =
      """
      ma_hssk | name_text   | birth_date | insurance_numbers | opened_on  | state | updated_at
      C1      | Hồ Văn Cảnh | 1980-03-03 | 7500000003        | 2020-01-01 | 1     | 2022-03-01 00:00
      T2      | Hồ Văn Tâm  | 1980-08-08 |                   | 2020-01-01 | 1     | 2022-03-01 00:00
      W1      | Hồ Văn Quân | 1980-11-11 | 7500000012        | 2020-01-01 | 1     | 2022-03-01 00:00
      """;

  private static final String TAKEN_BACK =
      """
      source_table | record_key | list      | decision   | decision_text | linked_hssk | candidates | unit_code | listed_as_of | listed_night  | updated_at
      review_pair  | E1/E2      | undecided | unverified | c             | E1          | E2         | 26050     | 2022-12-31   | 2022-12-31.v2 | 2023-03-01 00:00
      """;

  @TempDir Path home;
  private final PublishedKeys keys = new PublishedKeys();

  @Test
  void everyOldKeyLeadsToWhoHoldsItsRecordsNow() {
    try (SmallProvince province = new SmallProvince(home)) {
      province.arrives(StagedTables.HEALTH_RECORD_VERSION, FIRST);
      night(province, false);
      assertThat(province.rows(ResolvedTables.CITIZEN_KEY_MOVE)).isEmpty();

      province.arrives(StagedTables.HEALTH_RECORD_VERSION, SECOND);
      province.arrives(StagedTables.CORRECTION_VERSION, DECISIONS);
      night(province, true);
      province.arrives(StagedTables.HEALTH_RECORD_VERSION, THIRD);
      province.arrives(StagedTables.CORRECTION_VERSION, TAKEN_BACK);
      // As after another version of the program.
      night(province, false);

      assertThatRows(history(province))
          .areExactly(
              """
              as_of      | version | citizen | successor | change    | joined_by        | parted_by        | health_records
              2022-12-31 | 2       | A1      | A2        | split     |                  | agreement        | 1
              2022-12-31 | 2       | C3      | C2        | renamed   | insurance_number |                  | 1
              2022-12-31 | 2       | D1      | D2        | split     |                  | decision         | 1
              2022-12-31 | 2       | E2      | E1        | merged    | decision         |                  | 1
              2022-12-31 | 2       | M2      | M1        | merged    | citizen_id       |                  | 1
              2022-12-31 | 2       | S1      | S2        | split     |                  | insurance_number | 1
              2022-12-31 | 2       | T2      | T1        | merged    | citizen_id       |                  | 1
              2022-12-31 | 2       | U1      | U3        | split     |                  | citizen_id       | 1
              2022-12-31 | 2       | V1      | V2        | moved     | insurance_number | insurance_number | 1
              2022-12-31 | 2       | W1      | W2        | renamed   |                  | withdrawn        | 1
              2022-12-31 | 2       | W1      |           | withdrawn |                  | withdrawn        | 1
              2022-12-31 | 2       | X1      |           | withdrawn |                  | withdrawn        | 1
              2022-12-31 | 3       | C2      | C1        | renamed   | insurance_number |                  | 2
              2022-12-31 | 3       | E1      | E2        | split     |                  | decision         | 1
              2022-12-31 | 3       | T1      | T2        | split     |                  | citizen_id       | 1
              2022-12-31 | 3       | W2      | W1        | renamed   | insurance_number |                  | 1
              """);
      assertThatRows(successors(province))
          .areExactly(
              """
              citizen | successor
              A1      | A1
              A1      | A2
              A2      | A2
              C1      | C1
              C2      | C1
              C3      | C1
              D1      | D1
              D1      | D2
              D2      | D2
              E1      | E1
              E1      | E2
              E2      | E2
              M1      | M1
              M2      | M1
              S1      | S1
              S1      | S2
              S2      | S2
              T1      | T1
              T1      | T2
              T2      | T2
              U1      | U1
              U1      | U3
              U2      | U2
              U3      | U3
              V1      | V1
              V1      | V2
              V2      | V2
              W1      | W1
              W2      | W1
              X1      |
              """);

      List<Map<String, Object>> moves = province.rows(ResolvedTables.CITIZEN_KEY_MOVE);
      night(province, true);
      assertThat(province.rows(ResolvedTables.CITIZEN_KEY_MOVE))
          .containsExactlyInAnyOrderElementsOf(moves);
      keys.leadToWhoHoldsTheirRecords(province);
    }
  }

  @Test
  void keysMadeWithAnotherSecretAreFollowed() {
    try (SmallProvince province = new SmallProvince(home)) {
      province.arrives(
          StagedTables.HEALTH_RECORD_VERSION,
          """
          ma_hssk | name_text   | birth_date | insurance_numbers | opened_on
          C2      | Hồ Văn Cảnh | 1980-03-03 | 7500000003        | 2020-01-01
          M1      | Hồ Văn Minh | 1980-06-06 |                   | 2020-01-01
          """);
      night(province, false);
      province.arrives(
          StagedTables.HEALTH_RECORD_VERSION,
          """
          ma_hssk | name_text   | birth_date | insurance_numbers | opened_on
          C1      | Hồ Văn Cảnh | 1980-03-03 | 7500000003        | 2020-01-01
          """);
      province.usesSecret("another one for tests, 32 bytes");
      night(province, false);

      assertThatRows(history(province))
          .areExactly(
              """
              citizen | successor | change  | joined_by        | parted_by
              C2      | C1        | renamed | insurance_number |
              M1      | M1        | renamed |                  | secret
              """);
      assertThat(province.answer("select count(*) from citizen_key_successor"))
          .containsExactly(List.of(4L));
      keys.leadToWhoHoldsTheirRecords(province);
    }
  }

  private void night(SmallProvince province, boolean onTheNightBefore) {
    if (onTheNightBefore) {
      province.nextNight(AS_OF);
    } else {
      province.night(AS_OF);
    }
    keys.add(province);
  }

  private List<Map<String, @Nullable Object>> history(SmallProvince province) {
    return named(
        province.answer("select * from citizen_key_history"),
        List.of(
            "as_of",
            "version",
            "citizen",
            "successor",
            "change",
            "joined_by",
            "parted_by",
            "health_records"));
  }

  private List<Map<String, @Nullable Object>> successors(SmallProvince province) {
    return named(
        province.answer("select * from citizen_key_successor"), List.of("citizen", "successor"));
  }

  /** Rows of a view, the keys in it replaced by the names of their citizens. */
  private List<Map<String, @Nullable Object>> named(
      List<List<@Nullable Object>> rows, List<String> columns) {
    List<Map<String, @Nullable Object>> named = new ArrayList<>();
    for (List<@Nullable Object> row : rows) {
      Map<String, @Nullable Object> values = new java.util.HashMap<>();
      for (int i = 0; i < columns.size(); i++) {
        boolean isKey = columns.get(i).equals("citizen") || columns.get(i).equals("successor");
        values.put(columns.get(i), isKey ? keys.name(row.get(i)) : row.get(i));
      }
      named.add(values);
    }
    return named;
  }
}
