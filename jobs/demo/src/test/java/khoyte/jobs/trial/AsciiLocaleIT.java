package khoyte.jobs.trial;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.File;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import khoyte.jobs.step.Senders;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * The built program as cron, systemd and ssh start it: without any locale or with an ASCII one,
 * where Java would not know how to write or read a Vietnamese file name.
 */
@Tag("slow")
class AsciiLocaleIT {
  private static final Path PROGRAM = Path.of("../bin/khoyte").toAbsolutePath();
  private static final Map<String, String> CRON = Map.of("LANG", "C");
  private static final Map<String, String> POSIX = Map.of("LC_ALL", "POSIX");
  private static final Map<String, String> NOTHING = Map.of();

  @TempDir static Path folder;
  private static Path home;
  private static Answer firstNight;
  private static Answer secondNight;

  @BeforeAll
  static void runTwoNights() throws Exception {
    home = folder.resolve("Kho y tế");
    send(
        "ehr/Hồ sơ Trảng Bom 20221231.csv",
        Senders.lines(
            Senders.HEALTH_RECORD,
            "HS01,075090000011,,Lê Văn An,01/02/1990,Nam,,,\"Phường An Bình\",26050,731,75,"
                + "TYT26050,01/03/2021,05/12/2022,1"));
    String visits = Senders.extract("75001", "20221231", visit("V1"));
    send("his/BV Biên Hòa/Đợt 1 20221231.xml", visits);
    send("his/BV Biên Hòa/Đợt 2 20221231.xml", visits.substring(0, visits.length() / 2));
    firstNight = run(CRON, "night", "--as-of", "2022-12-31");
    send(
        "covid-vaccination/Tiêm chủng Định Quán 20221231.csv",
        Senders.lines(Senders.COVID_DOSE, "1,M1,Lê Văn An,01/02/1990,Nam"));
    secondNight = run(POSIX, "night", "--as-of", "2022-12-31");
  }

  private static String visit(String key) {
    return Senders.visit(
        Senders.summary(
            "MA_LK", key,
            "HO_TEN", "LÊ VĂN AN",
            "NGAY_SINH", "19900201",
            "SO_CCCD", "075090000011",
            "NGAY_VAO", "202212291030",
            "MA_LOAI_KCB", "01",
            "MA_CSKCB", "75001"));
  }

  private static void send(String path, String text) throws IOException {
    Path file = home.resolve("inbox").resolve(path);
    Files.createDirectories(file.getParent());
    Files.writeString(file, text);
  }

  @Test
  void nightsRunToTheirEnd() {
    assertThat(firstNight.code()).as(firstNight.text()).isZero();
    assertThat(firstNight.text())
        .contains("Không thể nhận tệp Đợt 2 20221231.xml: tệp bị cắt cụt")
        .doesNotContain("Exception");
    assertThat(secondNight.code()).as(secondNight.text()).isZero();
    assertThat(secondNight.text()).contains("Giữ lại 1 dòng").doesNotContain("Exception");
    assertThat(home.resolve("out/reconciliation/2022-12-31.v1/his-xml_BV Biên Hòa.xlsx"))
        .isNotEmptyFile();
  }

  @Test
  void namesAreReadAsTheyWereWritten() throws Exception {
    Answer files =
        run(
            NOTHING,
            "sql",
            "--format",
            "csv",
            "select source, coalesce(folder, '-'), name, state from file order by name");

    assertThat(files.code()).as(files.text()).isZero();
    assertThat(files.text().lines().skip(1))
        .containsExactly(
            "ehr,-,Hồ sơ Trảng Bom 20221231.csv,loaded",
            "covid-vaccination,-,Tiêm chủng Định Quán 20221231.csv,loaded",
            "his-xml,BV Biên Hòa,Đợt 1 20221231.xml,loaded",
            "his-xml,BV Biên Hòa,Đợt 2 20221231.xml,refused");
  }

  @Test
  void statusAndReportsSpeakUtf8() throws Exception {
    Answer status = run(POSIX, "status", "--night", "2022-12-31");
    assertThat(status.code()).as(status.text()).isZero();
    assertThat(status.text()).contains("Tiêm chủng Định Quán 20221231.csv");

    Path out = folder.resolve("Báo cáo năm");
    Answer report =
        run(
            CRON,
            "report",
            "ho-so-suc-khoe",
            "--as-of",
            "2022-12-31",
            "--format",
            "csv",
            "--out",
            out.toString());
    assertThat(report.code()).as(report.text()).isZero();
    assertThat(report.text()).contains(out + "/ho-so-suc-khoe.csv");
    assertThat(Files.readString(out.resolve("ho-so-suc-khoe.csv")))
        .contains("731,Thành phố Biên Hòa,1,0,1");
  }

  /** Without the launcher there is nobody to choose a locale. */
  @Test
  void javaInAnAsciiLocaleIsSaidInOneLine() throws Exception {
    String[] java = {
      Path.of(System.getProperty("java.home"), "bin", "java").toString(),
      "-cp",
      Path.of("../target/khoyte/lib/operations").toAbsolutePath() + "/*",
      "khoyte.jobs.Khoyte",
      "status"
    };

    assertThat(run(java, POSIX))
        .isEqualTo(
            new Answer(
                1,
                "Không thể khởi động: tên tệp đang đọc theo ANSI_X3.4-1968 vì hệ thống không có"
                    + " locale UTF-8. Cài một locale UTF-8, ví dụ C.UTF-8, rồi chạy lại.\n"));
    assertThat(run(java, Map.of("LC_ALL", "POSIX", "KHOYTE_LANG", "en")))
        .isEqualTo(
            new Answer(
                1,
                "Cannot start: file names are read as ANSI_X3.4-1968, since this system has no"
                    + " UTF-8 locale. Install one, as C.UTF-8, then run again.\n"));
  }

  private record Answer(int code, String text) {}

  private static Answer run(Map<String, String> locale, String... words) throws Exception {
    List<String> command = new ArrayList<>(List.of(PROGRAM.toString()));
    command.addAll(List.of(words));
    return run(command.toArray(String[]::new), locale);
  }

  /** Without any other variable than where Java and the warehouse are. */
  private static Answer run(String[] command, Map<String, String> locale) throws Exception {
    ProcessBuilder builder = new ProcessBuilder(command).redirectErrorStream(true);
    Map<String, String> environment = builder.environment();
    environment.clear();
    environment.put(
        "PATH",
        Path.of(System.getProperty("java.home"), "bin")
            + File.pathSeparator
            + System.getenv("PATH"));
    environment.put("KHOYTE_HOME", home.toString());
    environment.putAll(locale);
    Process process = builder.start();
    String text = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    return new Answer(process.waitFor(), text);
  }
}
