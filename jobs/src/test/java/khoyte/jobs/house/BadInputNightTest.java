package khoyte.jobs.house;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import khoyte.jobs.console.TextTable;
import khoyte.jobs.night.NightParts;
import khoyte.jobs.night.NightSetting;
import khoyte.jobs.operations.Operations;
import khoyte.warehouse.Fault;
import khoyte.warehouse.KhoyteException;
import khoyte.warehouse.night.Publication;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A night of a handful of records whose senders do everything wrong, on a disk that is full. */
@Tag("slow")
class BadInputNightTest {
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
    home.parts = BadInputNightTest::withoutRoom;
    full = catchThrowableOfType(KhoyteException.class, () -> home.night("2022-12-31"));
    saidBefore = home.said();
    remarkedBefore = home.remarked();
    publishedBefore = published();
    home.parts = NightHouse::open;
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
        "his/75001/75001_20221231_sai-so.xml",
        Senders.extract("75001", "20221231", 3, GOOD_VISIT));
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
  private static NightParts withoutRoom(NightSetting setting, Operations operations) {
    NightParts house = NightHouse.open(setting, operations);
    return new NightParts(
        house.reading(),
        house.staging(),
        house.cleaning(),
        house.resolving(),
        house.marts(),
        house.checking(),
        night -> {
          new Publication(setting.layout(), 9L << 50).publish(night.night());
          return Map.of();
        },
        house.reporting(),
        house.closing());
  }

  private static List<String> published() throws IOException {
    Path warehouse = home.layout.warehouse();
    if (!Files.isDirectory(warehouse)) {
      return List.of();
    }
    try (var files = Files.list(warehouse)) {
      return files.map(file -> file.getFileName().toString()).sorted().toList();
    }
  }

  @Test
  void onAFullDiskNothingIsHalfPublished() {
    assertThat(full.fault()).isEqualTo(Fault.RESOURCE);
    assertThat(full.key()).isEqualTo("disk.full");
    assertThat(remarkedBefore)
        .endsWith(
            "Phiên đêm 31/12/2022: không hoàn thành ở bước “Công bố”; số liệu đã công bố trước đó"
                + " được giữ nguyên.");
    assertThat(saidBefore).noneMatch(line -> line.contains("hoàn thành trong"));
    assertThat(publishedBefore).isEmpty();
    assertThat(home.layout.home().resolve("out")).satisfiesAnyOf(
        out -> assertThat(out).doesNotExist(), out -> assertThat(out).isDirectory());
  }

  @Test
  void withRoomAgainTheNightGoesOnWherePublishingStopped() throws IOException {
    assertThat(said)
        .containsExactly(
            "Phiên đêm 31/12/2022: tiếp tục từ bước “Công bố” (lần trước dừng lúc 08:00 ngày"
                + " 06/01/2023).",
            "Công bố: 0 bản ghi, 0 giây.",
            "Lập báo cáo: 2 bản ghi, 0 giây.",
            "Nguồn Hệ thống thông tin bệnh viện: 5 tệp, 2 bản ghi, lần cuối 08:00 ngày"
                + " 06/01/2023.",
            "Nguồn Hồ sơ sức khỏe điện tử: 5 tệp, 12 bản ghi, lần cuối 08:00 ngày 06/01/2023.",
            "Nguồn Tiêm chủng thường xuyên: 1 tệp, 0 bản ghi, lần cuối 08:00 ngày 06/01/2023.",
            "Nguồn Nền tảng tiêm chủng COVID-19: 1 tệp, 5 bản ghi, lần cuối 08:00 ngày"
                + " 06/01/2023.",
            "Phiên đêm 31/12/2022: hoàn thành trong 0 giây. Đã đọc 19 bản ghi, giữ lại 4, công bố"
                + " 2 báo cáo.");
    assertThat(published()).containsExactly("2022-12-31.v1.duckdb", "current");
  }

  @Test
  void theNightTellsEveryThingThatIsWrong() {
    assertThat(remarkedBefore.get(0))
        .isEqualTo(
            "Không thể đọc nguồn Cơ sở dữ liệu quốc gia về dân cư: không có thư mục "
                + home.layout.inbox().resolve("population")
                + ". Tạo thư mục hoặc sửa khóa sources: inbox: population.");
    assertThat(remarked).isEqualTo(List.of());
  }

  @Test
  void whatIsKeptBackIsToldWithFileLineColumnAndReason() {
    TextTable table = new TextTable("source", "file", "line", "column", "reason");
    for (List<@Nullable Object> row : home.rows("2022-12-31.v1", "quarantine")) {
      table.row(
          String.valueOf(row.get(0)),
          String.valueOf(row.get(1)),
          String.valueOf(row.get(2)),
          String.valueOf(row.get(3)),
          String.valueOf(row.get(5)));
    }
    assertThat(String.join("\n", table.lines())).isEqualTo("");
  }

  @Test
  void valuesThatCannotBeReadAreDefectsAndKeepNothingBack() {
    assertThat(drawn("citizens")).isEqualTo("");
  }

  @Test
  void dosesAndVisitsFindTheirCitizens() {
    assertThat(drawn("doses") + "\n" + drawn("records")).isEqualTo("");
  }

  private static String drawn(String query) {
    List<List<@Nullable Object>> rows = home.rows("2022-12-31.v1", query);
    return rows.stream()
        .map(row -> row.stream().map(String::valueOf).toList().toString())
        .sorted()
        .reduce("", (one, other) -> one + other + "\n");
  }
}
