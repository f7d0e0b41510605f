package khoyte.warehouse.table;

import static khoyte.warehouse.table.DrawnTable.assertThatRows;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class DrawnTableTest {

  @Test
  void valuesAreReadByTheTypesOfTheFields() {
    Map<String, Object> visit =
        DrawnTable.maps(
                ResolvedTables.ENCOUNTER,
                """
                facility_code | ma_lk | citizen_key | admitted_at      | treatment_days | total_cost
                75001         | ""    | k1          | 2022-12-31 23:59 | 3              | 120.5
                """)
            .get(0);

    assertThat(visit)
        .containsEntry("facility_code", "75001")
        .containsEntry("ma_lk", "")
        .containsEntry("admitted_at", LocalDateTime.of(2022, 12, 31, 23, 59))
        .containsEntry("treatment_days", 3)
        .containsEntry("total_cost", new BigDecimal("120.5000"));
  }

  @Test
  void whatIsNotDrawnIsNullOrStandsForARequiredValue() {
    List<Object[]> rows =
        DrawnTable.rows(
            ResolvedTables.VERSION_CONFLICT,
            """
            source_table
            health_record_version
            """);
    assertThat(rows).containsExactly(new Object[] {"health_record_version", "", 0});

    assertThatRows(
            DrawnTable.maps(
                ResolvedTables.IMMUNIZATION,
                """
                ma_doi_tuong | citizen_key
                M1           | k1
                M2           |
                """))
        .areExactly(
            """
            ma_doi_tuong | citizen_key | link     | file_id | record_number | line | given_on
            M1           | k1          | resolved | 1       | 1             | 2    |
            M2           |             | nobody   | 1       | 2             | 3    |
            """);
  }

  @Test
  void rowsAreDrawnAligned() {
    assertThat(
            DrawnTable.draw(
                List.of("name", "given_on", "defects"),
                List.of(
                    List.of("Nguyễn", LocalDate.of(2022, 1, 2), List.of("ID_FORMAT", "UNMATCHED")),
                    List.of("", "", List.of()))))
        .isEqualTo(
            """
            name   | given_on   | defects
            Nguyễn | 2022-01-02 | ID_FORMAT, UNMATCHED
            ""     | ""         | []
            """);
  }

  @Test
  void orderCountsOnlyWhereItIsAskedFor() {
    List<Map<String, Object>> rows = List.of(Map.of("code", "b"), Map.of("code", "a"));
    String drawn = "code\na\nb\n";

    assertThatRows(rows).areExactly(drawn);
    assertThatThrownBy(() -> assertThatRows(rows).areExactlyInOrder(drawn))
        .isInstanceOf(AssertionError.class);
  }

  @Test
  void aMissingAndAnUnexpectedRowAreFound() {
    List<Map<String, Object>> rows = List.of(Map.of("code", "a"), Map.of("code", "a"));

    assertThatThrownBy(() -> assertThatRows(rows).areExactly("code\na\n"))
        .isInstanceOf(AssertionError.class);
    assertThatThrownBy(() -> assertThatRows(rows).areExactly("code\na\na\na\n"))
        .isInstanceOf(AssertionError.class);
  }

  @Test
  void aNameThatIsNoFieldIsRefused() {
    assertThatThrownBy(() -> DrawnTable.rows(ResolvedTables.CITIZEN, "citizen\nk1\n"))
        .hasMessage("Cannot find field citizen in table citizen");
    assertThatThrownBy(() -> assertThatRows(List.of(Map.of("a", 1))).areExactly("b\n1\n"))
        .hasMessage("Cannot compare column b: the rows have [a]");
    assertThatThrownBy(() -> DrawnTable.rows(ResolvedTables.CITIZEN, "citizen_key\nk1 | k2\n"))
        .hasMessage("Cannot read drawn row [k1, k2]: the heading is [citizen_key]");
  }
}
