package khoyte.jobs.demo;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import khoyte.jobs.command.CommandTree;
import khoyte.jobs.command.Program;
import khoyte.jobs.console.Console;
import khoyte.jobs.night.FakeHouse;
import khoyte.warehouse.Messages;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What a demo refuses; what it does, {@code ReadmeIT} tells. */
class DemoCommandTest {
  private static final String LEAST = String.valueOf(DemoProvince.LEAST_SCALE);

  @TempDir Path home;
  private final Map<String, String> environment = new HashMap<>();
  private FakeHouse house;

  @BeforeEach
  void open() {
    house = new FakeHouse(home.resolve("var"), Path.of("../../conf"));
    environment.put("KHOYTE_CONF", house.confDirectory.toAbsolutePath().toString());
  }

  @Test
  void itsFilesAreThoseOfItsScaleAndSeed() throws IOException {
    assertThat(khoyte("demo", "--scale", LEAST, "--seed", "5", "--files-only"))
        .isEqualTo(
            "0 Đã sinh dữ liệu mô phỏng (--scale %s --seed 5): %s\n"
                .formatted(LEAST, house.layout.inbox()));
    assertThat(house.layout.inbox().resolve("ehr")).isNotEmptyDirectory();
    assertThat(khoyte("demo", "--scale", LEAST, "--seed", "6", "--files-only"))
        .startsWith("2 Không thể sinh dữ liệu mô phỏng: ")
        .contains(LEAST, "5");
  }

  @Test
  void itKeepsAwayFromRealData() throws IOException {
    house.send("ehr/ehr_20221231.csv", "a");
    house.night("2022-12-31");

    assertThat(khoyte("demo"))
        .isEqualTo(
            "2 Không thể sinh dữ liệu mô phỏng: kho này đã có số liệu thật. Đặt KHOYTE_HOME là một"
                + " thư mục khác.\n");
  }

  @Test
  void aScaleIsANumber() {
    assertThat(khoyte("demo", "--scale", "big"))
        .isEqualTo("2 Không thể hiểu “big”. Xem: khoyte demo --help\n");
  }

  @Test
  void everyOptionIsExplainedInBothLanguages() {
    for (String language : List.of("vi", "en")) {
      environment.put("KHOYTE_LANG", language);

      assertThat(khoyte("demo", "--help"))
          .contains("khoyte demo")
          .doesNotContainPattern("(?m)^ +(-h, )?--\\S+ *\\n(?! {20})");
    }
  }

  /** The exit code, then what is said. */
  private String khoyte(String... line) {
    ByteArrayOutputStream said = new ByteArrayOutputStream();
    PrintStream stream = new PrintStream(said, true, StandardCharsets.UTF_8);
    Console console = new Console(stream, stream, false, Messages.of(environment));
    int code =
        new CommandTree(
                new Program(home, environment, () -> house.now, console),
                List.of(new DemoCommands()))
            .run(line);
    return code + " " + said.toString(StandardCharsets.UTF_8);
  }
}
