package khoyte.jobs.step;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import java.util.zip.ZipOutputStream;
import khoyte.jobs.operations.NightFacts;
import khoyte.jobs.operations.NightSetting;
import khoyte.jobs.operations.Operations;
import khoyte.warehouse.Fault;
import khoyte.warehouse.KhoyteException;
import khoyte.warehouse.Messages;
import khoyte.warehouse.NightId;
import khoyte.warehouse.night.Publication;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A night of a handful of records whose senders do everything wrong, on a disk that is full. */
@Tag("slow")
class BadInputNightTest {
  private static final NightId NIGHT = NightId.parse("2022-12-31.v1");
  private static final String GOOD_VISIT =
      Senders.visit(
          Senders.summary(
              "MA_LK", "V1",
              "HO_TEN", "TRẦN VĂN BÌNH",
              "NGAY_SINH", "196000000000",
              "SO_CCCD", "075060000022",
              "NGAY_VAO", "202212291030",
              "NGAY_RA", "202212291100",
              "MA_LOAI_KCB", "01",
              "MA_CSKCB", "75001"));

  @TempDir static Path folder;
  private static NightHome home;
  private static KhoyteException full;
  private static List<String> saidBefore;
  private static List<String> remarkedBefore;
  private static List<String> publishedBefore;
  private static List<String> said;
  private static List<String> remarked;

  @BeforeAll
  static void run() throws IOException {
    home = new NightHome(folder);
    sendHealthRecords();
    sendVisits();
    sendDoses();
    home.work = BadInputNightTest::withoutRoom;
    full = catchThrowableOfType(KhoyteException.class, () -> home.night("2022-12-31"));
    saidBefore = home.said();
    remarkedBefore = home.remarked();
    publishedBefore = published();
    home.work = NightWork::new;
    home.night("2022-12-31");
    said = home.said();
    remarked = home.remarked();
  }

  private static void sendHealthRecords() {
    String heading = Senders.HEALTH_RECORD;
    home.send(
        "ehr/ehr_20221231_ngay.csv",
        Senders.lines(
            heading,
            "HS01,075090000011,,Lê Văn An,01/02/1990,Nam" + home(),
            "HS02,075060000022,,Trần Văn Bình,00/00/1960,Nam" + home(),
            "HS03,075195000033,,Phạm Thị Cúc,30/02/1995,Nữ" + home(),
            "HS04,,,Ngô Văn Dũng,31/12/9999,Nam" + home(),
            "HS05,075185000066,,Vũ Thị Hoa,03/03/1985,Nữ" + home(),
            "HS06,075185000066,,Đỗ Thị Lan,04/04/1985,Nữ" + home()));
    home.send("ehr/ehr_20221231_thieu-cot.csv", Senders.lines(heading.replace(",HO_TEN", "")));
    home.send(
        "ehr/ehr_20221231_thua-cot.csv",
        Senders.lines(
            heading + ",GHI_CHU", "HS07,,,Bùi Văn Sơn,01/01/1970,Nam" + home() + ",hẹn khám"));
    home.send(
        "ehr/ehr_20221231_ngoac.csv",
        Senders.lines(
            heading,
            "HS08,,,Hồ Văn Tài,01/01/1971,Nam" + home(),
            "HS09,,,\"Hồ Văn Tám,01/01/1972,Nam" + home(),
            "HS10,,,Hồ Văn Tư,01/01/1973,Nam" + home(),
            "HS11,,,Hồ Văn \0Tú,01/01/1974,Nam" + home(),
            "HS12,,,Hồ Văn Tứ,01/01/1975,Nam"));
    home.send("ehr/ehr_20221231_rong.csv", "");
  }

  private static String home() {
    return ",,,\"Ấp 1, Phường An Bình\",26050,731,75,TYT26050,01/03/2021,05/12/2022,1";
  }

  private static void sendVisits() {
    String whole = Senders.extract("75001", "20221231", GOOD_VISIT, GOOD_VISIT);
    home.send(
        "his/75001/75001_20221231.xml",
        Senders.extract("75001", "20221231", GOOD_VISIT, Senders.hoso("@@@ hỏng @@@")));
    home.send("his/75001/75001_20221231_cat.xml", whole.substring(0, whole.length() * 3 / 4));
    home.send(
        "his/75001/75001_20221231_sai-so.xml", Senders.extract("75001", "20221231", 3, GOOD_VISIT));
    home.send(
        "his/75001/75001_20221231_doctype.xml",
        whole.replace(
            "<GIAMDINHHS>",
            "<!DOCTYPE x [<!ENTITY e SYSTEM \"file:///etc/passwd\">]>\n<GIAMDINHHS>"));
    home.send("his/79001/79001_20221231.xml", Senders.extract("79001", "20221231", GOOD_VISIT));
  }

  private static void sendDoses() throws IOException {
    String place = ",0971234567,75,731,26050,Phường An Bình";
    home.send(
        "covid-vaccination/covid_20221231.csv",
        Senders.lines(
            Senders.COVID_DOSE,
            "1,M1,Lê Văn An,01/02/1990,Nam,075090000011,,0971234567,79,764,26890,Gò Vấp,Pfizer,1,"
                + "02/09/2021,L1,TYT,03/09/2021",
            "2,M2,Lê Văn An,01/02/1990,Nam,075090000011,"
                + place
                + ",Pfizer,2,30/02/2022,L1,TYT,03/03/2022",
            "3,M3,Đỗ Thị Lan,04/04/1985,Nữ,075185000066,"
                + place
                + ",AZ,1,02/09/2021,L1,TYT,03/09/2021",
            "4,M4,Trần Văn Bình,00/00/1960,Nam,075060000022,"
                + place
                + ",Pfizer,1,02/09/2021,L1,TYT,03/09/2021",
            "5,M5,Lê Văn An,01/02/1990,Nam,075090000011,"
                + place
                + ",Pfizer,3,31/12/9999,L1,TYT,03/03/2022"));
    ByteArrayOutputStream zipped = new ByteArrayOutputStream();
    try (ZipOutputStream zip = new ZipOutputStream(zipped, StandardCharsets.UTF_8)) {
      zip.putNextEntry(new ZipEntry("../immunization.csv"));
      zip.write("MA_DOI_TUONG\n".getBytes(StandardCharsets.UTF_8));
    }
    home.send("immunization/immunization_20221231.zip", zipped.toByteArray());
  }

  /** The house, but for more room than any disk has to spare for publishing. */
  private static NightWork withoutRoom(NightSetting setting, Operations operations) {
    return new NightWork(setting, operations) {
      @Override
      public Map<String, Long> publish(NightFacts night) {
        new Publication(setting.layout(), 9L << 50).publish(night.night());
        return Map.of();
      }
    };
  }

  /** What anybody can see of the night. */
  private static List<String> published() throws IOException {
    Path root = home.layout.home();
    List<String> seen = new ArrayList<>();
    for (Path shown : List.of(root.resolve("out"), home.layout.warehouse())) {
      if (Files.exists(shown)) {
        try (Stream<Path> files = Files.walk(shown)) {
          files
              .filter(Files::isRegularFile)
              .map(file -> root.relativize(file).toString())
              .forEach(seen::add);
        }
      }
    }
    return seen.stream().sorted().toList();
  }

  @Test
  void onAFullDiskNothingIsHalfPublished() {
    assertThat(full.fault()).isEqualTo(Fault.RESOURCE);
    assertThat(full.text(Messages.VIETNAMESE))
        .startsWith("Không thể ghi " + home.layout.nightFile(NIGHT) + ": ổ đĩa hết chỗ (còn ")
        .endsWith(" MB, cần 9.663.676.416 MB). Giải phóng chỗ rồi chạy lại.");
    assertThat(remarkedBefore.subList(1, remarkedBefore.size()))
        .containsExactly(
            "Phiên đêm 31/12/2022: không hoàn thành ở bước “Công bố”; số liệu đã công bố trước đó"
                + " được giữ nguyên.");
    assertThat(saidBefore).last().asString().startsWith("Kiểm tra: ");
    assertThat(publishedBefore).isEmpty();
  }

  @Test
  void withRoomAgainTheNightGoesOnWherePublishingStopped() throws IOException {
    assertThat(said)
        .containsExactly(
            "Phiên đêm 31/12/2022: tiếp tục từ bước “Công bố” (lần trước dừng lúc 08:00 ngày"
                + " 06/01/2023).",
            "Công bố: 0 bản ghi, 0 giây.",
            "Lập báo cáo: 3 bản ghi, 0 giây.",
            "Nguồn Hệ thống thông tin bệnh viện: 5 tệp, 2 bản ghi, lần cuối 08:00 ngày"
                + " 06/01/2023.",
            "Nguồn Hồ sơ sức khỏe điện tử: 5 tệp, 12 bản ghi, lần cuối 08:00 ngày 06/01/2023.",
            "Nguồn Tiêm chủng thường xuyên: 1 tệp, 0 bản ghi, lần cuối 08:00 ngày 06/01/2023.",
            "Nguồn Nền tảng tiêm chủng COVID-19: 1 tệp, 5 bản ghi, lần cuối 08:00 ngày"
                + " 06/01/2023.",
            "Phiên đêm 31/12/2022: hoàn thành trong 0 giây. Đã đọc 19 bản ghi, giữ lại 4, công bố"
                + " 3 báo cáo.");
    assertThat(published())
        .containsExactly(
            "out/reconciliation/2022-12-31.v1/ehr.xlsx",
            "out/reconciliation/2022-12-31.v1/his-xml_75001.xlsx",
            "out/reconciliation/2022-12-31.v1/his-xml_79001.xlsx",
            "out/reconciliation/2022-12-31.v1/immunization.xlsx",
            "out/reports/2022-12-31/doi-soat-dem.csv",
            "out/reports/2022-12-31/doi-soat-dem.pdf",
            "out/reports/2022-12-31/doi-soat-dem.xlsx",
            "out/reports/2022-12-31/ho-so-suc-khoe.csv",
            "out/reports/2022-12-31/ho-so-suc-khoe.pdf",
            "out/reports/2022-12-31/ho-so-suc-khoe.xlsx",
            "out/reports/2022-12-31/tiem-chung-covid.csv",
            "out/reports/2022-12-31/tiem-chung-covid.pdf",
            "out/reports/2022-12-31/tiem-chung-covid.xlsx",
            "out/reports/2022-12-31/v1/doi-soat-dem.csv",
            "out/reports/2022-12-31/v1/doi-soat-dem.pdf",
            "out/reports/2022-12-31/v1/doi-soat-dem.xlsx",
            "out/reports/2022-12-31/v1/ho-so-suc-khoe.csv",
            "out/reports/2022-12-31/v1/ho-so-suc-khoe.pdf",
            "out/reports/2022-12-31/v1/ho-so-suc-khoe.xlsx",
            "out/reports/2022-12-31/v1/tiem-chung-covid.csv",
            "out/reports/2022-12-31/v1/tiem-chung-covid.pdf",
            "out/reports/2022-12-31/v1/tiem-chung-covid.xlsx",
            "warehouse/2022-12-31.v1.duckdb",
            "warehouse/current");
    assertThat(home.layout.currentPointer()).hasContent("2022-12-31.v1.duckdb\n");
  }

  @Test
  void theNightTellsEveryThingThatIsWrong() {
    assertThat(remarkedBefore.get(0))
        .isEqualTo(
            "Không thể đọc nguồn Cơ sở dữ liệu quốc gia về dân cư: không có thư mục "
                + home.layout.inbox().resolve("population")
                + ". Tạo thư mục hoặc sửa khóa sources: inbox: population.");
    assertThat(remarked)
        .containsExactly(
            "Báo cáo ho-so-suc-khoe: chưa khai báo người ký (signer.name); để trống.",
            "Báo cáo tiem-chung-covid: chưa khai báo người ký (signer.name); để trống.",
            "Nguồn Hệ thống thông tin bệnh viện 79001: chưa gửi lần nào; phiên đêm chạy không có"
                + " nguồn này.",
            "Nguồn Cơ sở dữ liệu quốc gia về dân cư: chưa gửi lần nào; phiên đêm chạy không có"
                + " nguồn này.",
            "Nguồn Tiêm chủng thường xuyên: chưa gửi lần nào; phiên đêm chạy không có nguồn này.",
            "Tệp ehr_20221231_thua-cot.csv: cột “GHI_CHU” không dùng, đã bỏ qua.",
            "Không thể nhận tệp ehr_20221231_rong.csv: tệp không có nội dung. Đề nghị đơn vị gửi"
                + " lại.",
            "Không thể nhận tệp ehr_20221231_thieu-cot.csv: thiếu cột “HO_TEN”. Kiểm tra tiêu đề"
                + " cột hoặc conf/sources.yml.",
            "Không thể nhận tệp 75001_20221231_cat.xml: tệp bị cắt cụt tại dòng 10. Đề nghị đơn vị"
                + " gửi lại.",
            "Không thể nhận tệp 75001_20221231_doctype.xml: nội dung không an toàn (DOCTYPE).",
            "Không thể nhận tệp 75001_20221231_sai-so.xml: công bố 3 hồ sơ, đọc được 1. Đề nghị"
                + " đơn vị gửi lại.",
            "Không thể nhận tệp 79001_20221231.xml: mã cơ sở 79001 không thuộc tỉnh Đồng Nai.",
            "Không thể nhận tệp immunization_20221231.zip: nội dung không an toàn (../).",
            "Giữ lại 4 dòng và 7 tệp của 3 nguồn; xem: khoyte status --night 2022-12-31");
  }

  @Test
  void whatIsKeptBackHasFileLineColumnAndReason() {
    assertThat(drawn("quarantine", row -> row))
        .isEqualTo(
            """
            ehr | ehr_20221231_ngoac.csv | 3 | - | quarantine.quote | dấu ngoặc kép không đóng đúng chỗ
            ehr | ehr_20221231_ngoac.csv | 5 | - | quarantine.control | có ký tự điều khiển không đọc được
            ehr | ehr_20221231_ngoac.csv | 6 | - | quarantine.fields | tiêu đề có 16 cột, dòng có 6
            ehr | ehr_20221231_rong.csv | - | - | file.refused.empty | Không thể nhận tệp ehr_20221231_rong.csv: tệp không có nội dung. Đề nghị đơn vị gửi lại.
            ehr | ehr_20221231_thieu-cot.csv | - | - | file.refused.columns | Không thể nhận tệp ehr_20221231_thieu-cot.csv: thiếu cột “HO_TEN”. Kiểm tra tiêu đề cột hoặc conf/sources.yml.
            his-xml | 75001/75001_20221231.xml | 9 | XML1 | quarantine.base64 | MA_LK ?: nội dung bảng XML1 không phải base64
            his-xml | 75001/75001_20221231_cat.xml | - | - | file.refused.truncated | Không thể nhận tệp 75001_20221231_cat.xml: tệp bị cắt cụt tại dòng 10. Đề nghị đơn vị gửi lại.
            his-xml | 75001/75001_20221231_doctype.xml | - | - | file.refused.unsafe | Không thể nhận tệp 75001_20221231_doctype.xml: nội dung không an toàn (DOCTYPE).
            his-xml | 75001/75001_20221231_sai-so.xml | - | - | file.refused.count | Không thể nhận tệp 75001_20221231_sai-so.xml: công bố 3 hồ sơ, đọc được 1. Đề nghị đơn vị gửi lại.
            his-xml | 79001/79001_20221231.xml | - | - | file.refused.unit | Không thể nhận tệp 79001_20221231.xml: mã cơ sở 79001 không thuộc tỉnh Đồng Nai.
            immunization | immunization_20221231.zip | - | - | file.refused.unsafe | Không thể nhận tệp immunization_20221231.zip: nội dung không an toàn (../).
            """);
  }

  @Test
  void everySenderIsReconciled() throws IOException {
    Path report = home.layout.reports(NIGHT).resolve("doi-soat-dem.csv");
    assertThat(Files.readString(report))
        .isEqualTo(
            """
            \ufeffunit_code,unit_name,announced,read,kept_back,received,resolved,unresolved,duplicate,replaced,difference,announced_state
            his-xml,Hệ thống thông tin bệnh viện,2,2,1,1,1,0,0,0,0,
            his-xml/75001,Cơ sở 75001,2,2,1,1,1,0,0,0,0,
            his-xml/79001,Cơ sở 79001,,0,0,0,0,0,0,0,0,n_a
            ehr,Hồ sơ sức khỏe điện tử,,12,3,9,9,0,0,0,0,n_a
            population,Cơ sở dữ liệu quốc gia về dân cư,,0,0,0,0,0,0,0,0,n_a
            immunization,Tiêm chủng thường xuyên,,0,0,0,0,0,0,0,0,n_a
            covid-vaccination,Nền tảng tiêm chủng COVID-19,,5,0,5,5,0,0,0,0,n_a
            correction,Danh sách rà soát gửi về,,0,0,0,0,0,0,0,0,n_a
            ,Tổng số,2,19,4,15,15,0,0,0,0,
            """
                .replace("\n", "\r\n"));
  }

  @Test
  void everySenderIsToldWhatWasKeptBackAndWhy() throws IOException {
    assertThat(texts("ehr"))
        .containsSubsequence(
            "Hồ sơ sức khỏe điện tử",
            "(phiên đêm 31/12/2022, dữ liệu nhận đến 08:00 ngày 06/01/2023)",
            "Giữ lại 2 tệp và 3 dòng của các tệp nhận trong phiên đêm này; phần còn lại đã nhận.",
            "ehr_20221231_rong.csv",
            "Không thể nhận tệp ehr_20221231_rong.csv: tệp không có nội dung. Đề nghị đơn vị gửi"
                + " lại.",
            "ehr_20221231_thieu-cot.csv",
            "ehr_20221231_ngoac.csv",
            "dấu ngoặc kép không đóng đúng chỗ",
            "ehr_20221231_ngoac.csv",
            "có ký tự điều khiển không đọc được",
            "ehr_20221231_ngoac.csv",
            "tiêu đề có 16 cột, dòng có 6");
    assertThat(texts("his-xml_79001"))
        .contains(
            "Hệ thống thông tin bệnh viện, cơ sở 79001",
            "Giữ lại 1 tệp và 0 dòng của các tệp nhận trong phiên đêm này; phần còn lại đã nhận.");
  }

  /** The texts of a sender's workbook in their order. */
  private static List<String> texts(String sender) throws IOException {
    Path workbook = home.layout.reconciliation(NIGHT).resolve(sender + ".xlsx");
    try (ZipFile zip = new ZipFile(workbook.toFile())) {
      byte[] sheet = zip.getInputStream(zip.getEntry("xl/worksheets/sheet1.xml")).readAllBytes();
      return Pattern.compile("<t[^>]*>([^<]*)</t>")
          .matcher(new String(sheet, StandardCharsets.UTF_8))
          .results()
          .map(text -> text.group(1))
          .toList();
    }
  }

  @Test
  void valuesThatCannotBeReadKeepNothingBack() {
    assertThat(drawn("citizens", row -> row.subList(0, 4)))
        .isEqualTo(
            """
            HS01 | 26050 | 731 | true
            HS02 | 26050 | 731 | true
            HS03 | 26050 | 731 | true
            HS04 | 26050 | 731 | true
            HS05 | 26050 | 731 | true
            HS06 | 26050 | 731 | true
            HS07 | 26050 | 731 | true
            HS08 | 26050 | 731 | true
            HS10 | 26050 | 731 | true
            """);
  }

  @Test
  void impossibleDatesAreDefectsAndAnotherProvinceIsNot() {
    assertThat(drawn("doses", row -> row))
        .isEqualTo(
            """
            M1 | clean |  | 1
            M2 | to_verify | DATE_IMPLAUSIBLE | -
            M3 | cleaned | VACCINE_ALIAS | 1
            M4 | to_verify | DOB_FORMAT | -
            M5 | to_verify | DATE_IMPLAUSIBLE | -
            """);
  }

  @Test
  void ofTwoCitizensWithOneIdTheNameTellsWhose() {
    Map<Object, Object> owners = new HashMap<>();
    for (List<@Nullable Object> row : home.rows(NIGHT.toString(), "records")) {
      if ("ehr".equals(row.get(0))) {
        owners.put(String.valueOf(row.get(3)), row.get(1));
      }
    }
    assertThat(drawn("records", row -> events(row, owners)))
        .isEqualTo(
            """
            75001/V1 | resolved | HS02 | citizen_id
            M1 | resolved | HS01 | citizen_id
            M2 | resolved | HS01 | citizen_id
            M3 | resolved | HS06 | citizen_id
            M4 | resolved | HS02 | citizen_id
            M5 | resolved | HS01 | citizen_id
            """);
  }

  private static List<@Nullable Object> events(
      List<@Nullable Object> row, Map<Object, Object> owners) {
    return "ehr".equals(row.get(0))
        ? List.of()
        : Arrays.asList(row.get(1), row.get(2), owners.get(String.valueOf(row.get(3))), row.get(4));
  }

  private static String drawn(String query, UnaryOperator<List<@Nullable Object>> columns) {
    return home.rows(NIGHT.toString(), query).stream()
        .map(columns)
        .filter(row -> !row.isEmpty())
        .map(row -> row.stream().map(BadInputNightTest::text).collect(Collectors.joining(" | ")))
        .sorted()
        .map(line -> line + "\n")
        .collect(Collectors.joining());
  }

  private static String text(@Nullable Object value) {
    return value == null ? "-" : value.toString();
  }
}
