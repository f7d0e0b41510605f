package khoyte.reports;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import khoyte.reports.cell.ReportCell;
import khoyte.reports.cell.ReportRow;
import org.junit.jupiter.api.Test;

class FilledReportTest {

  @Test
  void theTotalsOf2022AreTheDepartments() {
    assertThat(drawn(Samples.healthRecords()))
        .endsWith(" | Tổng số | 2.840.866 | 128.194 | 541.631\n");
    assertThat(drawn(Samples.covidCleaning())).endsWith(" | Tổng | 871.752\n");
  }

  @Test
  void unknownUnitsArePrintedAndSummedOnlyIfThereAreAny() {
    assertThat(filled("1 | Huyện Cẩm Mỹ | 5", " | Không xác định | 2"))
        .isEqualTo(
            """
            1 | Huyện Cẩm Mỹ | 5
             | Không xác định | 2
             | Tổng | 7
            """);
    assertThat(filled("1 | Huyện Cẩm Mỹ | 0", " | Không xác định | 0"))
        .isEqualTo(
            """
            1 | Huyện Cẩm Mỹ | 0
             | Tổng | 0
            """);
  }

  @Test
  void aTotalWithAMissingUnitIsNeverPrintedAsWhole() {
    FilledReport report = report("1 | Huyện Cẩm Mỹ | 5", "2 | Huyện Tân Phú | ");

    assertThat(drawn(report))
        .isEqualTo(
            """
            1 | Huyện Cẩm Mỹ | 5
            2 | Huyện Tân Phú | …
             | Tổng | 5 (*)
            """);
    assertThat(new PageText(report).notes())
        .endsWith("Tổng chưa gồm: Huyện Tân Phú.", "Ký hiệu: … không có số liệu.");
  }

  @Test
  void aTotalOfNothingKnownIsUnknown() {
    assertThat(filled("1 | Huyện Cẩm Mỹ | ")).isEqualTo("1 | Huyện Cẩm Mỹ | …\n | Tổng | …\n");
  }

  @Test
  void aLateSourceMarksTheColumnsItTouches() {
    FilledReport report = Samples.troubledHealthRecords();

    assertThat(report.definition().columns().stream().map(report::heading))
        .containsExactly(
            List.of("Số", "TT"),
            List.of("Địa phương"),
            List.of("Tổng số", "HS đang", "quản lý"),
            List.of("HS cập nhật", "thông tin", "tiêm chủng"),
            List.of("HS cập nhật", "thông tin", "KCB (*)"));
  }

  @Test
  void groupsAreNumberedInRomanAndOnlyTheyAreSummed() {
    FilledReport report = Samples.reconciliation();

    assertThat(report.ordinals()).startsWith("I", "1", "2").endsWith("15", "II", "1", "III");
    assertThat(report.total().cells().get(1)).isEqualTo(new ReportCell.Count(3 * 2840866));
    assertThat(report.total().cells().get(0).printed()).isEqualTo("2.840.866 (*)");
  }

  @Test
  void sharesAreRoundedOnceHalfUp() {
    assertThat(Samples.healthRecords().total().cells().get(2))
        .isEqualTo(new ReportCell.Count(541631));
    assertThat(ReportCell.share(541631, 2840866).printed()).isEqualTo("19,1");
    assertThat(ReportCell.share(1, 2000).printed()).isEqualTo("0,1");
    assertThat(ReportCell.share(1, 2001).printed()).isEqualTo("0,0");
    assertThat(ReportCell.share(0, 0).printed()).isEqualTo("-");
  }

  @Test
  void aThousandMillionsHaveAFormatOfTheirOwn() {
    assertThat(new ReportCell.Count(999_999_999).numberFormat())
        .isEqualTo("[>=1000000]0\\.000\\.000;[>=1000]0\\.000;0");
    assertThat(new ReportCell.Count(1_000_000_000).numberFormat()).isEqualTo("0\\.000\\.000\\.000");
    assertThat(new ReportCell.Count(1_000_000_000).printed()).isEqualTo("1.000.000.000");
  }

  private static String filled(String... rows) {
    return drawn(report(rows));
  }

  private static FilledReport report(String... rows) {
    return FilledReport.of(
        ReportCatalog.COVID_CLEANING,
        Samples.rows("unit_code | unit_name | cleaned\n" + String.join("\n", rows)),
        Samples.issue().build());
  }

  private static String drawn(FilledReport report) {
    return Stream.concat(report.rows().stream(), Stream.of(report.total()))
        .map(FilledReportTest::drawn)
        .collect(Collectors.joining());
  }

  private static String drawn(ReportRow row) {
    return row.unitCode()
        + " | "
        + row.unitName()
        + row.cells().stream().map(cell -> " | " + cell.printed()).collect(Collectors.joining())
        + "\n";
  }
}
