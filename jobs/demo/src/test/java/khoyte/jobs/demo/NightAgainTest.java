package khoyte.jobs.demo;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.MessageDigest;
import java.time.Instant;
import java.time.LocalDate;
import java.util.HashSet;
import java.util.HexFormat;
import java.util.List;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import java.util.zip.ZipFile;
import khoyte.jobs.conf.ReportFormat;
import khoyte.jobs.demo.DemoTruth.Citizen;
import khoyte.jobs.operations.NightFacts;
import khoyte.jobs.operations.NightRun;
import khoyte.jobs.operations.Operations;
import khoyte.jobs.report.ReportIssues;
import khoyte.jobs.report.ReportOrder;
import khoyte.jobs.step.NightHome;
import khoyte.jobs.step.Senders;
import khoyte.warehouse.NightId;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.MethodOrderer.OrderAnnotation;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;

/** Nights after the first one of the synthetic province, each in the house the others left. */
@Tag("slow")
@ExtendWith(DemoHome.Given.class)
@TestMethodOrder(OrderAnnotation.class)
class NightAgainTest {
  private static final LocalDate AS_OF = LocalDate.of(2022, 12, 31);

  private final NightHome home;
  private final DemoTruth truth;

  NightAgainTest(DemoHome demo) {
    home = demo.home();
    truth = demo.truth();
  }

  @Test
  @Order(1)
  void withNothingNewNothingIsDone() {
    TreeMap<String, String> before = published();
    home.now = Instant.parse("2023-01-06T02:00:00Z");

    home.night("2022-12-31");

    assertThat(home.said())
        .containsExactly(
            "Phiên đêm 31/12/2022 đã hoàn thành lúc 08:00 ngày 06/01/2023; không làm gì thêm.");
    assertThat(home.remarked()).isEmpty();
    assertThat(published()).isEqualTo(before);
  }

  @Test
  @Order(2)
  void theSameBytesUnderAnotherNameAreNothingNew() throws IOException {
    TreeMap<String, String> before = published();
    home.send("ehr/ehr_20230106_lan-nua.csv", landed("ehr_20230105_bo-sung.csv"));

    home.night("2022-12-31");

    assertThat(home.remarked())
        .containsExactly("Tệp ehr_20230106_lan-nua.csv: đã nhận ngày 06/01/2023, bỏ qua.");
    assertThat(home.said())
        .containsExactly(
            "Phiên đêm 31/12/2022 đã hoàn thành lúc 08:00 ngày 06/01/2023; không làm gì thêm.");
    assertThat(published()).isEqualTo(before);
    assertThat(home.layout.inbox().resolve("ehr")).isEmptyDirectory();
  }

  private byte[] landed(String name) throws IOException {
    for (List<@Nullable Object> row : home.rows(DemoHome.NIGHT, "landed")) {
      if (name.equals(row.get(0))) {
        return Files.readAllBytes(home.layout.landed(String.valueOf(row.get(1))));
      }
    }
    throw new AssertionError(name);
  }

  @Test
  @Order(3)
  void aLaterDateCountsWhatWasCutBefore() {
    home.night("2023-01-05");

    Set<String> opened = owners("ehr", Planted.OPENED_AFTER_REPORT::equals);
    Set<String> visited = owners("his-xml", any -> true);
    Set<String> immunized = owners("immunization", any -> true);
    assertThat(owners("his-xml", Planted.VISIT_AFTER_REPORT::equals)).isNotEmpty();
    assertThat(owners("immunization", Planted.ROUTINE_DOSE_AFTER_REPORT::equals)).isNotEmpty();
    Comparison citizens = new Comparison("citizen");
    for (Citizen citizen : truth.citizens()) {
      String key = citizen.firstRecordKey();
      boolean managed = citizen.managed() || opened.contains(key);
      citizens.expect(
          key,
          opened.contains(key) ? Planted.OPENED_AFTER_REPORT : "",
          citizen.communeCode(),
          citizen.districtCode(),
          managed,
          citizen.undecided(),
          managed && immunized.contains(key),
          managed && visited.contains(key));
    }
    for (List<@Nullable Object> row : home.rows("2023-01-05.v1", "citizens")) {
      citizens.find(String.valueOf(row.get(0)), row.subList(1, row.size()).toArray());
    }
    citizens.check();
    assertThat(opened).isNotEmpty();
    assertThat(home.layout.currentPointer()).hasContent("2023-01-05.v1.duckdb\n");
  }

  /** Citizens of whom a source has a record with or without a trap. */
  private Set<String> owners(String source, Predicate<Planted> trap) {
    return truth.records().stream()
        .filter(record -> record.source().equals(source) && record.citizen() != null)
        .filter(record -> trap.test(Planted.STRANGER) || record.planted().stream().anyMatch(trap))
        .map(record -> String.valueOf(record.citizen()))
        .collect(Collectors.toSet());
  }

  @Test
  @Order(4)
  void whatComesLaterMakesTheNextVersionAndLeavesTheFirstAsItWas() {
    TreeMap<String, String> before = published();
    Citizen patient = unremarkable(citizen -> citizen.citizenId() != null);
    Citizen dead = unremarkable(citizen -> !citizen.equals(patient));
    home.send("his/75001/75001_20230106.xml", lateVisit(patient));
    home.send("ehr/ehr_20230106_75.csv", correction(dead));
    home.now = Instant.parse("2023-01-07T01:00:00Z");
    home.said();
    home.remarked();

    NightRun run = home.night("2022-12-31");

    assertThat(run.night()).isEqualTo(NightId.parse("2022-12-31.v2"));
    assertThat(home.said())
        .contains(
            "Nguồn Hệ thống thông tin bệnh viện: 1 tệp, 1 bản ghi, lần cuối 08:00 ngày 07/01/2023.",
            "Nguồn Hồ sơ sức khỏe điện tử: 1 tệp, 1 bản ghi, lần cuối 08:00 ngày 07/01/2023.")
        .endsWith(
            "Phiên đêm 31/12/2022: hoàn thành trong 0 giây. Đã đọc 2 bản ghi, giữ lại 0, công bố 3"
                + " báo cáo.");
    assertThat(home.remarked())
        .containsExactly(
            "Báo cáo ho-so-suc-khoe: chưa khai báo người ký (signer.name); để trống.",
            "Báo cáo tiem-chung-covid: chưa khai báo người ký (signer.name); để trống.");
    checkTables(patient, dead);
    checkFiles(before);
  }

  /** The late visit and the correction are in the tables, and nothing else has changed. */
  private void checkTables(Citizen patient, Citizen dead) {
    Comparison tables = new Comparison("district");
    for (DistrictFigures district : truth.districts()) {
      String code = district.districtCode();
      tables.expect(
          code,
          "",
          district.managed() - (code.equals(dead.districtCode()) ? 1 : 0),
          district.withImmunization(),
          district.withEncounter() + (code.equals(patient.districtCode()) ? 1 : 0),
          district.cleanedDoses());
    }
    tables.expect("", "outside the province", 0, 0, 0, 0);
    for (List<@Nullable Object> row : home.rows("2022-12-31.v2", "tables")) {
      tables.find(String.valueOf(row.get(0)), row.subList(1, row.size()).toArray());
    }
    tables.check();
  }

  /** What was published stands; the reports beside the versions are those of the newest. */
  private void checkFiles(TreeMap<String, String> before) {
    TreeMap<String, String> after = published();
    before.forEach(
        (file, bytes) -> {
          if (!file.matches("out/reports/2022-12-31/[^/]+")) {
            assertThat(after).containsEntry(file, bytes);
          }
        });
    assertThat(home.layout.currentPointer()).hasContent("2023-01-05.v1.duckdb\n");
    String folder = "out/reports/2022-12-31/";
    assertThat(after.keySet().stream().filter(file -> file.startsWith(folder)))
        .containsExactlyElementsOf(
            Stream.of("", "v1/", "v2/")
                .flatMap(
                    version ->
                        Stream.of("doi-soat-dem", "ho-so-suc-khoe", "tiem-chung-covid")
                            .flatMap(
                                name ->
                                    Stream.of(".csv", ".pdf", ".xlsx")
                                        .map(end -> folder + version + name + end)))
                .toList());
    for (String end : List.of(".csv", ".pdf", ".xlsx")) {
      assertThat(after.get(folder + "ho-so-suc-khoe" + end))
          .isEqualTo(after.get(folder + "v2/ho-so-suc-khoe" + end))
          .isNotEqualTo(after.get(folder + "v1/ho-so-suc-khoe" + end));
    }
  }

  @Test
  @Order(5)
  void theNextVersionSaysWhatItReplacesAndWhy() throws IOException {
    assertThat(sharedTexts("v1")).doesNotContain("Phát hành lần");
    assertThat(sharedTexts("v2"))
        .contains("phiên bản 1.0.0 (a1b2c3d).")
        .contains(
            "Phát hành lần 2 ngày 07/01/2023, thay lần 1. Lý do: có dữ liệu mới nhận sau lần 1: Hệ"
                + " thống thông tin bệnh viện 1 tệp, 1 bản ghi; Hồ sơ sức khỏe điện tử 1 tệp, 1 bản"
                + " ghi.");
  }

  private String sharedTexts(String version) throws IOException {
    Path workbook = home.layout.reports(AS_OF).resolve(version).resolve("ho-so-suc-khoe.xlsx");
    try (ZipFile zip = new ZipFile(workbook.toFile())) {
      byte[] texts = zip.getInputStream(zip.getEntry("xl/sharedStrings.xml")).readAllBytes();
      return new String(texts, StandardCharsets.UTF_8).replaceAll("<[^>]+>", "");
    }
  }

  @Test
  @Order(6)
  void everyKeptNightGivesItsFiguresAgain(@TempDir Path folder) throws IOException {
    for (String night : List.of("2022-12-31.v1", "2022-12-31.v2", "2023-01-05.v1")) {
      NightId id = NightId.parse(night);
      for (Path file : render(id, null, folder.resolve(night))) {
        if (file.toString().endsWith(".csv")) {
          assertThat(file)
              .hasSameBinaryContentAs(home.layout.reports(id).resolve(file.getFileName()));
        }
      }
    }
    assertThat(folder.resolve("2022-12-31.v1/ho-so-suc-khoe.csv"))
        .content()
        .isNotEqualTo(Files.readString(folder.resolve("2022-12-31.v2/ho-so-suc-khoe.csv")));
  }

  @Test
  @Order(7)
  void whatHasBeenIssuedIsForReadingAndStays() throws IOException {
    TreeMap<String, String> before = published();
    TreeMap<String, FileTime> times = times();
    NightId first = NightId.parse("2022-12-31.v1");
    NightId second = NightId.parse("2022-12-31.v2");
    home.remarked();

    List<Path> plain = render(second, null, null);
    List<Path> dated = render(second, LocalDate.of(2023, 1, 9), null);
    List<Path> replaced = render(first, null, null);

    assertThat(plain).allMatch(file -> home.layout.reports(AS_OF).equals(file.getParent()));
    assertThat(replaced).allMatch(file -> home.layout.reports(first).equals(file.getParent()));
    assertThat(dated.stream().map(file -> home.layout.home().relativize(file).toString()))
        .contains("out/rendered/2022-12-31.v2/ho-so-suc-khoe.pdf");
    assertThat(home.remarked())
        .contains(
            "Báo cáo ho-so-suc-khoe: bản đã phát hành được giữ nguyên; bản lập lại ở "
                + home.layout.rendered(second));
    assertThat(published()).containsAllEntriesOf(before);
    assertThat(times()).containsAllEntriesOf(times);
    for (String file : before.keySet()) {
      if (file.startsWith("out/reports/")) {
        assertThat(
                PosixFilePermissions.toString(
                    Files.getPosixFilePermissions(home.layout.home().resolve(file))))
            .as(file)
            .doesNotContain("w");
      }
    }
  }

  private List<Path> render(NightId night, @Nullable LocalDate issueDate, @Nullable Path folder) {
    NightFacts facts;
    try (Operations operations = home.operations()) {
      facts = NightFacts.of(operations, operations.nights().lastRunOf(night).orElseThrow());
    }
    return new ReportIssues(home.setting())
        .render(
            new ReportOrder(
                facts,
                List.of(),
                List.of(ReportFormat.values()),
                night.asOf(),
                null,
                issueDate,
                folder));
  }

  private TreeMap<String, FileTime> times() throws IOException {
    TreeMap<String, FileTime> times = new TreeMap<>();
    for (String file : published().keySet()) {
      times.put(file, Files.getLastModifiedTime(home.layout.home().resolve(file)));
    }
    return times;
  }

  /** A managed citizen of one plain record, without any event. */
  private Citizen unremarkable(Predicate<Citizen> wanted) {
    Set<String> others = new HashSet<>();
    for (DemoTruth.Link record : truth.records()) {
      boolean plain = record.source().equals("ehr") && record.planted().isEmpty();
      if (!plain || !record.key().equals(record.citizen())) {
        others.add(String.valueOf(record.citizen()));
      }
    }
    return truth.citizens().stream()
        .filter(citizen -> citizen.managed() && !citizen.undecided())
        .filter(citizen -> !others.contains(citizen.firstRecordKey()))
        .filter(wanted)
        .findFirst()
        .orElseThrow();
  }

  private static String lateVisit(Citizen patient) {
    return Senders.extract(
        "75001",
        "20230106",
        Senders.visit(
            Senders.summary(
                "MA_LK", "TRE-1",
                "HO_TEN", patient.name(),
                "SO_CCCD", String.valueOf(patient.citizenId()),
                "NGAY_VAO", "202212291030",
                "NGAY_RA", "202212291100",
                "NGAY_TTOAN", "202301060900",
                "MA_LOAI_KCB", "01",
                "MA_CSKCB", "75001")));
  }

  private static String correction(Citizen dead) {
    return Senders.lines(
        Senders.HEALTH_RECORD,
        "%s,,,%s,,,,,,%s,,75,,01/03/2021,06/01/2023,3"
            .formatted(dead.firstRecordKey(), dead.name(), dead.communeCode()));
  }

  /** SHA-256 of every file of the warehouse and of the reports. */
  private TreeMap<String, String> published() {
    Path root = home.layout.home();
    TreeMap<String, String> files = new TreeMap<>();
    for (Path folder : List.of(home.layout.warehouse(), root.resolve("out"))) {
      try (Stream<Path> found = Files.walk(folder)) {
        for (Path file : found.filter(Files::isRegularFile).toList()) {
          files.put(root.relativize(file).toString(), digest(file));
        }
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
    }
    return files;
  }

  private static String digest(Path file) throws IOException {
    try {
      byte[] sha256 = MessageDigest.getInstance("SHA-256").digest(Files.readAllBytes(file));
      return HexFormat.of().formatHex(sha256);
    } catch (java.security.NoSuchAlgorithmException e) {
      throw new IllegalStateException(e);
    }
  }
}
