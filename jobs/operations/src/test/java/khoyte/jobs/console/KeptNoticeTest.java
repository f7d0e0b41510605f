package khoyte.jobs.console;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import khoyte.warehouse.Messages;
import org.junit.jupiter.api.Test;

class KeptNoticeTest {

  @Test
  void itIsSaidInBothLanguagesWithNumbersGroupedAsEachDoes() {
    KeptNotice notice = KeptNotice.of("file.refused.count", List.of("75001.xml", 1234, 999));

    assertThat(notice.values()).isEqualTo("[\"75001.xml\",1234,999]");
    assertThat(notice.text(Messages.VIETNAMESE))
        .isEqualTo(
            "Không thể nhận tệp 75001.xml: công bố 1.234 hồ sơ, đọc được 999. Đề nghị đơn vị gửi"
                + " lại.");
    assertThat(notice.text(Messages.ENGLISH))
        .isEqualTo(
            "Cannot accept file 75001.xml: it announces 1,234 records and holds 999. Ask the sender"
                + " for the file again.");
  }

  @Test
  void aCodeOfDigitsStaysText() {
    assertThat(
            KeptNotice.of("file.refused.unit", List.of("a.xml", "79001", "tỉnh Đồng Nai"))
                .text(Messages.ENGLISH))
        .isEqualTo(
            "Cannot accept file a.xml: facility code 79001 does not belong to tỉnh Đồng Nai.");
  }

  @Test
  void whateverStandsInAFileFitsIntoALineAndIntoTheDatabase() {
    String heading = "\u0000\n\uD800" + "\"".repeat(100_000);
    KeptNotice notice = KeptNotice.of("column.extra", List.of("a.csv", heading));

    assertThat(notice.values()).hasSizeLessThan(2048).doesNotContain("\\u0000", "\\n");
    assertThat(notice.vietnamese())
        .isEqualTo("Tệp a.csv: cột “   " + "\"".repeat(251) + "…” không dùng, đã bỏ qua.");
  }

  @Test
  void whatAnOlderProgramKeptIsSaidAsItStands() {
    assertThat(new KeptNotice("quarantine.key", null, "thiếu mã bản ghi").text(Messages.ENGLISH))
        .isEqualTo("thiếu mã bản ghi");
  }
}
