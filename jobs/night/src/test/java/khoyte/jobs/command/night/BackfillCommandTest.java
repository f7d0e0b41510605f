package khoyte.jobs.command.night;

import static khoyte.jobs.command.night.CommandHouse.wrong;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import khoyte.jobs.command.night.CommandHouse.Answer;
import khoyte.jobs.night.FakeHouse;
import khoyte.jobs.operations.Operations;
import khoyte.warehouse.HomePermissions;
import khoyte.warehouse.NightId;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class BackfillCommandTest {
  @TempDir Path home;
  private CommandHouse command;
  private FakeHouse house;

  @BeforeEach
  void oneNightOfThree() throws IOException {
    command = new CommandHouse(home);
    house = command.house;
    house.now = house.now.plus(Duration.ofDays(3));
    house.send("ehr/ehr_20221231.csv", "a");
    house.night("2022-12-31");
    Path issued = house.layout.reports(new NightId(LocalDate.of(2022, 12, 31), 1));
    new HomePermissions(house.layout).directory(issued);
    for (String file : List.of("ho-so-suc-khoe.csv", "ho-so-suc-khoe.pdf", "doi-soat-dem.csv")) {
      Files.createFile(issued.resolve(file));
    }
    house.said();
    house.remarked();
  }

  @Test
  void withoutMoreOnlyMissingNightsAreRunInOrder() throws IOException {
    house.send("ehr/late_20221231.csv", "b");

    Answer answer = backfill();

    assertThat(answer.code()).isZero();
    assertThat(answer.out().lines().filter(line -> line.matches("Chạy bù.*|Phiên đêm.*bắt đầu.")))
        .containsExactly(
            "Chạy bù 1/2: phiên đêm 30/12/2022.",
            "Phiên đêm 30/12/2022: bắt đầu.",
            "Chạy bù 2/2: phiên đêm 01/01/2023.",
            "Phiên đêm 01/01/2023: bắt đầu.",
            "Chạy bù: 2 phiên đêm đã chạy, 1 phiên đêm giữ nguyên, trong 0 giây.");
    assertThat(runs()).containsExactly("2022-12-31.v1", "2022-12-30.v1", "2023-01-01.v1");
    assertThat(backfill().out())
        .isEqualTo("Chạy bù: 0 phiên đêm đã chạy, 3 phiên đêm giữ nguyên, trong 0 giây.\n");
  }

  @Test
  void allMakesNewVersionsWhereSomethingLandedSince() throws IOException {
    house.send("ehr/late_20221231.csv", "b");

    assertThat(backfill("--all").out())
        .endsWith("Chạy bù: 3 phiên đêm đã chạy, 0 phiên đêm giữ nguyên, trong 0 giây.\n");
    assertThat(runs())
        .containsExactly("2022-12-31.v1", "2022-12-30.v1", "2022-12-31.v2", "2023-01-01.v1");
    assertThat(backfill("--all").out())
        .contains(
            "Phiên đêm 31/12/2022 đã hoàn thành lúc 01:00 ngày 04/01/2023; không làm gì thêm.")
        .endsWith("Chạy bù: 0 phiên đêm đã chạy, 3 phiên đêm giữ nguyên, trong 0 giây.\n");
    assertThat(backfill("--all", "--reason", "sai tên đơn vị.").out())
        .endsWith("Chạy bù: 3 phiên đêm đã chạy, 0 phiên đêm giữ nguyên, trong 0 giây.\n");
    try (Operations operations = house.operations()) {
      assertThat(operations.nights().latest(1).get(0).reason()).isEqualTo("sai tên đơn vị");
    }
  }

  @Test
  void aFailedNightStopsAndTheNextRunGoesOnThere() {
    house.broken = "marts";

    Answer failed = backfill();

    assertThat(failed.code()).isEqualTo(1);
    assertThat(failed.err().lines())
        .endsWith(
            "Phiên đêm 30/12/2022: không hoàn thành ở bước “Tính bảng số liệu”; số liệu đã công bố"
                + " trước đó được giữ nguyên.",
            "Chạy bù dừng ở phiên đêm 30/12/2022; còn 1 phiên đêm chưa chạy. Khắc phục rồi chạy lại"
                + " lệnh này: phần đã xong được giữ nguyên.",
            "Không thể ghi marts: ổ đĩa hết chỗ (còn 0 MB, cần 1 MB). Giải phóng chỗ rồi chạy"
                + " lại.");
    assertThat(backfill("--dry-run").out().lines().skip(2).findFirst())
        .contains("30/12/2022  chạy tiếp lần 1 đang dở");
    house.broken = "";
    house.asked.clear();
    assertThat(backfill().out()).contains("30/12/2022: tiếp tục từ bước “Tính bảng số liệu”");
    assertThat(house.asked)
        .containsExactly(
            "marts", "check", "publish", "report", "clear", "close", "clean", "resolve", "marts",
            "check", "publish", "report", "clear", "close");
  }

  @Test
  void aDryRunTellsWhatIsKnownAndRunsNothing() throws IOException {
    house.send("ehr/late_20221231.csv", "b", "bad");
    house.night("2023-01-01");
    house.send("his/75001/75001_20230101.xml", "c");
    house.send("his/75001/unfinished.part", "d");
    house.asked.clear();

    Answer answer = backfill("--all", "--dry-run");

    assertThat(answer)
        .isEqualTo(
            new Answer(
                0,
                """
                Phiên đêm   Việc sẽ làm                                Mới nhận từ lần trước                    Báo cáo sẽ phát hành lại
                ----------  -----------------------------------------  ---------------------------------------  ----------------------------------------
                30/12/2022  chưa có, chạy lần 1
                31/12/2022  chạy thành lần 2                           Hồ sơ sức khỏe điện tử 1 tệp, 2 bản ghi  doi-soat-dem lần 1, ho-so-suc-khoe lần 1
                01/01/2023  giữ lần 1, trừ khi tệp đang chờ có gì mới
                Tệp đang chờ nhận, sẽ nhận ở phiên đêm đầu tiên: Hệ thống thông tin bệnh viện 1 tệp
                Nếu tệp đang chờ có gì mới: chạy thêm 1 phiên đêm, phát hành lại thêm 0 báo cáo.
                Chạy thử: sẽ chạy 2 phiên đêm, phát hành lại 2 báo cáo; số liệu có đổi hay không thì chạy mới biết. Chưa chạy gì.
                """,
                ""));
    assertThat(house.asked).isEmpty();
    assertThat(house.layout.inbox().resolve("his/75001/75001_20230101.xml")).exists();
    assertThat(backfill("--dry-run").out())
        .contains("31/12/2022  giữ lần 1, đã có ")
        .contains("Chạy thử: sẽ chạy 1 phiên đêm, phát hành lại 0 báo cáo;");
  }

  @Test
  void whatCannotBeMeantIsSaidInOneLine() {
    assertThat(backfill("--all", "--only-missing"))
        .isEqualTo(
            wrong(
                "Không thể chạy lệnh: --only-missing và --all loại trừ nhau. Xem: khoyte backfill"
                    + " --help"));
    assertThat(command.khoyte("backfill", "--from", "2022-12-31", "--to", "2022-12-30"))
        .isEqualTo(
            wrong(
                "Không thể chạy bù: ngày đầu 31/12/2022 sau ngày cuối 30/12/2022. Đổi --from hoặc"
                    + " --to."));
    assertThat(command.khoyte("backfill", "--from", "2022-12-31", "--to", "2023-01-05"))
        .isEqualTo(
            wrong(
                "Không thể chạy bù: ngày 05/01/2023 chưa đến (hôm nay là 04/01/2023). Đổi --to."));
    assertThat(command.khoyte("backfill", "--from", "2022-12-31"))
        .isEqualTo(wrong("Không thể chạy lệnh: thiếu “--to”. Xem: khoyte backfill --help"));
    assertThat(backfill("--reason", "sai"))
        .isEqualTo(
            wrong(
                "Không thể chạy bù: --reason chỉ dùng cùng --all, vì phiên đêm còn thiếu không phát"
                    + " hành lại gì."));
    assertThat(backfill("--all", "--reason", " . "))
        .isEqualTo(wrong("Không thể hiểu --reason: cần một dòng có chữ, dài nhất 300 ký tự."));
  }

  private Answer backfill(String... more) {
    String[] args = new String[5 + more.length];
    System.arraycopy(
        new String[] {"backfill", "--from", "2022-12-30", "--to", "2023-01-01"}, 0, args, 0, 5);
    System.arraycopy(more, 0, args, 5, more.length);
    return command.khoyte(args);
  }

  /** Completed nights in the order in which they ran. */
  private List<String> runs() {
    try (Operations operations = house.operations()) {
      return operations.nights().latest(20).stream()
          .sorted((one, other) -> Long.compare(one.id(), other.id()))
          .map(run -> run.night().toString())
          .toList();
    }
  }
}
