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
