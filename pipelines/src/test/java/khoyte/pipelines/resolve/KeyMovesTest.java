package khoyte.pipelines.resolve;

import static khoyte.warehouse.table.DrawnTable.assertThatRows;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import khoyte.warehouse.table.DrawnTable;
import khoyte.warehouse.table.ResolvedTables;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class KeyMovesTest {

  @Test
  void ofSeveralThingsThatJoinTheStrongestIsNamed() {
    moves(
        """
        ma_hssk | first_ma_hssk | key_id       | old_id    | name_folded | birth_year | insurance_numbers
        HS1     | HS1           | 075080000101 | 270000001 | ho van an   | 1980       | 7500000001
        HS2     | HS2           |              |           | ho van an   | 1980       |
        """,
        """
        ma_hssk | first_ma_hssk | key_id       | old_id    | name_folded | birth_year | insurance_numbers
        HS1     | HS1           | 075080000101 | 270000001 | ho van an   | 1980       | 7500000001
        HS2     | HS1           |              | 270000001 | ho van an   | 1980       | 7500000001
        """,
        """
        ma_hssk | from | to  | change | joined_by        | parted_by
        HS2     | HS2  | HS1 | merged | insurance_number |
        """);
  }

  @Test
  void aSharedKeyThatDoesNotAgreeJoinsNothing() {
    moves(
        """
        ma_hssk | first_ma_hssk | old_id    | name_folded | birth_date | birth_year | insurance_numbers
        HS1     | HS1           | 270000001 | le hoa      | 1980-01-01 | 1980       | 7500000001
        HS2     | HS2           |           | ho van an   | 1985-01-01 | 1980       | 7500000001
        HS3     | HS3           | 270000001 | ho van an   | 1985-01-01 | 1980       |
        """,
        """
        ma_hssk | first_ma_hssk | old_id    | name_folded | birth_date | birth_year | insurance_numbers
        HS1     | HS1           | 270000001 | le hoa      | 1980-01-01 | 1980       | 7500000001
        HS2     | HS2           | 270000001 | ho van an   | 1985-01-01 | 1980       | 7500000001
        HS3     | HS2           | 270000001 | ho van am   | 1985-01-01 | 1980       |
        """,
        """
        ma_hssk | from | to  | change | joined_by | parted_by
        HS3     | HS3  | HS2 | merged | old_id    |
        """);
  }

  @Test
  void whatOtherRulesSeeOtherwiseIsSaidToBeTheRules() {
    String records =
        """
        ma_hssk | first_ma_hssk | name_folded | insurance_numbers
        HS1     | HS1           | ho van an   | 7500000001
        HS2     | HS1           | ho van an   | 7500000001
        HS3     | HS3           | ho van ba   | 7500000003
        """;
    moves(
        records,
        records.replace("HS2     | HS1", "HS2     | HS2").replace("HS3     | HS3", "HS3     | HS2"),
        """
        ma_hssk | from | to  | change | joined_by | parted_by
        HS2     | HS1  | HS2 | moved  | rules     | rules
        HS3     | HS3  | HS2 | merged | rules     |
        """);
  }

  @Test
  void aCitizenWhoIsCutInThreeLeadsToEachPart() {
    moves(
        """
        ma_hssk | first_ma_hssk | key_id | name_folded | insurance_numbers
        HS1     | HS1           |        | ho van an   | 7500000001
        HS2     | HS1           |        | ho van an   | 7500000001, 7500000002
        HS3     | HS1           |        | ho van an   | 7500000002
        HS4     | HS1           |        | ho van an   | 7500000002
        """,
        """
        ma_hssk | first_ma_hssk | key_id       | name_folded | insurance_numbers
        HS1     | HS1           |              | ho van an   | 7500000001
        HS3     | HS3           | 075080000103 | ho van an   | 7500000002
        HS4     | HS4           | 075080000104 | ho van an   | 7500000002
        """,
        """
        ma_hssk | from | to  | change    | joined_by | parted_by
        HS2     | HS1  |     | withdrawn |           | withdrawn
        HS3     | HS1  | HS3 | split     |           | citizen_id
        HS4     | HS1  | HS4 | split     |           | citizen_id
        """);
  }

  @Test
  void theRecordThatHeldTwoTogetherWasTakenBack() {
    moves(
        """
        ma_hssk | first_ma_hssk | name_folded | insurance_numbers
        HS1     | HS1           | ho van an   | 7500000001
        HS2     | HS1           | ho van an   | 7500000001, 7500000002
        HS3     | HS1           | ho van an   | 7500000002
        """,
        """
        ma_hssk | first_ma_hssk | name_folded | insurance_numbers
        HS1     | HS1           | ho van an   | 7500000001
        HS3     | HS3           | ho van an   | 7500000002
        """,
        """
        ma_hssk | from | to  | change    | joined_by | parted_by
        HS2     | HS1  |     | withdrawn |           | withdrawn
        HS3     | HS1  | HS3 | split     |           | withdrawn
        """);
  }

  @Test
  void whoStaysWhereHeWasMovesNot() {
    String records = "ma_hssk | first_ma_hssk | name_folded\nHS1 | HS1 | ho van an\n";
    assertThat(KeyMoves.between(held(records), held(records), List.of())).isEmpty();
    assertThat(KeyMoves.between(List.of(), held(records), List.of())).isEmpty();
  }

  private static void moves(String before, String after, String expected) {
    List<Map<String, @Nullable Object>> rows = new ArrayList<>();
    for (KeyMoves.Move move : KeyMoves.between(held(before), held(after), List.of())) {
      Map<String, @Nullable Object> row = new HashMap<>();
      row.put("ma_hssk", move.maHssk());
      row.put("from", move.citizenKey());
      row.put("to", move.successorKey());
      row.put("change", move.change().code());
      row.put("joined_by", move.joinedBy() == null ? null : move.joinedBy().code());
      row.put("parted_by", move.partedBy() == null ? null : move.partedBy().code());
      rows.add(row);
    }
    assertThatRows(rows).areExactly(expected);
  }

  /** Records whose citizen is called like his smallest record. */
  private static List<KeyMoves.Held> held(String drawn) {
    List<KeyMoves.Held> held = new ArrayList<>();
    for (Map<String, Object> row : DrawnTable.maps(ResolvedTables.REGISTERED_RECORD, drawn)) {
      List<Long> keys = new ArrayList<>();
      if (row.get("key_id") != null) {
        keys.add(StrongKeys.CITIZEN_ID + Long.parseLong((String) row.get("key_id")));
      }
      if (row.get("insurance_numbers") instanceof List<?> numbers) {
        numbers.forEach(number -> keys.add(Long.valueOf(number.toString())));
      }
      if (row.get("old_id") != null) {
        keys.add(
            StrongKeys.OLD_ID
                + Long.parseLong((String) row.get("old_id")) * 10_000
                + (Integer) row.get("birth_year"));
      }
      String first = (String) row.get("first_ma_hssk");
      held.add(
          new KeyMoves.Held(
              (String) row.get("ma_hssk"),
              first,
              first,
              keys,
              List.of(
                  new KeyMoves.Face(
                      (String) row.get("name_folded"), (LocalDate) row.get("birth_date"))),
              false));
    }
    return held;
  }
}
