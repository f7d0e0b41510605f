package khoyte.jobs.link;

import static org.assertj.core.api.Assertions.assertThat;

import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.NamedCsvRecord;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.text.Normalizer;
import java.time.Instant;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.Stream;
import khoyte.jobs.conf.BuildInfo;
import khoyte.jobs.conf.Conf;
import khoyte.jobs.console.Console;
import khoyte.jobs.operations.NightSetting;
import khoyte.jobs.operations.TestedConf;
import khoyte.pipelines.link.CsvTables;
import khoyte.warehouse.Layout;
import khoyte.warehouse.Messages;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * {@code khoyte link person} on a Vietnamese list: a person's rows are {@code A17} and {@code B17}.
 */
@Tag("slow")
class CsvLinksTest {
  private static final List<String> HEADINGS =
      List.of(
          "Mã BN",
          "Họ và tên",
          "Ngày sinh",
          "Giới tính",
          "CCCD",
          "CMND",
          "BHYT",
          "Điện thoại",
          "Địa chỉ",
          "Xã");

  private static final Path MODEL = Path.of("../../conf/link/person.yml");
  private static final int PEOPLE = 300;
  private static final int TWICE = 60;

  @TempDir static Path folder;
  private static final List<List<String>> ROWS = rows();

  private final ByteArrayOutputStream out = new ByteArrayOutputStream();
  private final ByteArrayOutputStream err = new ByteArrayOutputStream();

  @BeforeAll
  static void write() throws IOException {
    write("danh_sach.csv", HEADINGS);
    write(
        "la.csv", List.of("Mã BN", "NB", "d.o.b", "GT", "so1", "so2", "so3", "so4", "nơi", "nơi2"));
  }

  @Test
  void aVietnameseListIsKnownByItsHeadingsAndExplainedInTheLanguageOfWhoAsks() throws IOException {
    link("danh_sach.csv", Map.of(), List.of("A5", "B5"));

    assertThat(lines(err)).noneMatch(line -> line.contains("không rõ là gì"));
    long right = matches().stream().filter(pair -> pair[0].endsWith(pair[1].substring(1))).count();
    assertThat(right).isEqualTo(matches().size()).isGreaterThan(TWICE * 95 / 100);
    // one of its rows has the year alone
    assertThat(matches()).contains(new String[] {"A5", "B5"});
    assertThat(String.join("\n", lines(out)))
        .contains("Ngày sinh", "chỉ biết năm, trùng", "trước khi so sánh", "xác suất")
        .doesNotContain("date_of_birth", "jaro", "different", "equal", "household", "moved");
  }

  @Test
  void whatNoHeadingKnowsIsToldAndThenCompared() throws IOException {
    link("la.csv", Map.of(), List.of());
    assertThat(lines(err))
        .anyMatch(
            line ->
                line.startsWith("la.csv: các cột không rõ là gì nên không được so sánh")
                    && line.contains("NB ~ ")
                    && line.endsWith("=NB"))
        .anyMatch(line -> line.contains("Không cặp nào được coi là khớp."));
    assertThat(matches()).isEmpty();

    Map<String, String> columns = new LinkedHashMap<>();
    columns.put("full_name", "NB");
    columns.put("date_of_birth", "D.O.B");
    columns.put("phone", "so4");
    link("la.csv", columns, List.of());
    assertThat(matches())
        .hasSizeGreaterThan(TWICE * 8 / 10)
        .allMatch(pair -> pair[0].substring(1).equals(pair[1].substring(1)));
  }

  private void link(String file, Map<String, String> columns, List<String> explained) {
    out.reset();
    err.reset();
    CsvLinks.link(
        setting(),
        new LinkOrder(
            MODEL,
            new CsvTables(List.of(folder.resolve(file)), columns),
            null,
            null,
            folder.resolve("links.csv"),
            null,
            explained));
  }

  private NightSetting setting() {
    Path home = folder.resolve("home");
    return new NightSetting(
        Conf.read(TestedConf.of(home)),
        new Layout(home),
        Map.of(),
        () -> Instant.parse("2023-01-06T01:00:00Z"),
        new Console(
            new PrintStream(out, true, StandardCharsets.UTF_8),
            new PrintStream(err, true, StandardCharsets.UTF_8),
            false,
            Messages.VIETNAMESE),
        new BuildInfo("1.0.0", "a1b2c3d"));
  }

  private static List<String[]> matches() throws IOException {
    try (CsvReader<NamedCsvRecord> reader =
            CsvReader.builder().ofNamedCsvRecord(folder.resolve("links.csv"));
        Stream<NamedCsvRecord> links = reader.stream()) {
      return links
          .filter(link -> link.getField("decision").equals("match"))
          .map(link -> new String[] {link.getField("id_l"), link.getField("id_r")})
          .toList();
    }
  }

  private static List<String> lines(ByteArrayOutputStream stream) {
    return stream.toString(StandardCharsets.UTF_8).lines().toList();
  }

  private static void write(String name, List<String> headings) throws IOException {
    List<String> lines = new ArrayList<>(List.of(String.join(";", headings)));
    ROWS.forEach(row -> lines.add(String.join(";", row)));
    Files.write(folder.resolve(name), lines);
  }

  private static List<List<String>> rows() {
    Random random = new Random(4);
    String[] surnames = {"Nguyễn", "Trần", "Lê", "Phạm", "Huỳnh", "Võ", "Đặng", "Bùi", "Đỗ", "Hồ"};
    String[] middle = {"Văn", "Thị", "Ngọc", "Minh", "Thanh", "Quốc", "Kim", "Hữu"};
    String[] given = {
      "An", "Bình", "Châu", "Dũng", "Giang", "Hạnh", "Hùng", "Khoa", "Lan", "Linh", "Mai", "Nam",
      "Oanh", "Phúc", "Quân", "Sơn", "Thảo", "Trang", "Tuấn", "Vy", "Xuân", "Yến"
    };
    String[] communes = {"An Bình", "Hóa An", "Xuân Lộc", "Long Khánh", "Trảng Bom", "Bắc Sơn"};
    List<List<String>> rows = new ArrayList<>();
    for (int i = 0; i < PEOPLE; i++) {
      LocalDate born = LocalDate.of(1940, 1, 2).plusDays(random.nextInt(29_000));
      String name =
          surnames[random.nextInt(surnames.length)]
              + " "
              + middle[random.nextInt(middle.length)]
              + " "
              + given[random.nextInt(given.length)];
      String sex = random.nextBoolean() ? "Nam" : "Nữ";
      String id = "0750" + (10_000_000 + random.nextInt(80_000_000));
      String phone = "09" + (10_000_000 + random.nextInt(80_000_000));
      String street = (1 + random.nextInt(300)) + " Phan Trung";
      String commune = communes[random.nextInt(communes.length)];
      String card = "HS475" + (1_000_000_000 + random.nextInt(900_000_000));
      rows.add(
          List.of(
              "A" + i,
              name,
              day(born),
              sex,
              id,
              "",
              i % 2 == 0 ? card : "",
              phone,
              street,
              commune));
      if (i < TWICE) {
        rows.add(
            List.of(
                "B" + i,
                i % 3 == 0 ? bare(name) : name,
                i % 5 == 0 ? String.valueOf(born.getYear()) : day(born),
                sex,
                i % 4 == 0 ? "" : id,
                "",
                i % 2 == 0 ? "GD475" + card.substring(5) : "",
                i % 3 == 1 ? "" : phone,
                street,
                commune));
      }
    }
    return rows;
  }

  private static String day(LocalDate date) {
    return DateTimeFormatter.ofPattern("dd/MM/yyyy").format(date);
  }

  private static String bare(String name) {
    return Normalizer.normalize(name, Normalizer.Form.NFD)
        .replaceAll("\\p{M}", "")
        .replace('đ', 'd')
        .replace('Đ', 'D');
  }
}
