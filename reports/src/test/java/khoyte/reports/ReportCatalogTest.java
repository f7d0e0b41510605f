package khoyte.reports;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import khoyte.warehouse.KhoyteException;
import khoyte.warehouse.Messages;
import khoyte.warehouse.table.NightTables;
import org.junit.jupiter.api.Test;

class ReportCatalogTest {

  @Test
  void healthRecordsStandGreatestFirstThenByCode() throws SQLException {
    assertThat(
            answer(
                ReportCatalog.HEALTH_RECORDS,
                """
                create table mart_health_record_by_district as
                select *, 0 as with_immunization, 0 as with_encounter
                from (values ('', 'Không xác định', 99), ('742', 'Huyện Nhơn Trạch', 5),
                  ('731', 'Thành phố Biên Hòa', 5), ('734', 'Huyện Tân Phú', 7))
                  as drawn (unit_code, unit_name, managed)
                """))
        .containsExactly(
            "Huyện Tân Phú", "Thành phố Biên Hòa", "Huyện Nhơn Trạch", "Không xác định");
  }

  @Test
  void cleanedRecordsStandInTheVietnameseAlphabet() throws SQLException {
    assertThat(
            answer(
                ReportCatalog.COVID_CLEANING,
                """
                create table mart_covid_cleaned_by_district as
                select *, 1 as cleaned
                from (values ('', 'Không xác định'), ('732', 'Thành phố Long Khánh'),
                  ('736', 'Huyện Định Quán'), ('739', 'Huyện Cẩm Mỹ'), ('740', 'Huyện Long Thành'),
                  ('731', 'Thành phố Biên Hòa'), ('735', 'Huyện Vĩnh Cửu'),
                  ('753', 'Huyện Đất Đỏ'))
                  as drawn (unit_code, unit_name)
                """))
        .containsExactly(
            "Huyện Cẩm Mỹ",
            "Huyện Đất Đỏ",
            "Huyện Định Quán",
            "Huyện Long Thành",
            "Huyện Vĩnh Cửu",
            "Thành phố Biên Hòa",
            "Thành phố Long Khánh",
            "Không xác định");
  }

  @Test
  void aNameThatIsNotThereIsRefusedWithTheNamesThatAre() {
    KhoyteException refused =
        catchThrowableOfType(KhoyteException.class, () -> ReportCatalog.named("ho-so"));

    assertThat(refused.text(Messages.VIETNAMESE))
        .isEqualTo(
            "Không thể lập báo cáo “ho-so”: không có báo cáo này. Các báo cáo: ho-so-suc-khoe,"
                + " tiem-chung-covid, doi-soat-dem.");
    assertThat(refused)
        .hasMessage(
            "Cannot make report “ho-so”: there is no such report. Choose one of: ho-so-suc-khoe,"
                + " tiem-chung-covid, doi-soat-dem.");
    assertThat(ReportCatalog.named("tiem-chung-covid")).isEqualTo(ReportCatalog.COVID_CLEANING);
  }

  @Test
  void columnsFillThePaper() {
    assertThatThrownBy(() -> definition(ReportColumn.unitName(50, "Địa phương")))
        .hasMessage("Cannot print report x: its columns are 150.0 mm wide");
  }

  @Test
  void aHeadingFitsItsColumn() {
    assertThatThrownBy(() -> definition(ReportColumn.unitName(65, "Địa phương".repeat(5))))
        .hasMessageStartingWith("Cannot print report x: heading “Địa phương")
        .hasMessageEndingWith("is wider than its column");
  }

  @Test
  void moreThanEightColumnsNeedAWidePage() {
    ReportDefinition.Builder wide =
        ReportDefinition.report("x").column(ReportColumn.ordinal(10, "TT"));
    wide.column(ReportColumn.unitName(85, "Địa phương"));
    for (int i = 0; i < 7; i++) {
      wide.column(ReportColumn.count("n" + i, 10, "n"));
    }

    assertThatThrownBy(
            () ->
                wide.build(
                    new TotalLabel("Tổng", TotalLabel.Place.UNIT_NAME), null, Paper.A4_PORTRAIT))
        .hasMessage("Cannot print report x: more than 8 columns need a landscape page");
  }

  @Test
  void everyReportSelectsFieldsOfItsMart() {
    assertThat(ReportCatalog.all()).allSatisfy(report -> assertThat(report.mart()).isNotNull());
    assertThatThrownBy(
            () ->
                ReportDefinition.report("x")
                    .from(NightTables.COVID_CLEANED_BY_DISTRICT)
                    .column(ReportColumn.ordinal(10, "TT"))
                    .column(ReportColumn.unitName(65, "Địa phương"))
                    .column(ReportColumn.count("cleand", 90, "Số lượng"))
                    .build(
                        new TotalLabel("Tổng", TotalLabel.Place.UNIT_NAME),
                        null,
                        Paper.A4_PORTRAIT))
        .hasMessage("Cannot find field cleand in table mart_covid_cleaned_by_district");
  }

  @Test
  void senderRowsFollowTheirSourceInTheOrderOfTheConfiguration() throws SQLException {
    assertThat(
            answer(
                ReportCatalog.RECONCILIATION,
                """
                create table mart_reconciliation as
                select *, 1 as announced, null as announced_state, 1 as read, 0 as kept_back,
                  1 as received, 1 as resolved, 0 as unresolved, 0 as duplicate, 0 as replaced,
                  0 as difference
                from (values ('ehr', 'Hồ sơ', true, 2), ('his/75002', 'Cơ sở 75002', false, 1),
                  ('his/75001', 'Cơ sở 75001', false, 1), ('his', 'Bệnh viện', true, 1))
                  as drawn (unit_code, unit_name, is_group, position)
                """))
        .containsExactly("Bệnh viện", "Cơ sở 75001", "Cơ sở 75002", "Hồ sơ");
  }

  private static ReportDefinition definition(ReportColumn unit) {
    return ReportDefinition.report("x")
        .column(ReportColumn.ordinal(10, "TT"))
        .column(unit)
        .column(ReportColumn.count("n", 90, "Số lượng"))
        .build(
            new TotalLabel("Tổng", TotalLabel.Place.UNIT_NAME),
            ReportCatalog.COVID_CLEANING.chart(),
            Paper.A4_PORTRAIT);
  }

  private static List<String> answer(ReportDefinition report, String mart) throws SQLException {
    try (Connection database = DriverManager.getConnection("jdbc:duckdb:");
        Statement statement = database.createStatement()) {
      statement.execute(mart);
      List<String> names = new java.util.ArrayList<>();
      try (ResultSet rows = statement.executeQuery(report.query())) {
        while (rows.next()) {
          names.add(rows.getString("unit_name"));
        }
      }
      return names;
    }
  }
}
