package khoyte;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import khoyte.jobs.demo.DemoProvince;
import khoyte.jobs.demo.DemoTruth;
import khoyte.jobs.demo.DistrictFigures;
import khoyte.warehouse.reference.AdministrativeUnit;
import khoyte.warehouse.reference.AdministrativeUnits;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * The commands of the README as a newcomer types them, on the program as it was just built; only
 * the province is smaller, and its home lies elsewhere, in a folder with spaces and marks; the
 * environment is empty and its locale ASCII.
 */
@Tag("slow")
class ReadmeIT {
  private static final Path ROOT = Path.of("../..").toAbsolutePath().normalize();
  private static final String SCALE = String.valueOf(DemoProvince.LEAST_SCALE);

  @TempDir static Path folder;
  private static Path home;
  private static DemoTruth truth;
  private static Answer demo;

  @BeforeAll
  static void makeDemo() throws Exception {
    home = folder.resolve("kho số liệu khác");
    truth = DemoProvince.writeWithRecords(DemoProvince.LEAST_SCALE, 2022, folder.resolve("truth"));
    assertThat(commands()).contains("make demo", "make test");
    demo = run(ROOT, "make demo");
  }

  @Test
  void theDemoPrintsBothTablesOfTheProvince() {
    assertThat(demo.code()).as(demo.text()).isZero();
    Map<String, List<Long>> healthRecords = new LinkedHashMap<>();
    Map<String, List<Long>> cleanedDoses = new LinkedHashMap<>();
    long[] totals = new long[4];
    for (DistrictFigures district : truth.districts()) {
      String name = nameOf(district.districtCode());
      healthRecords.put(
          name,
          List.of(
              (long) district.managed(),
              (long) district.withImmunization(),
              (long) district.withEncounter()));
      cleanedDoses.put(name, List.of((long) district.cleanedDoses()));
      totals[0] += district.managed();
      totals[1] += district.withImmunization();
      totals[2] += district.withEncounter();
      totals[3] += district.cleanedDoses();
    }
    healthRecords.put("Tổng số", List.of(totals[0], totals[1], totals[2]));
    cleanedDoses.put("Tổng", List.of(totals[3]));

    assertThat(printed(demo.text(), 3)).containsExactlyInAnyOrderEntriesOf(healthRecords);
    assertThat(printed(demo.text(), 1)).containsExactlyInAnyOrderEntriesOf(cleanedDoses);
  }

  private static String nameOf(String district) {
    List<AdministrativeUnit> versions = AdministrativeUnits.load().versions(district);
    return versions.get(0).name();
  }

  /** Rows of the drawn table with so many figures, by their names. */
  private static Map<String, List<Long>> printed(String text, int figures) {
    Map<String, List<Long>> rows = new LinkedHashMap<>();
    for (String line : text.lines().toList()) {
      String[] cells = line.split("│", -1);
      if (cells.length == figures + 4 && cells[3].strip().matches("[0-9.]+")) {
        rows.put(
            cells[2].strip(),
            Stream.of(cells)
                .skip(3)
                .limit(figures)
                .map(cell -> Long.valueOf(cell.strip().replace(".", "")))
                .toList());
      }
    }
    return rows;
  }

  @Test
  void theFilesStandWhereTheReadmeSays() throws IOException {
    String reports = "out/reports/2022-12-31/";
    List<String> named =
        demo.text()
            .lines()
            .filter(line -> line.startsWith(home + "/" + reports))
            .map(line -> home.relativize(Path.of(line)).toString())
            .toList();

    assertThat(named)
        .containsExactlyElementsOf(
            Stream.of("doi-soat-dem", "ho-so-suc-khoe", "tiem-chung-covid")
                .flatMap(
                    name -> Stream.of(".csv", ".pdf", ".xlsx").map(end -> reports + name + end))
                .toList());
    for (String file : named) {
      assertThat(home.resolve(file)).isNotEmptyFile();
    }
    assertThat(home.resolve("warehouse/2022-12-31.v1.duckdb")).isNotEmptyFile();
    assertThat(home.resolve("warehouse/current")).hasContent("2022-12-31.v1.duckdb\n");
    for (String directory : List.of("lake", "inbox", "landing", "operations")) {
      assertThat(home.resolve(directory)).isDirectory();
    }
  }

  @Test
  void questionsOfOnesOwnAreAnswered() throws Exception {
    List<String> questions =
        commands().stream().filter(command -> command.startsWith("jobs/bin/khoyte")).toList();

    assertThat(questions).isNotEmpty();
    for (String question : questions) {
      assertThat(run(ROOT, question).code()).as(question).isZero();
    }
  }

  @Test
  void theProgramRunsThroughALinkFromAnyFolder() throws Exception {
    Files.createSymbolicLink(folder.resolve("kho"), ROOT.resolve("jobs/bin/khoyte"));
    Map<String, Long> statuses =
        truth.doses().stream()
            .collect(Collectors.groupingBy(DemoTruth.Dose::status, Collectors.counting()));

    Answer answer =
        run(
            folder,
            "./kho sql 'SELECT status, count(*) AS n FROM covid_dose GROUP BY 1 ORDER BY 1'");

    assertThat(answer)
        .isEqualTo(
            new Answer(
                0,
                Stream.concat(
                        Stream.of("status,n"),
                        statuses.entrySet().stream()
                            .sorted(Map.Entry.comparingByKey())
                            .map(status -> status.getKey() + "," + status.getValue()))
                    .map(line -> line + "\r\n")
                    .collect(Collectors.joining())));
  }

  /** What stands in the blocks of the README for a shell. */
  private static List<String> commands() throws IOException {
    List<String> commands = new ArrayList<>();
    boolean shell = false;
    for (String line : Files.readAllLines(ROOT.resolve("README.md"))) {
      if (line.startsWith("```")) {
        shell = line.equals("```sh");
      } else if (shell && !line.isBlank()) {
        commands.add(line);
      }
    }
    return commands;
  }

  private record Answer(int code, String text) {}

  private static Answer run(Path directory, String command)
      throws IOException, InterruptedException {
    boolean make = command.startsWith("make ");
    ProcessBuilder shell =
        new ProcessBuilder("sh", "-c", make ? command + " MVN=true SCALE=" + SCALE : command)
            .directory(directory.toFile())
            .redirectErrorStream(make);
    if (!make) {
      shell.redirectError(ProcessBuilder.Redirect.DISCARD);
    }
    Map<String, String> environment = shell.environment();
    environment.clear();
    environment.put("PATH", System.getenv("PATH"));
    environment.put("KHOYTE_HOME", home.toString());
    environment.put("JAVA_HOME", System.getProperty("java.home"));
    environment.put("LANG", "C");
    Process process = shell.start();
    String text = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    return new Answer(process.waitFor(), text);
  }
}
