package khoyte.jobs.command;

import static khoyte.jobs.command.CommandHouse.wrong;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import khoyte.jobs.command.CommandHouse.Answer;
import khoyte.jobs.command.CommandParts.ReconciliationLine;
import khoyte.jobs.night.FakeHouse;
import khoyte.jobs.operations.Operations;
import khoyte.warehouse.HomePermissions;
import khoyte.warehouse.NightId;
import khoyte.warehouse.table.Field;
import khoyte.warehouse.table.FieldType;
import khoyte.warehouse.table.NightTables;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class CommandTreeTest {
  @TempDir Path home;
  private CommandHouse command;
  private FakeHouse house;

  @BeforeEach
  void open() throws IOException {
    command = new CommandHouse(home);
    house = command.house;
  }

  @Test
  void aNightThatIsDoneGivesZero() throws IOException {
    house.send("ehr/ehr_20221231.csv", "a");

    Answer answer = command.khoyte("night", "--as-of", "2022-12-31");

    assertThat(answer.code()).isZero();
    assertThat(answer.out()).startsWith("Phiên đêm 31/12/2022: bắt đầu.\n");
  }

  @Test
  void aNightThatFailsGivesOneAndOneLine() throws IOException {
    house.send("ehr/ehr_20221231.csv", "a");
    house.broken = "marts";

    Answer answer = command.khoyte("night", "--as-of", "2022-12-31");

    assertThat(answer.code()).isEqualTo(1);
    assertThat(answer.err().lines())
        .endsWith(
            "Phiên đêm 31/12/2022: không hoàn thành ở bước “Tính bảng số liệu”; số liệu đã công bố"
                + " trước đó được giữ nguyên.",
            "Không thể ghi marts: ổ đĩa hết chỗ (còn 0 MB, cần 1 MB). Giải phóng chỗ rồi chạy"
                + " lại.");
  }

  @Test
  void aBadDateIsSaidInOneLine() {
    assertThat(command.khoyte("night", "--as-of", "2022-13-01"))
        .isEqualTo(wrong("Không thể hiểu ngày “2022-13-01”; cần dạng 2022-12-31."));
  }

  @Test
  void anUnknownArgumentNamesTheHelp() {
    assertThat(command.khoyte("status", "--nigth", "2022-12-31"))
        .isEqualTo(wrong("Không thể hiểu “--nigth”. Xem: khoyte status --help"));
    assertThat(command.khoyte("nihgt"))
        .isEqualTo(wrong("Không thể hiểu “nihgt”. Xem: khoyte --help"));
    assertThat(command.khoyte("demo", "--scale", "big"))
        .isEqualTo(wrong("Không thể hiểu “big”. Xem: khoyte demo --help"));
    assertThat(command.khoyte("sql", "--format", "xml", "select 1"))
        .isEqualTo(wrong("Không thể hiểu “xml”. Xem: khoyte sql --help"));
  }

  @Test
  void aMissingArgumentIsNamed() {
    assertThat(command.khoyte("night"))
        .isEqualTo(wrong("Không thể chạy lệnh: thiếu “--as-of”. Xem: khoyte night --help"));
    assertThat(command.khoyte("sql"))
        .isEqualTo(wrong("Không thể chạy lệnh: thiếu “SELECT”. Xem: khoyte sql --help"));
  }

  @Test
  void anUnknownSourceIsRefused() {
    assertThat(command.khoyte("night", "--as-of", "2022-12-31", "--source", "hsi"))
        .isEqualTo(
            wrong(
                "Không thể chạy nguồn “hsi”: không có nguồn này. Các nguồn: his-xml, ehr,"
                    + " population, immunization, covid-vaccination, correction."));
  }

  @Test
  void messagesAreEnglishOnRequest() {
    command.environment.put("KHOYTE_LANG", "en");

    assertThat(command.khoyte("night", "--as-of", "31/12/2022"))
        .isEqualTo(wrong("Cannot read date “31/12/2022”; expected a form like 2022-12-31."));
    assertThat(command.khoyte("status", "--help").out())
        .startsWith("State of the last nights\nUsage: ");
  }

  @Test
  void helpIsVietnamese() {
    assertThat(command.khoyte("--help").out())
        .isEqualTo(
            """
            khoyte - kho số liệu y tế của Sở Y tế
            Cách dùng: khoyte [-hV] [COMMAND]

            Tùy chọn:
              -h, --help      In hướng dẫn này
              -V, --version   In phiên bản

            Lệnh:
              demo      Sinh dữ liệu mô phỏng, chạy phiên đêm, in hai bảng năm 2022
              night     Chạy phiên đêm của một ngày
              backfill  Chạy bù nhiều ngày
              report    Lập báo cáo từ số liệu đã công bố
              worklist  Lập danh sách rà soát cho từng xã
              explain   Giải thích vì sao một bản ghi là của ai, hoặc một mô hình đối chiếu
              sql       Truy vấn kho số liệu (chỉ đọc)
              status    Tình trạng các phiên đêm gần nhất
              runs      Nhật ký các phiên đêm
              sources   Tình trạng các nguồn dữ liệu
              link      Đối chiếu hai danh sách người
              train     Ước lượng tham số đối chiếu
              serve     Chạy bộ lập lịch
              backup    Sao lưu
              restore   Khôi phục
              verify    Kiểm tra tính nguyên vẹn

            Ví dụ:
              khoyte demo
              khoyte night --as-of 2022-12-31
            """);
  }

  @Test
  void everyOptionIsExplainedInBothLanguages() {
    for (String language : List.of("vi", "en")) {
      command.environment.put("KHOYTE_LANG", language);
      for (String name :
          List.of(
              "demo",
              "night",
              "backfill",
              "report",
              "sql",
              "status",
              "runs",
              "sources",
              "serve",
              "worklist",
              "backup",
              "restore",
              "verify")) {
        String help = command.khoyte(name, "--help").out();
        assertThat(help).as(help).doesNotContainPattern("(?m)^ +(-h, )?--\\S+ *\\n(?! {20})");
      }
    }
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
  void worklistsAreWrittenOfAPublishedNight() throws IOException {
    house.send("ehr/ehr_20221231.csv", "a");
    house.night("2022-12-31");
    command.publish("2022-12-31.v1");

    Answer answer = command.khoyte("worklist", "--as-of", "2022-12-31", "--unit", "742");

    assertThat(command.asked).containsExactly("worklist 2022-12-31.v1 742");
    assertThat(answer)
        .isEqualTo(
            new Answer(
                0,
                "Đã lập 170 danh sách rà soát (9.125 bản ghi): " + home.resolve("lists") + "\n",
                "53 bản ghi không rõ xã hoặc ngoài tỉnh: không có trong danh sách nào.\n"));
    assertThat(command.khoyte("worklist", "--as-of", "2022-12-30"))
        .isEqualTo(
            wrong(
                "Không thể lập báo cáo: chưa có phiên đêm nào được công bố cho ngày 30/12/2022."
                    + " Phiên đêm gần nhất: 31/12/2022."));
  }

  @Test
  void worklistsThatCameBackAreLookedAtFirst() {
    Answer answer = command.khoyte("worklist", "--dry-run", "a.xlsx", "b.xlsx");

    assertThat(answer).isEqualTo(new Answer(1, "Dòng 1\n", "Không thể nhận a.xlsx\n"));
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
    house.said();

    Answer answer =
        command.khoyte(
            "report",
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

    assertThat(command.asked)
        .containsExactly(
            "report 2022-12-31.v1 [tiem-chung-covid] [PDF, CSV] 2025-07-01 731 2023-01-05 /x");
    assertThat(answer.out())
        .isEqualTo("/x/tiem-chung-covid.pdf\nĐã lập 1 báo cáo trong 0 giây: /x\n");
    try (Operations operations = house.operations()) {
      assertThat(operations.keeping().issued()).containsExactly(NightId.parse("2022-12-31.v1"));
    }
  }

  @Test
  void aReportOfAnyKeptNightIsRenderedAgain() throws IOException {
    house.send("ehr/ehr_20221231.csv", "a");
    house.night("2022-12-31");
    house.send("ehr/late_20221231.csv", "b");
    house.night("2022-12-31");
    command.publish("2022-12-31.v1");
    command.publish("2022-12-31.v2");
    String ordered = " [] [CSV] 2022-12-31 null null /x";

    command.khoyte("report", "--as-of-night", "2022-12-31.v1", "--format", "csv", "--out", "/x");
    command.khoyte("report", "--as-of-night", "2022-12-31", "--format", "csv", "--out", "/x");

    assertThat(command.asked)
        .containsExactly("report 2022-12-31.v1" + ordered, "report 2022-12-31.v2" + ordered);
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
    command.publish("2022-12-31.v1");
    command.publish("2022-12-31.v2");
    command.publish("2022-12-30.v3");

    command.khoyte("sql", "select 1");
    command.khoyte("sql", "--as-of-night", "2022-12-30", "select 1");
    command.khoyte("sql", "--as-of-night", "2022-12-31.v1", "--format", "json", "select 1");
    command.terminal = true;
    command.khoyte("sql", "select 1");

    assertThat(command.asked)
        .containsExactly(
            "sql 2022-12-31.v2 csv select 1",
            "sql 2022-12-30.v3 csv select 1",
            "sql 2022-12-31.v1 json select 1",
            "sql 2022-12-31.v2 table select 1");
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
    command.publish("2022-12-31.v1");

    assertThat(command.khoyte("status", "--night", "2022-12-31").out().lines().skip(3))
        .containsExactly(
            "Hồ sơ sức khỏe điện tử, tệp cut_20221231.csv: Không thể nhận tệp cut_20221231.csv: tệp"
                + " bị cắt cụt tại dòng 1. Đề nghị đơn vị gửi lại.",
            "Hồ sơ sức khỏe điện tử, tệp ehr_20221231.csv, dòng 2, cột MA_HSSK: thiếu mã bản ghi",
            "… và 1 dòng nữa; xem: khoyte sql \"SELECT * FROM quarantine\"");
  }

  @Test
  void statusOfANightIsEnglishOnRequest() throws IOException {
    twoNights();
    command.publish("2022-12-31.v1");
    command.environment.put("KHOYTE_LANG", "en");

    assertThat(command.khoyte("status", "--night", "2022-12-31").out().lines().skip(2))
        .containsExactly(
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
    command.publish("2022-12-31.v1");
    command.reconciliation.add(reconciled("his", "Bệnh viện", true, 4L, 3));
    command.reconciliation.add(reconciled("his/75001", "Cơ sở 75001", false, 4L, 3));
    command.reconciliation.add(reconciled("ehr", "Hồ sơ", true, null, 10));

    assertThat(command.khoyte("status", "--night", "2022-12-31").out().lines().skip(3).limit(8))
        .containsExactly(
            "",
            "Đối soát phiên đêm 2022-12-31.v1:",
            "Nguồn, đơn vị gửi  Tệp  Tệp mới  Tệp giữ lại  Tệp trùng  Công bố  Đã đọc  Giữ lại  Đã"
                + " nhận  Xác định  Chưa rõ  Chưa thấy  Bản trùng  Bản cũ  Rút lại  Lệch",
            "-----------------  ---  -------  -----------  ---------  -------  ------  -------"
                + "  -------  --------  -------  ---------  ---------  ------  -------  ----",
            "Bệnh viện            1        0            0          0        4       4        1     "
                + "   3         3        0          0          0       0        0     0",
            "  Cơ sở 75001        1        0            0          0        4       4        1     "
                + "   3         3        0          0          0       0        0     0",
            "Hồ sơ                1        0            0          0        -      11        1     "
                + "  10        10        0          0          0       0        0     0",
            "Tổng số              2        0            0          0        4      15        2     "
                + "  13        13        0          0          0       0        0     0");
    assertThat(command.khoyte("status", "--night", "2022-12-31", "--json").out())
        .contains(
            """
              "reconciliation" : [ {
                "code" : "his",
                "name" : "Bệnh viện",
                "is_source" : true,
                "files" : 1,
            """)
        .contains("\"announced\" : null");
  }

  private static ReconciliationLine reconciled(
      String code, String name, boolean isGroup, Long announced, long received) {
    Map<String, Long> counts = new LinkedHashMap<>();
    for (Field field : NightTables.RECONCILIATION.fields()) {
      if (field.type() == FieldType.LONG) {
        counts.put(field.name(), 0L);
      }
    }
    counts.putAll(
        Map.of(
            "files",
            1L,
            "read",
            received + 1,
            "kept_back",
            1L,
            "received",
            received,
            "resolved",
            received));
    counts.put("announced", announced);
    return new ReconciliationLine(code, name, isGroup, counts);
  }

  @Test
  void statusAsJson() throws IOException {
    house.send("ehr/ehr_20221231.csv", "a");
    house.night("2022-12-31");
    command.publish("2022-12-31.v1");

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
        .endsWith(
            """
              "reports" : 2,
              "reason" : null,
              "code" : "1.0.0 (a1b2c3d)",
              "reconciliation" : [ ],
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

  @Test
  void theSchedulerRunsEveryDueNightOnceAsAProcessOfItsOwn() throws IOException {
    Path launcher = home.resolve("launcher");
    Files.writeString(
        launcher, "#!/bin/sh\necho \"$@\" >>" + home.resolve("nights") + "\nexit 3\n");
    assertThat(launcher.toFile().setExecutable(true)).isTrue();
    command.environment.put("KHOYTE_LAUNCHER", launcher.toString());

    assertThat(command.khoyte("serve", "--once").out())
        .isEqualTo(
            "Bộ lập lịch đang chạy; phiên đêm tiếp theo: ngày 01/01/2023, lúc 00:30 ngày"
                + " 02/01/2023.\n");
    assertThat(home.resolve("nights")).doesNotExist();
    house.now = house.now.plus(java.time.Duration.ofDays(2));
    Answer answer = command.khoyte("serve", "--once");
    command.khoyte("serve", "--once");

    assertThat(home.resolve("nights"))
        .hasContent("night --as-of 2023-01-01\nnight --as-of 2023-01-02\n");
    assertThat(
            answer.err().lines().map(line -> line.replaceAll("tiến trình [0-9]+", "tiến trình N")))
        .containsExactly(
            "Phiên đêm 01/01/2023: tiến trình N kết thúc với mã 3.",
            "Phiên đêm 02/01/2023: tiến trình N kết thúc với mã 3.");
    assertThat(command.khoyte("status").out()).isEqualTo("Chưa có phiên đêm nào.\n");
  }

  @Test
  void aNightThatTheSchedulerShouldHaveRunIsShown() throws IOException {
    house.send("ehr/ehr_20221231.csv", "a");
    house.night("2022-12-31");
    command.khoyte("serve", "--once");
    house.now = house.now.plus(java.time.Duration.ofDays(1));

    assertThat(
            command
                .khoyte("status")
                .out()
                .lines()
                .skip(2)
                .map(line -> line.replaceFirst("(.{10} {2}\\S+ \\S+).*", "$1")))
        .containsExactly("01/01/2023  chưa chạy", "31/12/2022  hoàn thành");
  }

  @Test
  void theDemoWritesRunsAndPrints() throws IOException {
    new HomePermissions(house.layout)
        .directory(house.layout.reports(java.time.LocalDate.of(2022, 12, 31)));

    Answer answer = command.khoyte("demo", "--scale", "0.02", "--seed", "5");

    assertThat(command.asked).containsExactly("demo 0.02 5");
    assertThat(answer.code()).isZero();
    assertThat(answer.out())
        .startsWith("Đã sinh dữ liệu mô phỏng (--scale 0.02 --seed 5): ")
        .contains("\nbảng 2022-12-31.v1 mô phỏng\n")
        .endsWith("SỐ LIỆU MÔ PHỎNG - KHÔNG PHẢI SỐ LIỆU CHÍNH THỨC\n");
  }

  @Test
  void theDemoKeepsAwayFromRealDataAndFromAnotherProvince() throws IOException {
    house.send("ehr/ehr_20221231.csv", "a");
    house.night("2022-12-31");
    assertThat(command.khoyte("demo"))
        .isEqualTo(
            wrong(
                "Không thể sinh dữ liệu mô phỏng: kho này đã có số liệu thật. Đặt KHOYTE_HOME là"
                    + " một thư mục khác."));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          vi | Đã thu hẹp quyền đọc trong ${home}: lake, out (trước đó người dùng khác của máy đọc được).
          en | Narrowed who may read in ${home}: lake, out (other users of the machine could).
          """)
  void aHomeOthersCouldReadIsNarrowedWithARemark(String language, String remark)
      throws IOException {
    command.environment.put("KHOYTE_LANG", language);
    Path name = house.layout.lake().resolve("identity/1.parquet");
    Files.createDirectories(name.getParent());
    Files.createDirectories(house.layout.reports());
    Files.writeString(name, "Nguyễn Văn A");
    for (Path wide : List.of(house.layout.lake(), house.layout.out())) {
      Files.setPosixFilePermissions(wide, PosixFilePermissions.fromString("rwxr-xr-x"));
    }

    Answer answer = command.khoyte("sources", "--json");

    assertThat(answer.code()).isZero();
    assertThat(answer.err())
        .isEqualTo(remark.replace("${home}", house.layout.home().toString()) + "\n");
    assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(house.layout.lake())))
        .isEqualTo("rwx------");
    assertThat(command.khoyte("sources", "--json").err()).isEmpty();
  }

  @Test
  void anUnforeseenErrorIsOneLineToo() throws IOException {
    command.publish("2022-12-31.v1");

    assertThat(command.khoyte("sql", "boom"))
        .isEqualTo(
            new Answer(
                1,
                "",
                "Không thể hoàn thành lệnh: lỗi không lường trước (IllegalStateException). Gửi nhật"
                    + " ký trong "
                    + home.resolve("var/logs")
                    + " cho bộ phận hỗ trợ.\n"));
    assertThat(command.khoyte("sql", "delete"))
        .isEqualTo(wrong("Không thể chạy câu lệnh: kho chỉ cho đọc."));
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
