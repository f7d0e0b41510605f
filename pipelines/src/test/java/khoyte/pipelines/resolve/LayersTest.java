package khoyte.pipelines.resolve;

import static khoyte.warehouse.table.DrawnTable.assertThatRows;
import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.LocalDate;
import khoyte.warehouse.table.ResolvedTables;
import khoyte.warehouse.table.StagedTables;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** How a night adds to the tables of the one before. */
@Tag("slow")
class LayersTest {
  private static final LocalDate AS_OF = LocalDate.of(2022, 12, 31);

  @TempDir Path home;

  @Test
  void aNightAddsWhatItChangesUntilThereIsTooMuchOfIt() {
    try (SmallProvince province = new SmallProvince(home)) {
      StringBuilder records = new StringBuilder("ma_hssk | name_text | birth_date | opened_on\n");
      for (int i = 10; i < 20; i++) {
        records.append("HS%d | Hồ Văn An | 1980-01-%d | 2020-01-01\n".formatted(i, i));
      }
      province.arrives(StagedTables.HEALTH_RECORD_VERSION, records.toString());
      province.night(AS_OF);
      assertThat(province.layers(ResolvedTables.CITIZEN)).isEqualTo("{1=10}");

      province.arrives(
          StagedTables.HEALTH_RECORD_VERSION,
          """
          ma_hssk | name_text | birth_date | opened_on  | withdrawn | updated_at
          HS10    |           |            |            | true      | 2022-12-01 00:00
          HS20    | Hồ Văn Ba | 1980-02-02 | 2020-01-01 | false     | 2022-12-01 00:00
          """);
      province.nextNight(AS_OF);
      assertThat(province.layers(ResolvedTables.CITIZEN)).isEqualTo("{1=10, 2=2}");

      province.arrives(
          StagedTables.HEALTH_RECORD_VERSION,
          """
          ma_hssk | name_text | birth_date | opened_on  | updated_at
          HS20    | Hồ Văn Bá | 1980-02-02 | 2020-01-01 | 2022-12-02 00:00
          """);
      province.nextNight(AS_OF);
      assertThat(province.layers(ResolvedTables.CITIZEN)).isEqualTo("{1=10, 2=2, 3=1}");

      province.nextNight(AS_OF);
      assertThat(province.layers(ResolvedTables.CITIZEN)).isEqualTo("{3=10}");
      assertThatRows(
              province.rows(ResolvedTables.CITIZEN_IDENTITY).stream()
                  .filter(row -> row.get("citizen").toString().compareTo("HS18") > 0)
                  .toList())
          .areExactly(
              """
              citizen | name      | birth_date
              HS19    | hồ văn an | 1980-01-19
              HS20    | hồ văn bá | 1980-02-02
              """);
    }
  }
}
