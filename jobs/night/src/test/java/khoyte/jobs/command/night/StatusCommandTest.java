package khoyte.jobs.command.night;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import khoyte.jobs.command.night.CommandHouse.Answer;
import khoyte.jobs.night.FakeHouse;
import khoyte.warehouse.night.DrawnNight;
import khoyte.warehouse.table.NightTables;
import khoyte.warehouse.table.StagedTables;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class StatusCommandTest {
  @TempDir Path home;
  private CommandHouse command;
  private FakeHouse house;

  @BeforeEach
  void open() throws IOException {
    command = new CommandHouse(home);
    house = command.house;
  }

  @Test
  void statusIsEmptyBeforeTheFirstNight() {
    assertThat(command.khoyte("status")).isEqualTo(new Answer(0, "Chưa có phiên đêm nào.\n", ""));
    assertThat(command.khoyte("runs")).isEqualTo(new Answer(0, "Chưa có phiên đêm nào.\n", ""));
    assertThat(command.khoyte("status", "--json").out()).isEqualTo("[ ]\n");
  }

  @Test
  void statusShowsTheLastNights() throws IOException {
    twoNights();

    assertThat(command.khoyte("status").out())
        .isEqualTo(
            """
            Phiên đêm   Kết quả           Bắt đầu                Thời gian  Bản ghi    Giữ lại  Nguồn chậm                                                           Báo cáo
            ----------  ----------------  ---------------------  ---------  -------  ---------  -------------------------------------------------------------------  -------
            01/01/2023  không hoàn thành  01:00 ngày 01/01/2023  0 giây           1          0  Hệ thống thông tin bệnh viện, Cơ sở dữ liệu quốc gia về dân cư (+2)        0
            31/12/2022  hoàn thành        01:00 ngày 01/01/2023  0 giây           3  2 + 1 tệp  Hệ thống thông tin bệnh viện, Cơ sở dữ liệu quốc gia về dân cư (+2)        2
            """);
  }

  @Test
  void statusOfANightListsWhatWasKeptBack() throws IOException {
    twoNights();
    command.publish("2022-12-31.v1", StatusCommandTest::drawn);

    assertThat(command.khoyte("status", "--night", "2022-12-31").out().lines().skip(12))
        .containsExactly(
            "Hồ sơ sức khỏe điện tử, tệp cut_20221231.csv: Không thể nhận tệp cut_20221231.csv: tệp"
                + " bị cắt cụt tại dòng 1. Đề nghị đơn vị gửi lại.",
            "Hồ sơ sức khỏe điện tử, tệp ehr_20221231.csv, dòng 2, cột MA_HSSK: thiếu mã bản ghi",
            "… và 1 dòng nữa; xem: khoyte sql \"SELECT * FROM quarantine\"");
  }

  @Test
  void statusOfANightIsEnglishOnRequest() throws IOException {
    twoNights();
    command.publish("2022-12-31.v1", StatusCommandTest::drawn);
    command.environment.put("KHOYTE_LANG", "en");

    assertThat(command.khoyte("status", "--night", "2022-12-31").out().lines().skip(2))
        .contains(
            "Reconciliation of night 2022-12-31.v1:",
            "2022-12-31  completed  2023-01-01 01:00  0 s             3  2 + 1 file  Hệ thống thông"
                + " tin bệnh viện, Cơ sở dữ liệu quốc gia về dân cư (+2)        2",
            "Hồ sơ sức khỏe điện tử, file cut_20221231.csv: Cannot accept file cut_20221231.csv: it"
                + " is cut off at line 1. Ask the sender for the file again.",
            "Hồ sơ sức khỏe điện tử, file ehr_20221231.csv, line 2, column MA_HSSK: the record key"
                + " is missing",
            "… and 1 more lines; see: khoyte sql \"SELECT * FROM quarantine\"");
  }

  @Test
  void statusOfANightReconcilesEverySender() throws IOException {
    twoNights();
    command.publish("2022-12-31.v1", StatusCommandTest::drawn);

    assertThat(command.khoyte("status", "--night", "2022-12-31").out().lines().skip(3).limit(8))
        .containsExactly(
            "",
            "Đối soát phiên đêm 2022-12-31.v1:",
            "Nguồn, đơn vị gửi  Tệp  Tệp mới  Tệp giữ lại  Tệp trùng  Công bố  Đã đọc  Giữ lại  Đã"
                + " nhận  Xác định  Chưa rõ  Chưa thấy  Bản trùng  Bản cũ  Rút lại  Lệch",
            "-----------------  ---  -------  -----------  ---------  -------  ------  -------"
                + "  -------  --------  -------  ---------  ---------  ------  -------  ----",
            "Bệnh viện            1        0            0          0        4       4        1     "
                + "   3         0        0          0          0       3        0     0",
            "  Cơ sở 75001        1        0            0          0        4       4        1     "
                + "   3         0        0          0          0       3        0     0",
            "Hồ sơ                1        0            0          0        -      11        1     "
                + "  10         0        0          0          0      10        0     0",
            "Tổng số              2        0            0          0        4      15        2     "
                + "  13         0        0          0          0      13        0     0");
    assertThat(command.khoyte("status", "--night", "2022-12-31", "--json").out())
        .contains(
            """
              "reconciliation" : [ {
                "code" : "his-xml",
                "name" : "Bệnh viện",
                "is_source" : true,
                "files" : 1,
            """)
        .contains("\"announced\" : null");
  }

  @Test
  void statusAsJson() throws IOException {
    house.send("ehr/ehr_20221231.csv", "a");
    house.night("2022-12-31");
    command.publish("2022-12-31.v1", StatusCommandTest::drawn);

    assertThat(command.khoyte("status", "--night", "2022-12-31", "--json").out())
        .startsWith(
            """
            {
              "night" : "2022-12-31.v1",
              "as_of" : "2022-12-31",
              "version" : 1,
              "state" : "completed",
              "started_at" : "2023-01-01T01:00+07:00",
              "finished_at" : "2023-01-01T01:00+07:00",
              "seconds" : 0,
              "last_step" : "report",
              "records" : 1,
              "quarantined_lines" : 0,
              "refused_files" : 0,
              "late_sources" : [ {
                "source" : "his-xml",
                "unit" : null,
                "last" : null,
                "days" : null
              },\
            """)
        .contains(
            """
              "reports" : 2,
              "reason" : null,
              "code" : "1.0.0 (a1b2c3d)",
              "reconciliation" : [ {
            """)
        .endsWith(
            """
              "files" : [ ],
              "lines" : [ {
                "source" : "ehr",
                "file" : "ehr_20221231.csv",
                "line" : 2,
                "column" : "MA_HSSK",
                "reason" : "quarantine.key",
                "text" : "thiếu mã bản ghi"
              } ]
            }
            """);
  }

  @Test
  void runsShowEveryStep() throws IOException {
    house.send("ehr/ehr_20221231.csv", "a", "b");
    house.night("2022-12-31");

    assertThat(command.khoyte("runs").out())
        .isEqualTo(
            """
            Phiên đêm   Bước               Kết quả     Bắt đầu                Thời gian  Bản ghi  Dung lượng (MB)
            ----------  -----------------  ----------  ---------------------  ---------  -------  ---------------
            31/12/2022  Nhận tệp           hoàn thành  01:00 ngày 01/01/2023  0 giây           1                0
            31/12/2022  Đọc và chuẩn hóa   hoàn thành  01:00 ngày 01/01/2023  0 giây           2                0
            31/12/2022  Đọc và chuẩn hóa   hoàn thành  01:00 ngày 01/01/2023  0 giây           2                0
            31/12/2022  Làm sạch           hoàn thành  01:00 ngày 01/01/2023  0 giây           2                0
            31/12/2022  Xác định công dân  hoàn thành  01:00 ngày 01/01/2023  0 giây           2                0
            31/12/2022  Tính bảng số liệu  hoàn thành  01:00 ngày 01/01/2023  0 giây           2                0
            31/12/2022  Kiểm tra           hoàn thành  01:00 ngày 01/01/2023  0 giây           2                0
            31/12/2022  Công bố            hoàn thành  01:00 ngày 01/01/2023  0 giây           0                0
            31/12/2022  Lập báo cáo        hoàn thành  01:00 ngày 01/01/2023  0 giây           2                0
            """);
    assertThat(command.khoyte("runs", "--json").out())
        .contains("\"step\" : \"receive\"", "\"rows\" : 2", "\"run\" : 1");
  }

  @Test
  void sourcesShowEverySender() throws IOException {
    house.send("ehr/ehr_20221228.csv", "a");
    house.send("his/75001/75001_20221231.xml", "a");
    house.send("his/75001/75001_20230101.xml", "cut");
    house.night("2022-12-31");

    assertThat(command.khoyte("sources").out())
        .isEqualTo(
            """
            Nguồn                             Đơn vị  Lần cuối    Chậm (ngày)  Lần tới     Tệp giữ lại
            --------------------------------  ------  ----------  -----------  ----------  -----------
            Hệ thống thông tin bệnh viện      75001   31/12/2022            0  02/01/2023            1
            Hồ sơ sức khỏe điện tử                    28/12/2022            4  30/12/2022            0
            Cơ sở dữ liệu quốc gia về dân cư          chưa gửi                                       0
            Tiêm chủng thường xuyên                   chưa gửi                                       0
            Nền tảng tiêm chủng COVID-19              chưa gửi                                       0
            Danh sách rà soát gửi về                  chưa gửi                                       0
            """);
    assertThat(command.khoyte("sources", "--json").out())
        .contains(
            """
            {
              "source" : "ehr",
              "name" : "Hồ sơ sức khỏe điện tử",
              "unit" : null,
              "last" : "2022-12-28",
              "days_late" : 4,
              "late" : true,
              "next" : "2022-12-30",
              "refused_files" : 0
            }\
            """);
  }

  /**
   * A hospital's file of four visits and a file of eleven health records, one of each kept back.
   */
  private static DrawnNight drawn(DrawnNight night) {
    return night
        .draw(
            NightTables.SOURCE_STATE,
            """
            source  | name      | position | files
            his-xml | Bệnh viện | 1        | 1
            ehr     | Hồ sơ     | 2        | 1
            """)
        .draw(
            NightTables.FILE,
            """
            file_id | source  | folder | name             | announced | arrived | staged | quarantined | is_new
            1       | his-xml | 75001  | 75001.xml        | 4         | 4       | 3      | 1           | false
            2       | ehr     |        | ehr_20221231.csv |           | 11      | 10     | 1           | false
            """)
        .draw(
            NightTables.BALANCE,
            """
            source  | arrived | staged | quarantined | replaced | current
            his-xml | 4       | 3      | 1           | 3        | 0
            ehr     | 11      | 10     | 1           | 10       | 0
            """)
        .draw(
            StagedTables.QUARANTINE,
            """
            file_id | record_number | source  | folder | file             | line | column  | reason         | reason_vi         | reason_values
            1       | 1             | ehr     |        | ehr_20221231.csv | 2    | MA_HSSK | quarantine.key | thiếu mã bản ghi  | []
            """);
  }

  private void twoNights() throws IOException {
    house.send("ehr/ehr_20221231.csv", "a", "bad", "bad");
    house.send("ehr/cut_20221231.csv", "cut");
    house.night("2022-12-31");
    house.send("ehr/ehr_20230101.csv", "c");
    house.broken = "marts";
    command.khoyte("night", "--as-of", "2023-01-01");
    house.broken = "";
    house.said();
    house.remarked();
  }
}
