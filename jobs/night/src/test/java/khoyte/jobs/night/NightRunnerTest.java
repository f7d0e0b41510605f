package khoyte.jobs.night;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import khoyte.jobs.operations.FileRecord;
import khoyte.jobs.operations.NightFacts;
import khoyte.jobs.operations.NightRun;
import khoyte.jobs.operations.NightState;
import khoyte.jobs.operations.Operations;
import khoyte.warehouse.KhoyteException;
import khoyte.warehouse.Messages;
import khoyte.warehouse.NightId;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class NightRunnerTest {
  @TempDir Path home;
  private FakeHouse house;

  @BeforeEach
  void inbox() throws IOException {
    house = new FakeHouse(home, Path.of("../../conf"));
    for (String folder : List.of("his", "ehr", "population", "immunization", "covid-vaccination")) {
      Files.createDirectories(house.layout.inbox().resolve(folder));
    }
  }

  @Test
  void aNightGoesThroughItsStepsAndSaysWhatItDid() throws IOException {
    house.send("ehr/ehr_20221231.csv", "a", "b", "bad");
    house.send("his/75001/75001_20221230.xml", "a");
    house.send("his/75002/75002_20221231.xml", "cut");
    house.send("his/75003/75003_20221229.xml", "z");

    NightRun run = house.night("2022-12-31");

    assertThat(house.asked)
        .containsExactlyInAnyOrder(
            "read ehr_20221231.csv",
            "read 75001/75001_20221230.xml",
            "read 75003/75003_20221229.xml",
            "read 75002/75002_20221231.xml",
            "stage",
            "clean",
            "resolve",
            "marts",
            "check",
            "publish",
            "report",
            "clear",
            "close");
    assertThat(house.said())
        .containsExactly(
            "Phiên đêm 31/12/2022: bắt đầu.",
            "Nhận tệp: 4 tệp, 0 giây.",
            "Đọc và chuẩn hóa: 5 bản ghi, 0 giây.",
            "Làm sạch: 4 bản ghi, 0 giây.",
            "Xác định công dân: 4 bản ghi, 0 giây.",
            "Tính bảng số liệu: 2 bản ghi, 0 giây.",
            "Kiểm tra: 4 bản ghi, 0 giây.",
            "Công bố: 0 bản ghi, 0 giây.",
            "Lập báo cáo: 2 bản ghi, 0 giây.",
            "Nguồn Hệ thống thông tin bệnh viện: 3 tệp, 2 bản ghi, lần cuối 01:00 ngày 01/01/2023.",
            "Nguồn Hồ sơ sức khỏe điện tử: 1 tệp, 3 bản ghi, lần cuối 01:00 ngày 01/01/2023.",
            "Phiên đêm 31/12/2022: hoàn thành trong 0 giây. Đã đọc 5 bản ghi, giữ lại 1, công bố 2"
                + " báo cáo.");
    assertThat(house.remarked())
        .containsExactly(
            "Nguồn Hệ thống thông tin bệnh viện 75002: chưa gửi lần nào; phiên đêm chạy không có"
                + " nguồn này.",
            "Nguồn Hệ thống thông tin bệnh viện 75003: chậm 2 ngày (lần cuối 29/12/2022); phiên"
                + " đêm chạy không có nguồn này.",
            "Nguồn Cơ sở dữ liệu quốc gia về dân cư: chưa gửi lần nào; phiên đêm chạy không có"
                + " nguồn này.",
            "Nguồn Tiêm chủng thường xuyên: chưa gửi lần nào; phiên đêm chạy không có nguồn này.",
            "Nguồn Nền tảng tiêm chủng COVID-19: chưa gửi lần nào; phiên đêm chạy không có nguồn"
                + " này.",
            "Không thể nhận tệp 75002_20221231.xml: tệp bị cắt cụt tại dòng 1. Đề nghị đơn vị gửi"
                + " lại.",
            "Giữ lại 1 dòng và 1 tệp của 2 nguồn; xem: khoyte status --night 2022-12-31");
    assertThat(run.night()).isEqualTo(new NightId(LocalDate.of(2022, 12, 31), 1));
    assertThat(run.state()).isEqualTo(NightState.COMPLETED);
    assertThat(run.reports()).isEqualTo(2);
  }

  @Test
  void aSecondTimeWithNothingNewDoesNothingAndSaysSo() throws IOException {
    house.send("ehr/ehr_20221231.csv", "a");
    house.night("2022-12-31");
    house.send("ehr/again_20221231.csv", "a");
    house.asked.clear();
    house.said();
    house.remarked();

    NightRun run = house.night("2022-12-31");

    assertThat(house.asked).containsExactly("clear", "close");
    assertThat(house.said())
        .containsExactly(
            "Phiên đêm 31/12/2022 đã hoàn thành lúc 01:00 ngày 01/01/2023; không làm gì thêm.");
    assertThat(house.remarked())
        .containsExactly("Tệp again_20221231.csv: đã nhận ngày 01/01/2023, bỏ qua.");
    assertThat(run.night().version()).isEqualTo(1);
  }

  @Test
  void aNightThatIsNoLongerKeptIsRunAgainAsTheNextVersion() throws IOException {
    house.send("ehr/ehr_20221231.csv", "a");
    NightRun first = house.night("2022-12-31");
    try (Operations operations = house.operations()) {
      operations.keeping().retire(first.night(), "warehouse/2022-12-31.v1.duckdb", house.now);
    }

    assertThat(house.night("2022-12-31").night()).isEqualTo(NightId.parse("2022-12-31.v2"));
    assertThat(house.night("2022-12-31").night()).isEqualTo(NightId.parse("2022-12-31.v2"));
  }

  @Test
  void whatCannotBeClearedAwayDoesNotTouchTheNight() throws IOException {
    house.send("ehr/ehr_20221231.csv", "a");
    house.broken = "clear";

    NightRun run = house.night("2022-12-31");

    assertThat(run.state()).isEqualTo(NightState.COMPLETED);
    assertThat(house.said()).last().asString().startsWith("Phiên đêm 31/12/2022: hoàn thành");
    assertThat(house.remarked())
        .last()
        .isEqualTo(
            "Phiên đêm 31/12/2022: số liệu đã công bố, chưa dọn được tệp cũ; sẽ dọn sau phiên đêm"
                + " tiếp theo.");

    house.broken = "";
    house.asked.clear();
    house.night("2022-12-31");
    assertThat(house.asked).as("it goes when the night is asked for again").contains("clear");
  }

  @Test
  void somethingNewMakesTheNextVersion() throws IOException {
    house.send("ehr/ehr_20221231.csv", "a");
    house.night("2022-12-31");
    house.send("ehr/late_20221231.csv", "b");
    house.asked.clear();

    NightRun run = house.night("2022-12-31");

    assertThat(run.night()).isEqualTo(new NightId(LocalDate.of(2022, 12, 31), 2));
    assertThat(house.asked)
        .containsExactly(
            "read late_20221231.csv",
            "stage",
            "clean",
            "resolve",
            "marts",
            "check",
            "publish",
            "report",
            "clear",
            "close");
    assertThat(house.lake).containsEntry("ehr", 2L);
  }

  @Test
  void afterAFailureItGoesOnWhereItStopped() throws IOException {
    house.send("ehr/ehr_20221231.csv", "a");
    house.broken = "marts";

    assertThatThrownBy(() -> house.night("2022-12-31"))
        .isInstanceOfSatisfying(
            KhoyteException.class,
            error ->
                assertThat(error.text(Messages.VIETNAMESE))
                    .isEqualTo(
                        "Không thể ghi marts: ổ đĩa hết chỗ (còn 0 MB, cần 1 MB). Giải phóng chỗ"
                            + " rồi chạy lại."));
    assertThat(house.remarked())
        .contains(
            "Phiên đêm 31/12/2022: không hoàn thành ở bước “Tính bảng số liệu”; số liệu đã công bố"
                + " trước đó được giữ nguyên.");

    house.broken = "";
    house.asked.clear();
    house.said();
    house.now = house.now.plusSeconds(600);
    house.send("ehr/next_20230101.csv", "b");
    NightRun run = house.night("2022-12-31");

    assertThat(house.asked)
        .containsExactly("marts", "check", "publish", "report", "clear", "close");
    assertThat(house.said().get(0))
        .isEqualTo(
            "Phiên đêm 31/12/2022: tiếp tục từ bước “Tính bảng số liệu” (lần trước dừng lúc 01:00"
                + " ngày 01/01/2023).");
    assertThat(run.night().version()).isEqualTo(1);
    assertThat(run.state()).isEqualTo(NightState.COMPLETED);
  }

  @Test
  void aFileReadBeforeTheFailureIsNotReadAgain() throws IOException {
    house.send("ehr/big_20221231.csv", "a", "b", "c");
    house.send("ehr/small_20221231.csv", "d");
    house.broken = "read small";
    assertThatThrownBy(() -> house.night("2022-12-31")).isInstanceOf(KhoyteException.class);

    house.broken = "";
    house.asked.clear();
    house.night("2022-12-31");

    assertThat(house.asked)
        .contains("read small_20221231.csv")
        .doesNotContain("read big_20221231.csv");
    assertThat(house.lake).containsEntry("ehr", 4L);
  }

  @Test
  void aFaultOfTheProgramThatStrikesEveryFileStopsTheNightAndRefusesNone() throws IOException {
    house.send("ehr/a_20221231.csv", "bug");
    house.send("his/75001/b_20221231.xml", "bug", "b");

    assertThatThrownBy(() -> house.night("2022-12-31"))
        .isInstanceOfSatisfying(
            KhoyteException.class,
            e -> {
              assertThat(e.text(Messages.VIETNAMESE))
                  .isEqualTo(
                      "Không thể đọc tệp của phiên đêm: cả 2 tệp đều gặp lỗi ngoài dự kiến của chương"
                          + " trình. Gửi nhật ký cho bộ phận hỗ trợ; bản sửa xong thì chạy lại.");
              assertThat(e.text(Messages.ENGLISH))
                  .isEqualTo(
                      "Cannot read the files of the night: all 2 met an unexpected error of the"
                          + " program. Send the logs to support, and run again with a mended"
                          + " program.");
            });
    house.isMended = true;
    NightRun run = house.night("2022-12-31");

    assertThat(run.state()).isEqualTo(NightState.COMPLETED);
    try (Operations operations = house.operations()) {
      assertThat(operations.files().known(run.knownFile()))
          .extracting(FileRecord::refused, FileRecord::read)
          .containsExactlyInAnyOrder(tuple(false, 1L), tuple(false, 2L));
    }
  }

  @Test
  void aFaultOfTheProgramWithSomeFilesRefusesThem() throws IOException {
    house.send("ehr/a_20221231.csv", "bug");
    house.send("ehr/b_20221231.csv", "bug", "b");
    house.send("his/75001/c_20221231.xml", "cut");

    NightRun run = house.night("2022-12-31");

    assertThat(run.state()).isEqualTo(NightState.COMPLETED);
    assertThat(house.remarked())
        .contains(
            "Không thể nhận tệp a_20221231.csv: chương trình gặp lỗi ngoài dự kiến khi đọc (Bug). Gửi"
                + " nhật ký cho bộ phận hỗ trợ.");
    house.send("ehr/d_20221231.csv", "bug", "d");
    assertThat(house.night("2022-12-31").state()).isEqualTo(NightState.COMPLETED);
  }

  @Test
  void whatTheLakeHasTakenIsNotGivenAgain() throws IOException {
    house.send("ehr/ehr_20221231.csv", "a");
    house.night("2022-12-31");
    try (Operations operations = house.operations()) {
      assertThat(operations.files().openCommits()).isEmpty();
      assertThat(operations.files().unread(operations.files().greatest())).isEmpty();
    }
  }

  @Test
  void anotherNightInBetweenMakesAFailedOneStartAfresh() throws IOException {
    house.send("ehr/ehr_20221231.csv", "a");
    house.broken = "check";
    assertThatThrownBy(() -> house.night("2022-12-31")).isInstanceOf(KhoyteException.class);
    house.broken = "";
    house.night("2023-01-01");
    house.asked.clear();
    house.said();

    NightRun run = house.night("2022-12-31");

    assertThat(house.said().get(0)).isEqualTo("Phiên đêm 31/12/2022: bắt đầu.");
    assertThat(house.asked)
        .containsExactly(
            "clean", "resolve", "marts", "check", "publish", "report", "clear", "close");
    assertThat(run.night().version()).isEqualTo(1);
    assertThat(house.lake).containsEntry("ehr", 1L);
  }

  @Test
  void aNightWhoseProcessDiedIsRecovered() throws IOException {
    house.send("ehr/ehr_20221231.csv", "a");
    house.broken = "publish";
    assertThatThrownBy(() -> house.night("2022-12-31")).isInstanceOf(KhoyteException.class);
    try (Operations operations = house.operations()) {
      NightRun failed = operations.nights().latest(1).get(0);
      operations.nights().resume(failed, 1, "1.0.0 (a1b2c3d)", null);
    }
    house.broken = "";
    house.asked.clear();
    house.remarked();
    house.said();

    house.night("2022-12-31");

    assertThat(house.remarked().get(0))
        .isEqualTo("Phiên đêm 31/12/2022 trước đó bị ngắt; đã khôi phục trạng thái.");
    assertThat(house.said().get(0)).contains("tiếp tục từ bước “Công bố”");
    assertThat(house.asked).containsExactly("publish", "report", "clear", "close");
  }

  @Test
  void aSecondNightAtTheSameTimeIsRefused() {
    Instant since = Instant.parse("2022-12-31T17:30:00Z");
    try (NightLock held =
        NightLock.take(house.layout, LocalDate.of(2022, 12, 30), since, house.setting().spoken())) {
      assertThatThrownBy(() -> house.night("2022-12-31"))
          .isInstanceOfSatisfying(
              KhoyteException.class,
              error ->
                  assertThat(error.text(Messages.VIETNAMESE))
                      .isEqualTo(
                          "Không thể chạy phiên đêm 31/12/2022: phiên đêm 30/12/2022 đang chạy"
                              + " (tiến trình "
                              + ProcessHandle.current().pid()
                              + ", từ 00:30 ngày 01/01/2023)."));
    }
  }

  @Test
  void aSenderWhoseRecordsGetLostIsNotPublished() throws IOException {
    house.send("his/75001/75001_20221231.xml", "a", "b");
    house.send("his/75002/75002_20221231.xml", "c", "d", "e");
    house.forgotten.put(1L, 0L);
    house.forgotten.put(2L, 2L);

    assertThatThrownBy(() -> house.night("2022-12-31"))
        .isInstanceOfSatisfying(
            KhoyteException.class,
            error ->
                assertThat(error.text(Messages.VIETNAMESE))
                    .isEqualTo(
                        "Không thể công bố phiên đêm 31/12/2022: nguồn Hệ thống thông tin bệnh"
                            + " viện 75002 lệch 2 bản ghi khi đối soát."));
    assertThat(house.asked).doesNotContain("publish");
  }

  @Test
  void whatLandedSinceTheVersionBeforeIsTheReasonOfTheNext() throws IOException {
    house.send("ehr/ehr_20221231.csv", "a");
    assertThat(facts(house.night("2022-12-31")).replaced()).isNull();
    house.send("ehr/late_20221231.csv", "b", "c", "bad");
    house.send("his/75001/75001_20221231.xml", "d");
    house.night("2023-01-01");
    house.send("his/75001/75001_20230101.xml", "e");

    NightFacts second = facts(house.night("2022-12-31"));

    assertThat(second.replaced().version()).isEqualTo(1);
    assertThat(second.replaced().reason(house.setting().conf(), Messages.VIETNAMESE))
        .isEqualTo(
            "có dữ liệu mới nhận sau lần 1: Hệ thống thông tin bệnh viện 2 tệp, 2 bản ghi; Hồ sơ"
                + " sức khỏe điện tử 1 tệp, 3 bản ghi");
    assertThat(second.replaced().reason(house.setting().conf(), Messages.ENGLISH))
        .isEqualTo(
            "new data received after issue 1: Hệ thống thông tin bệnh viện 2 files, 2 records; Hồ"
                + " sơ sức khỏe điện tử 1 file, 3 records");
  }

  @Test
  void aReasonMakesANewVersionOfWhatIsNotNew() throws IOException {
    house.send("ehr/ehr_20221231.csv", "a");
    house.night("2022-12-31");

    NightRun second = house.night("2022-12-31", "sai tên đơn vị");

    assertThat(second.night()).isEqualTo(new NightId(LocalDate.of(2022, 12, 31), 2));
    assertThat(facts(second).replaced().reason(house.setting().conf(), Messages.VIETNAMESE))
        .isEqualTo("sai tên đơn vị");
    house.send("ehr/late_20221231.csv", "b");
    NightRun third = house.night("2022-12-31", "sai tên đơn vị");
    assertThat(facts(third).replaced().reason(house.setting().conf(), Messages.VIETNAMESE))
        .isEqualTo(
            "sai tên đơn vị; có dữ liệu mới nhận sau lần 2: Hồ sơ sức khỏe điện tử 1 tệp, 1 bản"
                + " ghi");
  }

  @Test
  void aPublishedNightWhoseReportsFailedGoesOnAfterAnyOtherNight() throws IOException {
    house.send("ehr/ehr_20221231.csv", "a");
    house.broken = "report";
    assertThatThrownBy(() -> house.night("2022-12-31")).isInstanceOf(KhoyteException.class);
    Files.createDirectories(house.layout.warehouse());
    Files.createFile(house.layout.nightFile(new NightId(LocalDate.of(2022, 12, 31), 1)));
    house.broken = "";
    house.night("2023-01-01");
    house.asked.clear();

    NightRun run = house.night("2022-12-31");

    assertThat(house.asked).containsExactly("report", "clear", "close");
    assertThat(run.night().version()).isEqualTo(1);
    assertThat(run.state()).isEqualTo(NightState.COMPLETED);
  }

  @Test
  void bytesThatCameAgainAreCounted() throws IOException {
    house.send("ehr/ehr_20221231.csv", "a");
    house.night("2022-12-31");
    house.send("ehr/again_20221231.csv", "a");
    house.send("ehr/late_20221231.csv", "b");
    house.night("2022-12-31");

    try (Operations operations = house.operations()) {
      assertThat(operations.files().known(2))
          .extracting(file -> file.file().name(), FileRecord::copies)
          .containsExactly(tuple("ehr_20221231.csv", 1L), tuple("late_20221231.csv", 0L));
    }
  }

  private NightFacts facts(NightRun run) {
    try (Operations operations = house.operations()) {
      return NightFacts.of(operations, run);
    }
  }
}
