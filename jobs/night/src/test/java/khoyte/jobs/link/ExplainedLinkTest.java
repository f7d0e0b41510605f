package khoyte.jobs.link;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Objects;
import khoyte.jobs.conf.Conf;
import khoyte.jobs.operations.NightSetting;
import khoyte.jobs.operations.TestedConf;
import khoyte.jobs.step.NightHome;
import khoyte.jobs.step.Senders;
import khoyte.warehouse.KhoyteException;
import khoyte.warehouse.Messages;
import khoyte.warehouse.NightId;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.text.PDFTextStripper;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.util.FileSystemUtils;

/** Why a dose is whose it is, in a house of four people. */
@Tag("slow")
class ExplainedLinkTest {
  private static final NightId NIGHT = NightId.parse("2022-12-31.v1");

  @TempDir static Path folder;
  private static NightHome home;

  @BeforeAll
  static void aNightRuns() throws Exception {
    home = new NightHome(folder.resolve("home"));
    for (String inbox : new String[] {"ehr", "covid-vaccination"}) {
      Files.createDirectories(home.layout.inbox().resolve(inbox));
    }
    home.send(
        "ehr/ehr_20230105.csv",
        Senders.lines(
            Senders.HEALTH_RECORD,
            "HS1,075080000001,,Nguyễn Văn"
                + " Hòa,02/01/1980,1,7500000001,0901234567,,26050,,75,,01/03/2021,01/03/2021,1",
            "HS2,075080000010,,Nguyễn Văn Hoà,01/02/1980,1,,,,26068,,75,,01/03/2021,01/03/2021,1",
            "HS3,075190000002,,Trần Thị Mai,05/05/1990,2,,,,26068,,75,,01/03/2021,01/03/2021,1"));
    home.send(
        "covid-vaccination/covid_20230105.csv",
        Senders.lines(
            Senders.COVID_DOSE,
            "1,M1,NGUYEN VAN"
                + " HOA,02/01/1980,Nam,075080000001,,0901234567,75,731,26050,,Pfizer,1,01/09/2021,L1,Trạm"
                + " A,02/09/2021",
            "2,M2,Lý Thị Lan,,Nữ,,,,75,731,26050,,Pfizer,1,01/09/2021,L1,Trạm A,02/09/2021"));
    home.night("2022-12-31");
    home.said();
    home.remarked();
  }

  @Test
  void withoutAModelTheRulesSayWhatTheyFound() {
    explain("M1", without(), null, false);

    assertThat(
            String.join("\n", home.said())
                .replaceAll("[0-9a-f]{32}", "‹khóa›")
                .replaceAll("citizen.parameters.1 [0-9a-f]{12}", "citizen.parameters.1 ‹mã›"))
        .isEqualTo(
            """
            Nền tảng tiêm chủng COVID-19, bản ghi M1 (phiên đêm 31/12/2022, lần 1)
            Công dân ‹khóa›; căn cứ: số định danh cá nhân trùng và khớp họ tên hoặc ngày sinh.
            CÓ THÔNG TIN CÁ NHÂN: chỉ dùng để rà soát, không chuyển tiếp.

                          Bản ghi         HS1 (công dân này)  HS2 (người gần giống)
            ------------  --------------  ------------------  ---------------------
            Họ và tên     NGUYEN VAN HOA  Nguyễn Văn Hòa ~    Nguyễn Văn Hoà ~
            Ngày sinh     02/01/1980      02/01/1980 =        01/02/1980 ~
            Giới tính     Nam             Nam =               Nam =
            Số định danh  075080000001    075080000001 =      075080000010 ~
            Số BHXH                       7500000001
            Số CMND
            Điện thoại    0901234567      0901234567 =
            Xã            Phường An Bình  Phường An Bình =    Phường Hóa An ≠
            = trùng; ~ gần giống; ≠ khác; không dấu: thiếu một bên.

            HS1: số định danh cá nhân trùng và khớp họ tên hoặc ngày sinh.
            HS2: không khóa nào khớp.
            Không dùng mô hình xác suất: chỉ áp dụng các quy tắc chính xác.\
            """);
  }

  @Test
  void withAModelEveryWeightIsPutTogether() throws Exception {
    Path picture = folder.resolve("giai-thich.svg");

    explain("M1", with(), picture, false);

    assertThat(
            String.join("\n", home.said())
                .replaceAll("[0-9a-f]{32}", "‹khóa›")
                .replaceAll("citizen.parameters.1 [0-9a-f]{12}", "citizen.parameters.1 ‹mã›"))
        .isEqualTo(
            """
            Nền tảng tiêm chủng COVID-19, bản ghi M1 (phiên đêm 31/12/2022, lần 1)
            Công dân ‹khóa›; căn cứ: số định danh cá nhân trùng và khớp họ tên hoặc ngày sinh.
            CÓ THÔNG TIN CÁ NHÂN: chỉ dùng để rà soát, không chuyển tiếp.

                          Bản ghi         HS1 (công dân này)  HS2 (người gần giống)
            ------------  --------------  ------------------  ---------------------
            Họ và tên     NGUYEN VAN HOA  Nguyễn Văn Hòa ~    Nguyễn Văn Hoà ~
            Ngày sinh     02/01/1980      02/01/1980 =        01/02/1980 ~
            Giới tính     Nam             Nam =               Nam =
            Số định danh  075080000001    075080000001 =      075080000010 ~
            Số BHXH                       7500000001
            Số CMND
            Điện thoại    0901234567      0901234567 =
            Xã            Phường An Bình  Phường An Bình =    Phường Hóa An ≠
            Trọng số                      +40,81              +5,70
            Xác suất                      1,000000            0,981078
            = trùng; ~ gần giống; ≠ khác; không dấu: thiếu một bên.

            HS1: số định danh cá nhân trùng và khớp họ tên hoặc ngày sinh.
            HS2: không khóa nào khớp.
            Mô hình xác suất: citizen.parameters.1 ‹mã›; trọng số là lô-ga-rít cơ số 2.

            HS1 (công dân này)
            So sánh            Mức giống           Trọng số  Độ hiếm  Cộng dồn
            -----------------  ------------------  --------  -------  --------
            trước khi so sánh                        -20,00             -20,00
            Họ                 trùng khi bỏ dấu        1,00    -1,00    -20,00
            Tên                trùng khi bỏ dấu        5,00             -15,00
            Ngày sinh          trùng                  13,81              -1,19
            Số định danh       trùng                  22,00              20,81
            Điện thoại         trùng                  14,00              34,81
            Xã                 có chung 1 giá trị      6,00              40,81
            xác suất                                                  1,000000

            HS2 (người gần giống)
            So sánh            Mức giống          Trọng số  Độ hiếm  Cộng dồn
            -----------------  -----------------  --------  -------  --------
            trước khi so sánh                       -20,00             -20,00
            Họ                 trùng khi bỏ dấu       1,00    -1,00    -20,00
            Tên                trùng khi bỏ dấu       5,00             -15,00
            Ngày sinh          đảo ngày và tháng      9,00              -6,00
            Số định danh       khác một ký tự        14,00               8,00
            Điện thoại         không có giá trị                          8,00
            Xã                 khác                  -2,30               5,70
            xác suất                                                 0,981078
            Chỉ để rà soát, dù trọng số bao nhiêu: Ngày sinh – đảo ngày và tháng; Điện thoại – không có giá trị; Xã – khác.\
            """);
    assertThat(home.remarked())
        .containsExactly("Đã ghi hình có thông tin cá nhân, chỉ người ghi đọc được: " + picture);
    assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(picture)))
        .isEqualTo("rw-------");
    assertThat(Files.readString(picture))
        .contains(
            "CÓ THÔNG TIN CÁ NHÂN: chỉ dùng để rà soát, không chuyển tiếp.",
            ">Họ: nguyen / nguyễn<",
            ">Ngày sinh: 02/01/1980<",
            ">Số định danh: 075080000001<",
            "HS2 (người gần giống): chỉ để rà soát<");
    assertThat(home.layout.work()).isDirectoryNotContaining("glob:**explain*");
  }

  @Test
  void aMachineIsToldNobodysValues() throws Exception {
    explain("M1", with(), null, true);

    assertThat(
            String.join("\n", home.said())
                .replaceAll("[0-9a-f]{32}", "‹khóa›")
                .replaceAll("citizen.parameters.1 [0-9a-f]{12}", "citizen.parameters.1 ‹mã›"))
        .isEqualTo(
            """
            {
              "source" : "covid-vaccination",
              "record" : "M1",
              "night" : "2022-12-31.v1",
              "link" : "resolved",
              "evidence" : "citizen_id",
              "citizen_key" : "‹khóa›",
              "decisions" : [ ],
              "matcher" : "citizen.parameters.1 ‹mã›",
              "candidates" : [ {
                "ma_hssk" : "HS1",
                "citizen_key" : "‹khóa›",
                "is_linked" : true,
                "agrees_by" : "citizen_id",
                "likeness" : {
                  "name" : "near",
                  "birth_date" : "same",
                  "gender" : "same",
                  "citizen_id" : "same",
                  "insurance_number" : "unknown",
                  "old_id" : "unknown",
                  "phone" : "same",
                  "commune" : "same"
                },
                "prior" : -19.999999,
                "comparisons" : [ {
                  "comparison" : "surname",
                  "level" : "folded",
                  "weight" : 0.000000
                }, {
                  "comparison" : "given_name",
                  "level" : "folded",
                  "weight" : 5.000000
                }, {
                  "comparison" : "birth_date",
                  "level" : "equal",
                  "weight" : 13.807354
                }, {
                  "comparison" : "citizen_id",
                  "level" : "equal",
                  "weight" : 22.000000
                }, {
                  "comparison" : "phone",
                  "level" : "equal",
                  "weight" : 13.999999
                }, {
                  "comparison" : "commune",
                  "level" : "overlap 1",
                  "weight" : 6.000000
                } ],
                "kinds" : [ ],
                "weight" : 40.807354,
                "probability" : 1.000000,
                "contradicted" : false
              }, {
                "ma_hssk" : "HS2",
                "citizen_key" : "‹khóa›",
                "is_linked" : false,
                "agrees_by" : null,
                "likeness" : {
                  "name" : "near",
                  "birth_date" : "near",
                  "gender" : "same",
                  "citizen_id" : "near",
                  "insurance_number" : "unknown",
                  "old_id" : "unknown",
                  "phone" : "unknown",
                  "commune" : "different"
                },
                "prior" : -19.999999,
                "comparisons" : [ {
                  "comparison" : "surname",
                  "level" : "folded",
                  "weight" : 0.000000
                }, {
                  "comparison" : "given_name",
                  "level" : "folded",
                  "weight" : 5.000000
                }, {
                  "comparison" : "birth_date",
                  "level" : "day-month-swapped",
                  "weight" : 8.999999
                }, {
                  "comparison" : "citizen_id",
                  "level" : "one-slip",
                  "weight" : 14.000000
                }, {
                  "comparison" : "phone",
                  "level" : null,
                  "weight" : 0.000000
                }, {
                  "comparison" : "commune",
                  "level" : "different",
                  "weight" : -2.303781
                } ],
                "kinds" : [ ],
                "weight" : 5.696220,
                "probability" : 0.981078,
                "contradicted" : true
              } ]
            }\
            """)
        .doesNotContain("Hòa", "HOA", "0750", "1980");
  }

  @Test
  void whatTheModelLearnedIsAPage() throws Exception {
    Path page = folder.resolve("hieu-chuan.pdf");

    ModelPages.write(home.setting(), models().resolve("citizen.parameters.1.yml"), page);

    assertThat(home.said()).containsExactly("Đã lập trang hiệu chuẩn: " + page);
    try (PDDocument document = Loader.loadPDF(page.toFile())) {
      assertThat(new PDFTextStripper().getText(document))
          .isEqualTo(
              """
              Hiệu chuẩn mô hình đối chiếu “citizen”
              (tham số lần 1, ước lượng ngày 05/01/2023)
              Tệp tham số citizen.parameters.1.yml
              Số dòng đã học 1.048.577
              Số cặp đã học 4.000.000 cặp ứng viên, 500.000 cặp ngẫu nhiên
              Cặp một người, dự kiến 524.288
              Trước khi so sánh 9,5·10-7 (-20,00)
              Ngưỡng của khoyte link khớp từ 0,8 (+2,00); xem lại từ 0,1 (-3,17); ghi ra từ 0,001 (-9,96)
              Tỷ lệ các loại cặp một người 9,5·10-7; người lạ 1
              Trùng mọi mục +42,81
              Dòng ít thông tin 2.097/1.048.577 dòng (0,2%) không thể khớp với chính mình
              Mức giống m u Trọng số Trọng số (âm | dương)
              Họ
              trùng 0,75 0,188 +2,00
              trùng khi bỏ dấu 0,125 0,0625 +1,00
              khác 0,125 0,75 -2,58
              Tên
              trùng 0,5 0,0156 +5,00
              trùng khi bỏ dấu 0,25 0,00781 +5,00
              khác nhiều nhất 1 ký tự 0,125 0,0312 +2,00
              khác 0,125 0,945 -2,92
              Ngày sinh
              trùng 0,875 6,1·10-5 +13,81
              đảo ngày và tháng 0,0312 6,1·10-5 +9,00
              trùng 2 phần của ngày 0,0625 0,0312 +1,00
              khác 0,0312 0,969 -4,95
              Số định danh
              trùng 0,938 2,2·10-7 +22,00
              khác một ký tự 0,0312 1,9·10-6 +14,00
              khác 0,0312 1 -5,00
              Điện thoại
              trùng 0,5 3,1·10-5 +14,00
              khác 0,5 1 -1,00
              Xã
              có chung 1 giá trị 0,8 0,0125 +6,00
              khác 0,2 0,988 -2,30
              m: xác suất hai dòng của một người có mức giống này; u: của hai người lạ.
              Trọng số: lô-ga-rít cơ số 2 của m/u; cộng các trọng số với trọng số trước khi so sánh thì được trọng số của cặp.
              Mức gần giống có thể nặng hơn mức trùng: hai người lạ ít khi gần giống, nhưng hay trùng ở giá trị phổ biến.
              Giá trị hiếm hơn trung bình có trọng số lớn hơn mức ghi ở đây, giá trị phổ biến có trọng số nhỏ hơn.
              khoyte · citizen.parameters.1.yml · phiên bản 1.0.0 (a1b2c3d) trang 1/1
              """);
    }
  }

  @Test
  void aRecordOfNobodyIsExplained() {
    explain("M2", without(), null, false);

    assertThat(home.said())
        .contains(
            "Chưa xác định được công dân: không có ai phù hợp.",
            "Không có hồ sơ nào khác gần giống.");
  }

  @Test
  void whatCannotBeExplainedIsSaid() {
    assertThat(refused("M11", null))
        .isEqualTo(
            "Không thể giải thích bản ghi của nguồn covid-vaccination: phiên đêm 31/12/2022 không"
                + " có bản ghi này. Mã gần giống nhất: M1.");
    assertThat(refused("M1", folder.resolve("a.png")))
        .isEqualTo(
            "Không thể vẽ vào "
                + folder.resolve("a.png")
                + ": phiên đêm không dùng mô hình xác suất nên không có trọng số. Bỏ --out, hoặc"
                + " khai báo matcher.parameters trong khoyte.yml.");
    assertThat(folder.resolve("a.png")).doesNotExist();
  }

  private static String refused(String record, @Nullable Path out) {
    return catchThrowableOfType(KhoyteException.class, () -> explain(record, without(), out, false))
        .text(Messages.VIETNAMESE);
  }

  private static void explain(
      String record, NightSetting setting, @Nullable Path out, boolean json) {
    new LinkExplanations(setting)
        .explain(
            new LinkQuestion(NIGHT, setting.conf().source("covid-vaccination"), record, out, json));
  }

  /** Nights without a matcher. */
  private static NightSetting without() {
    return setting("without", "\"\"");
  }

  /** Nights whose matcher is small enough to reckon by hand. */
  private static NightSetting with() throws URISyntaxException {
    return setting("with", models().resolve("citizen.parameters.1.yml").toString());
  }

  private static NightSetting setting(String name, String parameters) {
    Path conf = folder.resolve(name);
    NightSetting shipped = home.setting();
    try {
      FileSystemUtils.copyRecursively(TestedConf.of(home.layout.home()), conf);
      Path general = conf.resolve("khoyte.yml");
      Files.writeString(
          general,
          Files.readString(general)
              .replaceFirst("(?m)^  parameters: .*$", "  parameters: " + parameters)
              .replace("  review: 0.5", "  review: 0.1")
              .replaceFirst("(?m)^  people: .*$", "  people: 1048577"));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return new NightSetting(
        Conf.read(conf),
        shipped.layout(),
        shipped.environment(),
        shipped.clock(),
        shipped.console(),
        shipped.build());
  }

  private static Path models() throws URISyntaxException {
    return Path.of(Objects.requireNonNull(ExplainedLinkTest.class.getResource("link")).toURI());
  }
}
