package khoyte.jobs.command.night;

import static khoyte.jobs.command.night.CommandHouse.wrong;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import khoyte.jobs.command.night.CommandHouse.Answer;
import khoyte.jobs.conf.ReportFormat;
import khoyte.jobs.night.FakeHouse;
import khoyte.jobs.operations.Operations;
import khoyte.jobs.report.ReportOrder;
import khoyte.warehouse.NightId;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PublishedNightCommandsTest {
  @TempDir Path home;
  private CommandHouse command;
  private FakeHouse house;

  @BeforeEach
  void open() throws IOException {
    command = new CommandHouse(home);
    house = command.house;
  }

  @Test
  void reportsNeedAPublishedNight() throws IOException {
    assertThat(command.khoyte("report", "--as-of", "2022-12-31"))
        .isEqualTo(
            wrong(
                "Không thể lập báo cáo: chưa có phiên đêm nào được công bố cho ngày 31/12/2022."));
    command.publish("2022-12-29.v1");
    command.publish("2022-12-29.v2");
    assertThat(command.khoyte("report", "--as-of", "2022-12-31"))
        .isEqualTo(
            wrong(
                "Không thể lập báo cáo: chưa có phiên đêm nào được công bố cho ngày 31/12/2022."
                    + " Phiên đêm gần nhất: 29/12/2022."));
  }

  @Test
  void worklistsNeedAPublishedNight() throws IOException {
    command.publish("2022-12-31.v1");

    assertThat(command.khoyte("worklist", "--as-of", "2022-12-30"))
        .isEqualTo(
            wrong(
                "Không thể lập báo cáo: chưa có phiên đêm nào được công bố cho ngày 30/12/2022."
                    + " Phiên đêm gần nhất: 31/12/2022."));
  }

  @Test
  void worklistsThatCameBackAreLookedAtFirst() {
    assertThat(command.khoyte("worklist", "--dry-run", "a.xlsx"))
        .isEqualTo(wrong("Không thể đọc danh sách rà soát a.xlsx: không có tệp này."));
    assertThat(command.khoyte("worklist", "--dry-run"))
        .isEqualTo(wrong("Không thể chạy lệnh: thiếu “FILE”. Xem: khoyte worklist --help"));
    assertThat(command.khoyte("worklist"))
        .isEqualTo(wrong("Không thể chạy lệnh: thiếu “--as-of”. Xem: khoyte worklist --help"));
    assertThat(command.khoyte("worklist", "--as-of", "2022-12-31", "a.xlsx"))
        .isEqualTo(wrong("Không thể hiểu “a.xlsx”. Xem: khoyte worklist --help"));
  }

  @Test
  void aReportIsOrderedWithAllItsOptions() throws IOException {
    house.send("ehr/ehr_20221231.csv", "a");
    house.night("2022-12-31");
    command.publish("2022-12-31.v1");

    ReportOrder order =
        order(
            "tiem-chung-covid",
            "--as-of",
            "2022-12-31",
            "--units-as-of",
            "2025-07-01",
            "--unit",
            "731",
            "--format",
            "pdf,csv",
            "--issue-date",
            "2023-01-05",
            "--out",
            "/x");

    assertThat(order.night().night()).isEqualTo(NightId.parse("2022-12-31.v1"));
    assertThat(order)
        .isEqualTo(
            new ReportOrder(
                order.night(),
                List.of("tiem-chung-covid"),
                List.of(ReportFormat.PDF, ReportFormat.CSV),
                LocalDate.of(2025, 7, 1),
                "731",
                LocalDate.of(2023, 1, 5),
                Path.of("/x")));
  }

  @Test
  void aReportIssuedUnderADateKeepsItsNight() throws IOException {
    house.send("ehr/ehr_20221231.csv", "a");
    house.night("2022-12-31");
    command.publish("2022-12-31.v1", night -> night);
    Path out = home.resolve("ra");
    house.said();

    Answer answer =
        command.khoyte(
            "report",
            "tiem-chung-covid",
            "--as-of",
            "2022-12-31",
            "--format",
            "csv",
            "--issue-date",
            "2023-01-05",
            "--out",
            out.toString());

    assertThat(answer.out())
        .isEqualTo(
            out.resolve("tiem-chung-covid.csv") + "\nĐã lập 1 báo cáo trong 0 giây: " + out + "\n");
    assertThat(out.resolve("tiem-chung-covid.csv")).isNotEmptyFile();
    try (Operations operations = house.operations()) {
      assertThat(operations.keeping().issued()).containsExactly(NightId.parse("2022-12-31.v1"));
    }
  }

  private ReportOrder order(String... options) {
    List<String> line = new ArrayList<>(List.of("report"));
    line.addAll(List.of(options));
    return command.parsed(ReportCommand.class, line.toArray(String[]::new)).order(house.setting());
  }

  @Test
  void aReportOfAnyKeptNightIsRenderedAgain() throws IOException {
    house.send("ehr/ehr_20221231.csv", "a");
    house.night("2022-12-31");
    house.send("ehr/late_20221231.csv", "b");
    house.night("2022-12-31");
    command.publish("2022-12-31.v1");
    command.publish("2022-12-31.v2");

    assertThat(order("--as-of-night", "2022-12-31.v1").night().night())
        .isEqualTo(NightId.parse("2022-12-31.v1"));
    assertThat(order("--as-of-night", "2022-12-31").night().night())
        .isEqualTo(NightId.parse("2022-12-31.v2"));
    assertThat(order("--as-of", "2022-12-31").formats())
        .containsExactly(ReportFormat.XLSX, ReportFormat.PDF, ReportFormat.CSV);
    assertThat(command.khoyte("report", "--as-of-night", "2022-12-31.v3"))
        .isEqualTo(
            wrong(
                "Không thể mở phiên đêm 2022-12-31.v3: chưa được công bố. Phiên đêm gần nhất:"
                    + " 2022-12-31.v1, 2022-12-31.v2."));
    assertThat(command.khoyte("report", "--as-of-night", "2023-02-01"))
        .isEqualTo(
            wrong(
                "Không thể mở phiên đêm 2023-02-01: chưa được công bố. Phiên đêm gần nhất:"
                    + " 2022-12-31.v1, 2022-12-31.v2."));
    assertThat(command.khoyte("report", "--as-of", "2022-12-31", "--as-of-night", "2022-12-31"))
        .isEqualTo(
            wrong(
                "Không thể chạy lệnh: --as-of và --as-of-night loại trừ nhau. Xem: khoyte report"
                    + " --help"));
    assertThat(command.khoyte("report"))
        .isEqualTo(wrong("Không thể chạy lệnh: thiếu “--as-of”. Xem: khoyte report --help"));
  }

  @Test
  void aQueryGoesToTheCurrentNightAsCsvWhenPiped() throws IOException {
    for (String night : List.of("2022-12-31.v1", "2022-12-31.v2", "2022-12-30.v3")) {
      command.publish(night, drawn -> drawn);
    }
    String query = "select as_of, version from night";

    assertThat(command.khoyte("sql", query).out()).isEqualTo("as_of,version\r\n2022-12-31,2\r\n");
    assertThat(command.khoyte("sql", "--as-of-night", "2022-12-30", query).out())
        .isEqualTo("as_of,version\r\n2022-12-30,3\r\n");
    assertThat(
            command
                .khoyte("sql", "--as-of-night", "2022-12-31.v1", "--format", "json", query)
                .out())
        .isEqualTo("[\n{\"as_of\":\"2022-12-31\",\"version\":1}\n]\n");
    command.terminal = true;
    assertThat(command.khoyte("sql", query).out())
        .isEqualTo(
            """
            as_of      | version
            -----------+--------
            2022-12-31 |       2
            (1 dòng)
            """);
    assertThat(command.khoyte("sql", "delete from night"))
        .isEqualTo(wrong("Không thể chạy câu lệnh: kho chỉ cho đọc."));
  }

  @Test
  void aQueryNeedsANight() throws IOException {
    assertThat(command.khoyte("sql", "select 1"))
        .isEqualTo(
            wrong(
                "Không thể truy vấn: chưa có phiên đêm nào được công bố. Chạy: khoyte night"
                    + " --as-of <ngày>"));
    command.publish("2022-12-31.v1");
    assertThat(command.khoyte("sql", "--as-of-night", "2022-12-31.v2", "select 1"))
        .isEqualTo(
            wrong(
                "Không thể mở phiên đêm 2022-12-31.v2: chưa được công bố. Phiên đêm gần nhất:"
                    + " 2022-12-31.v1."));
    assertThat(command.khoyte("sql", "--as-of-night", "last", "select 1"))
        .isEqualTo(
            wrong("Không thể hiểu phiên đêm “last”; cần dạng 2022-12-31 hoặc 2022-12-31.v2."));
  }
}
