package khoyte.jobs.command.night;

import static khoyte.jobs.command.night.CommandHouse.wrong;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import khoyte.jobs.command.night.CommandHouse.Answer;
import khoyte.jobs.night.FakeHouse;
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
              "night",
              "backfill",
              "report",
              "sql",
              "status",
              "runs",
              "sources",
              "worklist",
              "backup",
              "restore",
              "verify")) {
        String help = command.khoyte(name, "--help").out();
        assertThat(help).as(help).doesNotContainPattern("(?m)^ +(-h, )?--\\S+ *\\n(?! {20})");
      }
    }
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
    house.send("ehr/ehr_20221231.csv", "a");
    house.meanwhile.put(
        "marts",
        () -> {
          throw new IllegalStateException("Nguyễn Văn A");
        });

    Answer answer = command.khoyte("night", "--as-of", "2022-12-31");

    assertThat(answer.code()).isEqualTo(1);
    assertThat(answer.err().lines())
        .last()
        .isEqualTo(
            "Không thể hoàn thành lệnh: lỗi không lường trước (IllegalStateException). Gửi nhật ký"
                + " trong "
                + home.resolve("var/logs")
                + " cho bộ phận hỗ trợ.");
  }

  @Test
  void aCommandOfAnotherClassPathHasItsNameAndNoMore() {
    assertThat(command.khoyte("demo", "--help").out())
        .startsWith("Sinh dữ liệu mô phỏng, chạy phiên đêm, in hai bảng năm 2022\n");
    assertThat(command.khoyte("serve").err())
        .contains("lỗi không lường trước (IllegalStateException)");
  }
}
