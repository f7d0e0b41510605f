package khoyte.reports.picture;

import static org.assertj.core.api.Assertions.assertThat;

import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import javax.imageio.ImageIO;
import khoyte.reports.Golden;
import khoyte.reports.picture.WeightPicture.Limit;
import khoyte.reports.picture.WeightPicture.Step;
import khoyte.reports.picture.WeightPicture.Waterfall;
import org.junit.jupiter.api.Test;

class WeightPictureTest {
  private static final WeightPicture PICTURE =
      new WeightPicture(
          "Nền tảng tiêm chủng COVID-19, bản ghi M0012345 (phiên đêm 31/12/2022, lần 1)",
          "CÓ THÔNG TIN CÁ NHÂN: chỉ dùng để rà soát, không chuyển tiếp.",
          List.of("Công dân 0f3a…; căn cứ: số định danh cá nhân trùng & khớp họ tên"),
          List.of(
              new Waterfall(
                  "HS0001 (công dân này)",
                  List.of(
                      new Step("trước khi so sánh", "", -20.5, "-20,50"),
                      new Step("Họ: nguyễn", "trùng", 1.25, "+1,25"),
                      new Step("Tên: hoà / hòa", "trùng khi bỏ dấu", 7.5, "+7,50"),
                      new Step("Ngày sinh: 19800102", "trùng", 14, "+14,00"),
                      new Step("Điện thoại", "không có giá trị", 0, ""),
                      new Step("Số định danh: 075080000001", "trùng", 21, "+21,00"),
                      new Step("loại cặp: twins", "", -0.25, "-0,25")),
                  "tổng; xác suất 1,000000",
                  "+23,00"),
              new Waterfall(
                  "HS0002 (người khác)",
                  List.of(
                      new Step("trước khi so sánh", "", -20.5, "-20,50"),
                      new Step(
                          "Số định danh: 075080000001 / 075190000002 và những số dài không còn chỗ",
                          "khác",
                          -5,
                          "-5,00"),
                      new Step("Ngày sinh: 19800102", "trùng", 14, "+14,00")),
                  "tổng; xác suất 0,000345",
                  "-11,50")),
          List.of(new Limit("xem lại", -3.17), new Limit("khớp", 2)));

  @Test
  void theWeightsOfEachCandidateAreOneWaterfall() throws IOException {
    Golden.assertEquals("weights.svg", PICTURE.svg());
  }

  @Test
  void theSamePictureIsDrawnInColour() throws IOException {
    byte[] png = PICTURE.png();
    if (Boolean.getBoolean("golden.write")) {
      Files.write(Path.of("target", "weights.png"), png);
    }

    BufferedImage image = ImageIO.read(new ByteArrayInputStream(png));
    assertThat(image.getWidth()).isEqualTo(1920);
    assertThat(PICTURE.svg())
        .contains("width=\"960\" height=\"%d\"".formatted(image.getHeight() / 2));
    // The dark bar of the largest weight, of the first candidate, and white beside it.
    assertThat(colours(image)).contains(0x404040, 0xFFFFFF);
  }

  private static java.util.Set<Integer> colours(BufferedImage image) {
    java.util.Set<Integer> colours = new java.util.HashSet<>();
    for (int y = 0; y < image.getHeight(); y++) {
      for (int x = 0; x < image.getWidth(); x++) {
        colours.add(image.getRGB(x, y) & 0xFFFFFF);
      }
    }
    return colours;
  }
}
