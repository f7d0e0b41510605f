package khoyte.reports;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import khoyte.reports.cell.Vietnamese;
import org.junit.jupiter.api.Test;

class LetterheadsTest {

  @Test
  void theProvinceIsACitySince30April2026() {
    Letterheads heads = Letterheads.delivered();

    assertThat(heads.on(LocalDate.of(2026, 4, 29)).parent()).isEqualTo("UBND TỈNH ĐỒNG NAI");
    assertThat(heads.on(LocalDate.of(2026, 4, 30)).parent()).isEqualTo("UBND THÀNH PHỐ ĐỒNG NAI");
    assertThat(heads.on(LocalDate.of(2026, 4, 30)).issuerInSentences())
        .isEqualTo("Sở Y tế thành phố Đồng Nai");
    assertThat(heads.on(LocalDate.of(1960, 1, 1)).issuerInSentences())
        .isEqualTo("Sở Y tế tỉnh Đồng Nai");
  }

  @Test
  void aReportTakesTheLetterheadOfItsIssueDate() {
    ReportIssue issue = Samples.issue().issuedOn(LocalDate.of(2026, 5, 4)).build();

    assertThat(issue.letterhead().recipients()).contains("UBND thành phố (để báo cáo)");
    assertThat(Samples.issue().build().letterhead().recipients())
        .contains("UBND tỉnh (để báo cáo)");
  }

  @Test
  void smallDaysAndTheFirstTwoMonthsHaveAZero() {
    assertThat(Vietnamese.letterDate(LocalDate.of(2023, 1, 5)))
        .isEqualTo("ngày 05 tháng 01 năm 2023");
    assertThat(Vietnamese.letterDate(LocalDate.of(2023, 3, 15)))
        .isEqualTo("ngày 15 tháng 3 năm 2023");
    assertThat(Vietnamese.letterDate(LocalDate.of(2023, 12, 31)))
        .isEqualTo("ngày 31 tháng 12 năm 2023");
  }
}
