package khoyte.reports.text;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.text.Normalizer;
import java.util.List;
import java.util.Map;
import khoyte.reports.FilledReport;
import khoyte.reports.Golden;
import khoyte.reports.ReportCatalog;
import khoyte.reports.Samples;
import org.junit.jupiter.api.Test;

class TextReportTest {

  @Test
  void theTwoTablesOf2022StandOnATerminal() throws IOException {
    Golden.assertEquals(
        "terminal.txt",
        new TextReport(Samples.healthRecords()).text()
            + new TextReport(Samples.covidCleaning()).text()
            + new TextReport(Samples.troubledHealthRecords()).text()
            + new TextReport(Samples.signs()).text()
            + new TextReport(Samples.reconciliation()).text());
  }

  @Test
  void aCsvFileOfGroupsTellsSourcesFromSenders() {
    assertThat(text(Samples.reconciliation()).lines())
        .startsWith(
            "\ufeffunit_code,unit_name,announced,read,kept_back,received,resolved,unresolved,"
                + "duplicate,replaced,difference,announced_state",
            "his-xml,Hệ thống thông tin bệnh"
                + " viện,2840866,2840866,2,2840864,2840800,40,24,20,0,",
            "his-xml/75001,Cơ sở 75001,2840866,2840866,2,2840864,2840800,40,24,20,0,")
        .endsWith(
            "ehr,Hồ sơ sức khỏe điện tử,,2840866,2,2840864,2840800,40,24,20,0,n_a",
            ",Tổng số,2840866,8522598,6,8522592,8522400,120,72,60,0,unknown");
  }

  @Test
  void lettersWithMarksTakeOnePlace() {
    String decomposed = Normalizer.normalize("Huyện Cẩm Mỹ", Normalizer.Form.NFD);
    FilledReport report =
        FilledReport.of(
            ReportCatalog.COVID_CLEANING,
            List.of(Map.of("unit_code", "739", "unit_name", decomposed, "cleaned", 23991)),
            Samples.issue().build());

    assertThat(new TextReport(report).text()).contains("│  1 │ Huyện Cẩm Mỹ │   23.991 │\n");
  }

  @Test
  void aCsvFileIsPlainDigitsInTheOrderOfTheTable() {
    assertThat(text(Samples.covidCleaning()))
        .isEqualTo(
            """
            \ufeffunit_code,unit_name,cleaned
            739,Huyện Cẩm Mỹ,23991
            736,Huyện Định Quán,48973
            740,Huyện Long Thành,79445
            742,Huyện Nhơn Trạch,88648
            734,Huyện Tân Phú,29624
            738,Huyện Thống Nhất,15717
            737,Huyện Trảng Bom,120877
            735,Huyện Vĩnh Cửu,53827
            741,Huyện Xuân Lộc,58666
            731,Thành phố Biên Hòa,318126
            732,Thành phố Long Khánh,33858
            ,Tổng,871752
            """
                .replace("\n", "\r\n"));
  }

  @Test
  void aCsvFileSaysWhyAFigureIsMissing() {
    assertThat(text(Samples.signs()))
        .isEqualTo(
            """
            \ufeffunit_code,unit_name,given,given_share,spent,sent_on,code,given_state,given_share_state,spent_state,sent_on_state
            1,Bệnh viện đa khoa khu vực Long Khánh,902921,90.2921,12346,2022-12-31,012345678901,,,,
            2,Thành phố Long Khánh,0,,0,2022-01-02,75001,,n_a,,
            3,Bệnh viện đa khoa khu vực Định Quán,,,1,,75002,late,late,,late
            4,Huyện Cẩm Mỹ,,,,,75003,withheld,withheld,unknown,n_a
            5,Huyện Vĩnh Cửu,1,33.3333,12345,,75004,,,,unknown
            ,Tổng số,902922,,24692,,,late,late,unknown,
            """
                .replace("\n", "\r\n"));
  }

  private static String text(FilledReport report) {
    return new String(new CsvReport(report).bytes(), StandardCharsets.UTF_8);
  }
}
