package khoyte.jobs.step;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Collectors;
import khoyte.warehouse.NightId;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * One night with a file of every habit that senders have and of every harm that files come to: what
 * can be understood without doubt counts, all else is told with its true reason.
 */
@Tag("slow")
class OddSendersNightTest {
  private static final NightId NIGHT = NightId.parse("2022-12-31.v1");
  @TempDir static Path folder;
  private static NightHome home;
  private static List<String> remarked;

  @BeforeAll
  static void run() {
    home = new NightHome(folder);
    new OddInbox(home).send();
    home.night("2022-12-31");
    remarked = home.remarked();
  }

  @Test
  void everyFileIsTakenOrRefusedAndEveryRowOfItIsToldOf() {
    assertThat(drawn("files", List.of(0, 1, 2, 5, 6)))
        .isEqualTo(
            """
            correction | ra-soat_26050_2022-12-31.xlsx | refused | - | 0
            covid-vaccination | covid_20221231_a.xlsx | loaded | - | 0
            covid-vaccination | covid_20221231_b.xlsx | refused | - | 0
            covid-vaccination | covid_20221231_c.xlsx | refused | - | 0
            covid-vaccination | covid_20221231_d.csv | loaded | - | 0
            covid-vaccination | covid_20221231_e.zip | refused | - | 0
            ehr | ehr_20221231_cat.csv.gz | refused | - | 0
            ehr | ehr_20221231_giap.csv | loaded | - | 0
            ehr | ehr_20221231_noi.csv | loaded | - | 0
            ehr | ehr_20221231_trong.csv.gz | loaded | - | 0
            his-xml | 75001/75001_20221231_001.xml | loaded | %s | 0
            his-xml | 75001/75001_20221231_002.zip | loaded | - | 0
            his-xml | 75001/75001_20221231_003.xml | refused | - | 0
            his-xml | 75001/75001_20221231_004.zip | refused | - | 0
            immunization | tcmr_20221231.csv | loaded | 3 | 0
            population | population_20221231.csv | loaded | - | 0
            """
                .formatted(linesOfTheTwoVisits()));
  }

  /** Where they start in the file is counted by others. */
  private static String linesOfTheTwoVisits() {
    return home.rows(NIGHT.toString(), "files").stream()
        .filter(row -> String.valueOf(row.get(1)).endsWith("001.xml"))
        .map(row -> text(row.get(5)))
        .filter(lines -> lines.split(" ", -1).length == 2)
        .findFirst()
        .orElse("two lines");
  }

  @Test
  void whatArrivedIsCountedFromTheFilesThemselves() {
    assertThat(drawn("files", List.of(1, 4)))
        .contains(
            "covid_20221231_a.xlsx | 3\n",
            "covid_20221231_d.csv | 2\n",
            "ehr_20221231_giap.csv | 2\n",
            "ehr_20221231_noi.csv | 4\n",
            "ehr_20221231_trong.csv.gz | 2\n",
            "75001/75001_20221231_002.zip | 2\n",
            "tcmr_20221231.csv | 3\n",
            "population_20221231.csv | 1\n");
  }

  @Test
  void everyRefusalHasItsTrueReason() {
    assertReason("ra-soat_26050_2022-12-31.xlsx", "HTML|trang web");
    assertReason("covid_20221231_b.xlsx", "HTML|trang web");
    assertReason("covid_20221231_c.xlsx", "kiểm tra|checksum|CRC|hỏng");
    assertReason("covid_20221231_e.zip", "ghi-chu\\.txt");
    assertReason("ehr_20221231_cat.csv.gz", "hỏng|cắt cụt|không đầy đủ");
    assertReason("75001_20221231_003.xml", "cắt cụt");
    assertReason("75001_20221231_004.zip", "Deflate64");
  }

  private static void assertReason(String file, String words) {
    assertThat(home.rows(NIGHT.toString(), "quarantine"))
        .filteredOn(row -> String.valueOf(row.get(1)).endsWith(file))
        .hasSize(1)
        .first()
        .satisfies(
            row -> {
              assertThat(text(row.get(4))).startsWith("file.refused.");
              assertThat(text(row.get(5))).containsPattern(words).doesNotContain("thiếu cột");
            });
  }

  @Test
  void everyRowKeptBackNamesItsVisitAndItsTable() {
    assertThat(home.rows(NIGHT.toString(), "quarantine"))
        .filteredOn(row -> String.valueOf(row.get(1)).endsWith("001.xml"))
        .extracting(row -> text(row.get(3)) + " | " + text(row.get(5)))
        .hasSize(2)
        .anySatisfy(row -> assertThat(row).startsWith("XML3 | ").contains("LK-3"))
        .anySatisfy(row -> assertThat(row).startsWith("XML1 | ").contains("LK-4", "LK-9"));
    assertThat(home.rows(NIGHT.toString(), "quarantine"))
        .filteredOn(row -> "tcmr_20221231.csv".equals(row.get(1)))
        .extracting(row -> text(row.get(2)) + " | " + text(row.get(4)))
        .containsExactly("3 | quarantine.fields");
  }

  @Test
  void everyRecordThatCanBeReadIsThereAndBelongsToItsPerson() {
    assertThat(records())
        .isEqualTo(
            """
            covid-vaccination | M1 | resolved | citizen_id
            covid-vaccination | M2 | resolved | citizen_id
            covid-vaccination | M3 | resolved | citizen_id
            covid-vaccination | M5 | resolved | citizen_id
            covid-vaccination | M6 | resolved | citizen_id
            ehr | HS01 | resolved | record
            ehr | HS02 | resolved | record
            ehr | HS03 | resolved | record
            ehr | HS04 | resolved | record
            ehr | HS05 | resolved | record
            ehr | HS06 | resolved | record
            ehr | HS07 | resolved | record
            ehr | HS08 | resolved | record
            his-xml | 75001/LK-1 | resolved | citizen_id
            his-xml | 75001/LK-2 | resolved | citizen_id
            his-xml | 75001/LK-5 | resolved | citizen_id
            his-xml | 75001/LK-6 | resolved | citizen_id
            his-xml | 75001/LK-7 | resolved | citizen_id
            immunization | D1 | resolved | citizen_id
            immunization | D3 | resolved | citizen_id
            """);
  }

  @Test
  void dosesHaveTheirDaysAndNothingWrongPassesAsClean() {
    assertThat(drawn("dose_days", List.of(0, 1, 4, 5)))
        .contains(
            "M1 | 2021-09-01 | clean | \n",
            "M2 | 2021-12-01 | clean | \n",
            "M3 | 2021-09-01 | cleaned | ID_FORMAT\n",
            "M6 | 2021-09-01 | clean | \n")
        .containsPattern("M5 \\| 2021-09-01 \\| (cleaned|to_verify) \\| UNIT_UNKNOWN\n");
  }

  @Test
  void everyCitizenStandsInHisCommuneAndNobodyElseThere() {
    assertThat(drawn("citizens", List.of(0, 1, 2, 3)))
        .isEqualTo(
            """
            HS01 | 26050 | 731 | true
            HS02 | 26050 | 731 | true
            HS03 | 26050 | 731 | true
            HS04 | 26050 | 731 | true
            HS05 | 26050 | 731 | true
            HS06 | 26050 | 731 | true
            HS07 | 26050 | 731 | true
            HS08 | 26050 | 731 | true
            """);
  }

  @Test
  void theBalancesAgree() throws IOException {
    assertThat(home.rows(NIGHT.toString(), "balance"))
        .allSatisfy(row -> assertThat(row.subList(2, 5)).allMatch(lost -> "0".equals(text(lost))));
    List<String> lines = Files.readAllLines(home.layout.reports(NIGHT).resolve("doi-soat-dem.csv"));
    int difference = List.of(lines.get(0).split(",", -1)).indexOf("difference");
    assertThat(lines.subList(1, lines.size()))
        .allSatisfy(line -> assertThat(line.split(",", -1)[difference]).isEqualTo("0"));
  }

  @Test
  void nobodyReadsAStackTraceOrAPersonsName() {
    assertThat(remarked)
        .noneMatch(line -> line.contains("Exception") || line.startsWith("\tat "))
        .noneMatch(line -> line.contains("Trần Văn Bình") || line.contains("075060000022"));
  }

  private static String records() {
    return drawn("records", List.of(0, 1, 2, 4))
        // of a health record it says nothing that a sender could be blamed for
        .replaceAll("(?m)^(ehr .* )\\S+$", "$1record");
  }

  private static String drawn(String query, List<Integer> columns) {
    return home.rows(NIGHT.toString(), query).stream()
        .map(row -> columns.stream().map(i -> text(row.get(i))).collect(Collectors.joining(" | ")))
        .sorted()
        .map(line -> line + "\n")
        .collect(Collectors.joining());
  }

  private static String text(@Nullable Object value) {
    return value == null ? "-" : value.toString();
  }
}
