package khoyte.jobs.conf;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import khoyte.warehouse.Fault;
import khoyte.warehouse.KhoyteException;
import khoyte.warehouse.Messages;
import khoyte.warehouse.sql.EngineLimits;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ConfTest {
  private static final Path SHIPPED = Path.of("../../conf");

  @TempDir Path directory;

  @Test
  void everyGeneralKeyHasADefault() throws IOException {
    GeneralConf conf = GeneralConf.read(write("khoyte.yml", ""));

    assertThat(conf)
        .isEqualTo(
            new GeneralConf(
                "75",
                ZoneId.of("Asia/Ho_Chi_Minh"),
                LocalTime.of(0, 30),
                7,
                Runtime.getRuntime().availableProcessors(),
                EngineChoice.AUTO,
                List.of("Thumbs.db", "ehthumbs.db", "desktop.ini", "__MACOSX", ".DS_Store", "._*"),
                "local[*]",
                4,
                new EngineLimits(
                    GeneralConf.memoryBesideTheHeap() + "MB",
                    Runtime.getRuntime().availableProcessors()),
                new OperationsConf("", "", ""),
                "",
                new MatcherConf("link/citizen.parameters.1.yml", 0.95, 0.5, 6, 3_000_000, 200),
                List.of(ReportFormat.XLSX, ReportFormat.PDF, ReportFormat.CSV),
                new EngineLimits("1024MB", Runtime.getRuntime().availableProcessors()),
                new WorklistConf(
                    WorklistConf.Paper.A4,
                    "TRUNG TÂM Y TẾ {district}",
                    "TRẠM Y TẾ {commune}",
                    30,
                    "hệ thống quản lý văn bản và điều hành"),
                new RetentionConf(30, 24, 3),
                new BackupConf(30, "", new BackupConf.Sftp("", "", ""))));
  }

  @Test
  void theShippedFileSpellsTheDefaultsOut() throws IOException {
    assertThat(GeneralConf.read(SHIPPED.resolve("khoyte.yml")))
        .isEqualTo(GeneralConf.read(write("khoyte.yml", "")));
  }

  @Test
  void everyGeneralKeyIsRead() throws IOException {
    GeneralConf conf =
        GeneralConf.read(
            write(
                "khoyte.yml",
                """
                province: "77"
                time-zone: Asia/Tokyo
                night:
                  start-time: "01:15"
                  catch-up-days: 30
                  reading-threads: 3
                  engine: spark
                archives:
                  ignored: [Icon]
                spark:
                  master: spark://host:7077
                  shuffle-partitions: 16
                duckdb:
                  memory-mb: 3000
                  threads: 5
                operations:
                  url: jdbc:postgresql://host:5432/khoyte
                  user: khoyte
                  password-env: OPERATIONS_PASSWORD
                citizen-key:
                  secret-env: CITIZEN_SECRET
                matcher:
                  parameters: link/other.yml
                  match: 0.9
                  review: 0.2
                  margin: 3
                  people: 5000
                  largest-block: 50
                reports:
                  formats: [pdf]
                sql:
                  memory-mb: 256
                  threads: 2
                worklist:
                  paper: A3
                  parent: TTYT {district}
                  station: TRẠM {commune}
                  return-days: 0
                  return-by: thư điện tử công vụ
                retention:
                  daily-days: 10
                  monthly-months: 6
                  stray-days: 1
                backup:
                  keep-states: 7
                  passphrase-env: BACKUP_PHRASE
                  sftp:
                    password-env: SFTP_PASSWORD
                    key-file: /keys/id_ed25519
                    known-hosts-file: /keys/known_hosts
                """));

    assertThat(conf)
        .isEqualTo(
            new GeneralConf(
                "77",
                ZoneId.of("Asia/Tokyo"),
                LocalTime.of(1, 15),
                30,
                3,
                EngineChoice.SPARK,
                List.of("Icon"),
                "spark://host:7077",
                16,
                new EngineLimits("3000MB", 5),
                new OperationsConf(
                    "jdbc:postgresql://host:5432/khoyte", "khoyte", "OPERATIONS_PASSWORD"),
                "CITIZEN_SECRET",
                new MatcherConf("link/other.yml", 0.9, 0.2, 3, 5000, 50),
                List.of(ReportFormat.PDF),
                new EngineLimits("256MB", 2),
                new WorklistConf(
                    WorklistConf.Paper.A3,
                    "TTYT {district}",
                    "TRẠM {commune}",
                    0,
                    "thư điện tử công vụ"),
                new RetentionConf(10, 6, 1),
                new BackupConf(
                    7,
                    "BACKUP_PHRASE",
                    new BackupConf.Sftp(
                        "SFTP_PASSWORD", "/keys/id_ed25519", "/keys/known_hosts"))));
  }

  /** Megabytes; the heap is the launcher's. */
  @ParameterizedTest
  @CsvSource({"4096, 2457, 512", "7812, 4096, 1346", "23900, 4096, 8192", "16000, 4096, 5440"})
  void duckDbFitsBesideTheHeap(long machine, long heap, int expected) {
    assertThat(GeneralConf.memoryBesideTheHeap(machine, heap)).isEqualTo(expected);
  }

  @Test
  void aSourceNeedsOnlyIdAndKind() throws IOException {
    List<SourceConf> sources =
        SourceConf.read(write("sources.yml", "sources:\n  - id: ehr\n    kind: ehr\n"));

    assertThat(sources)
        .containsExactly(
            new SourceConf("ehr", "ehr", "ehr", "ehr", new FileDatePattern(""), 1, Map.of()));
  }

  @Test
  void everyKeyOfASourceIsRead() throws IOException {
    List<SourceConf> sources =
        SourceConf.read(
            write(
                "sources.yml",
                """
                sources:
                  - id: tiem-chung-2
                    name: Hệ thống tiêm chủng cũ
                    kind: immunization
                    inbox: old/immunization
                    file-date: dd-MM-yyyy
                    delay-days: 5
                    columns:
                      MA_DOI_TUONG: Mã
                      HO_TEN: Họ tên
                """));

    assertThat(sources)
        .containsExactly(
            new SourceConf(
                "tiem-chung-2",
                "Hệ thống tiêm chủng cũ",
                "immunization",
                "old/immunization",
                new FileDatePattern("dd-MM-yyyy"),
                5,
                Map.of("MA_DOI_TUONG", "Mã", "HO_TEN", "Họ tên")));
  }

  @Test
  void theShippedSourcesAreThoseOfTheContract() {
    assertThat(Conf.read(SHIPPED).sources())
        .extracting(SourceConf::id, SourceConf::kind, SourceConf::inbox)
        .containsExactly(
            org.assertj.core.groups.Tuple.tuple("his-xml", "his-xml", "his"),
            org.assertj.core.groups.Tuple.tuple("ehr", "ehr", "ehr"),
            org.assertj.core.groups.Tuple.tuple("population", "population", "population"),
            org.assertj.core.groups.Tuple.tuple("immunization", "immunization", "immunization"),
            org.assertj.core.groups.Tuple.tuple(
                "covid-vaccination", "covid-vaccination", "covid-vaccination"),
            org.assertj.core.groups.Tuple.tuple("correction", "correction", "correction"));
  }

  @Test
  void everyKeyOfALetterheadHasADefault() throws IOException {
    assertThat(LetterheadConf.read(write("report.yml", "letterheads:\n  - {}\n")))
        .containsExactly(
            new LetterheadConf(
                LocalDate.of(1900, 1, 1),
                LocalDate.of(9999, 12, 31),
                new LetterheadConf.Issuer("", "SỞ Y TẾ", "", "BC-SYT", ""),
                List.of(),
                new LetterheadConf.Signer("", "GIÁM ĐỐC", ""),
                "van-ban",
                ""));
  }

  @Test
  void everyKeyOfALetterheadIsRead() throws IOException {
    List<LetterheadConf> letterheads =
        LetterheadConf.read(
            write(
                "report.yml",
                """
                letterheads:
                  - valid-from: 2020-01-01
                    valid-to: 2021-12-31
                    issuer:
                      parent: UBND TỈNH A
                      name: SỞ Y TẾ A
                      place: A
                      symbol: BC-A
                      province: tỉnh A
                    recipients: [Bộ Y tế]
                    signer:
                      authority: KT. GIÁM ĐỐC
                      title: PHÓ GIÁM ĐỐC
                      name: Họ Tên
                    form: phu-luc
                    annex: II
                """));

    assertThat(letterheads)
        .containsExactly(
            new LetterheadConf(
                LocalDate.of(2020, 1, 1),
                LocalDate.of(2021, 12, 31),
                new LetterheadConf.Issuer("UBND TỈNH A", "SỞ Y TẾ A", "A", "BC-A", "tỉnh A"),
                List.of("Bộ Y tế"),
                new LetterheadConf.Signer("KT. GIÁM ĐỐC", "PHÓ GIÁM ĐỐC", "Họ Tên"),
                "phu-luc",
                "II"));
  }

  @Test
  void theLetterheadIsThatOfTheDateOfIssue() {
    Conf conf = Conf.read(SHIPPED);

    assertThat(conf.letterhead(LocalDate.of(2026, 4, 29)).issuer().parent())
        .isEqualTo("UBND TỈNH ĐỒNG NAI");
    assertThat(conf.letterhead(LocalDate.of(2026, 4, 30)).issuer().parent())
        .isEqualTo("UBND THÀNH PHỐ ĐỒNG NAI");
  }

  @Test
  void anUnknownKeyIsRefusedWithFileLineAndTheNearestKey() throws IOException {
    Path file = write("khoyte.yml", "province: \"75\"\nnight:\n  start-tme: \"01:00\"\n");

    assertRefused(
        () -> GeneralConf.read(file),
        "Không thể đọc cấu hình: khoyte.yml, dòng 3: không có khóa “night.start-tme”; gần nhất:"
            + " “night.start-time”.");
  }

  @Test
  void anUnknownKeyOfASourceIsRefused() throws IOException {
    Path file = write("sources.yml", "sources:\n  - id: a\n    kind: ehr\n    delay-day: 3\n");

    assertRefused(
        () -> SourceConf.read(file),
        "Không thể đọc cấu hình: sources.yml, dòng 4: không có khóa “sources[1].delay-day”; gần"
            + " nhất: “sources[1].delay-days”.");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "province: abc|province|abc|75",
        "time-zone: Asia/Bien_Hoa|time-zone|Asia/Bien_Hoa|Asia/Ho_Chi_Minh",
        "night: {start-time: '25:00'}|night.start-time|25:00|HH:mm",
        "night: {catch-up-days: -1}|night.catch-up-days|-1|0...366",
        "night: {catch-up-days: many}|night.catch-up-days|many|0...366",
        "night: {engine: hive}|night.engine|hive|auto | duckdb | spark",
        "night: often|night|often|key: value",
        "retention: {daily-days: 0}|retention.daily-days|0|1...36600",
        "backup: {keep-states: none}|backup.keep-states|none|1...10000",
        "reports: {formats: [docx]}|formats|docx|xlsx | pdf | csv",
        "operations: {url: 'jdbc:mysql://x'}|operations.url|jdbc:mysql://x|jdbc:postgresql://…",
      })
  void aBadValueIsRefusedWithItsKey(String yaml, String key, String value, String expected)
      throws IOException {
    Path file = write("khoyte.yml", yaml);

    assertThatThrownBy(() -> GeneralConf.read(file))
        .isInstanceOfSatisfying(
            KhoyteException.class,
            error ->
                assertThat(error.text(Messages.VIETNAMESE))
                    .startsWith("Không thể đọc cấu hình: ")
                    .contains(key + " = “" + value + "” không hợp lệ; cần "));
  }

  @Test
  void twoSourcesOfOneIdAreRefused() throws IOException {
    Path file = write("sources.yml", "sources:\n  - {id: a, kind: ehr}\n  - {id: a, kind: ehr}\n");

    assertRefused(
        () -> SourceConf.read(file),
        "Không thể đọc cấu hình: sources[2].id = “a” không hợp lệ; cần ≠ a.");
  }

  @Test
  void anInboxOutsideTheInboxIsRefused() throws IOException {
    Path file = write("sources.yml", "sources:\n  - {id: a, kind: ehr, inbox: ../../etc}\n");

    assertRefused(
        () -> SourceConf.read(file),
        "Không thể đọc cấu hình: sources[1].inbox = “../../etc” không hợp lệ; cần a/b.");
  }

  @Test
  void whatIsNotYamlIsRefusedWithItsLine() throws IOException {
    Path file = write("khoyte.yml", "province: \"75\"\nnight: [\n");

    assertRefused(
        () -> GeneralConf.read(file),
        "Không thể đọc cấu hình: khoyte.yml, dòng 3: không đúng cú pháp YAML.");
  }

  @Test
  void aMissingFileIsNamed() {
    assertRefused(
        () -> Conf.read(directory),
        "Không thể đọc cấu hình: không có tệp "
            + directory.resolve("khoyte.yml")
            + ". Chép lại tệp này từ bản cài đặt hoặc đặt KHOYTE_CONF.");
  }

  @Test
  void anUnknownSourceIsRefusedWithThoseThereAre() {
    assertRefused(
        () -> Conf.read(SHIPPED).source("hsi"),
        "Không thể chạy nguồn “hsi”: không có nguồn này. Các nguồn: his-xml, ehr, population,"
            + " immunization, covid-vaccination, correction.");
  }

  @Test
  void aListIsPrintedOnA4OrA3() throws IOException {
    Path file = write("khoyte.yml", "worklist:\n  paper: A5\n");

    assertRefused(
        () -> GeneralConf.read(file),
        "Không thể đọc cấu hình: worklist.paper = “A5” không hợp lệ; cần A4 | A3.");
  }

  private static void assertRefused(Runnable reading, String text) {
    assertThatThrownBy(reading::run)
        .isInstanceOfSatisfying(
            KhoyteException.class,
            error -> {
              assertThat(error.text(Messages.VIETNAMESE)).isEqualTo(text);
              assertThat(error.fault()).isEqualTo(Fault.ARGUMENT);
            });
  }

  private Path write(String name, String yaml) throws IOException {
    return Files.writeString(directory.resolve(name), yaml);
  }
}
