package khoyte.reports.print;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import khoyte.reports.Golden;
import khoyte.reports.print.CalibrationPage.Compared;
import khoyte.reports.print.CalibrationPage.Fact;
import khoyte.reports.print.CalibrationPage.Level;
import khoyte.reports.print.CalibrationPage.Words;
import org.junit.jupiter.api.Test;

class CalibrationPageTest {

  @Test
  void aModelWithManyLevelsTakesTwoPages() throws IOException {
    byte[] document = page(15).bytes();
    if (Boolean.getBoolean("golden.write")) {
      Files.write(Path.of("target", "calibration.pdf"), document);
    }

    Golden.assertEquals("calibration.pdf.txt", PdfText.of(document));
  }

  @Test
  void theSameParametersAreTheSameBytes() {
    assertThat(page(2).bytes()).isEqualTo(page(2).bytes());
  }

  private static CalibrationPage page(int comparisons) {
    List<Compared> compared = new ArrayList<>();
    for (int i = 1; i <= comparisons; i++) {
      compared.add(
          new Compared(
              "Số định danh " + i,
              List.of(
                  new Level("trùng", "0,935", "3,1·10^-5", "+14,88", 14.88),
                  new Level("khác một ký tự", "0,021", "0,0004", "+5,71", 5.71),
                  new Level("khác", "0,044", "0,9996", "-4,51", -4.51))));
    }
    return new CalibrationPage(
        "Hiệu chuẩn mô hình đối chiếu “citizen”",
        "(tham số lần 3, ước lượng ngày 05/01/2023)",
        List.of(
            new Fact("Tệp tham số", "citizen.parameters.3.yml"),
            new Fact("Số dòng đã học", "2.842.000"),
            new Fact(
                "Tỷ lệ các loại cặp",
                "một người 1,2·10^-7; người lạ 0,999; hàng xóm 0,00021; cùng nhà 4,1·10^-7; sinh"
                    + " đôi 2,2·10^-8; một người đã chuyển chỗ 3,3·10^-8")),
        List.of("Mức giống", "m", "u", "Trọng số", "Trọng số (âm | dương)"),
        compared,
        List.of(
            "m: xác suất hai dòng của một người có mức giống này; u: của hai người lạ.",
            "Trọng số: lô-ga-rít cơ số 2 của m/u; cộng các trọng số với trọng số trước khi so sánh"
                + " thì được trọng số của cặp."),
        new Words(
            "khoyte · citizen.parameters.3.yml · phiên bản 1.0.0 (a1b2c3d)",
            "trang",
            "vi-VN",
            "Sở Y tế tỉnh Đồng Nai",
            Instant.parse("2023-01-05T00:00:00Z")));
  }
}
