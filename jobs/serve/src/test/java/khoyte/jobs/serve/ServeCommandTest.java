package khoyte.jobs.serve;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import khoyte.jobs.command.CommandTree;
import khoyte.jobs.command.OperationsCommands;
import khoyte.jobs.command.Program;
import khoyte.jobs.conf.Conf;
import khoyte.jobs.console.Console;
import khoyte.jobs.operations.NightRun;
import khoyte.jobs.operations.NightState;
import khoyte.jobs.operations.Operations;
import khoyte.jobs.operations.TestedConf;
import khoyte.warehouse.Layout;
import khoyte.warehouse.Messages;
import khoyte.warehouse.NightId;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ServeCommandTest {
  @TempDir Path home;
  private final Map<String, String> environment = new HashMap<>();
  private final ByteArrayOutputStream out = new ByteArrayOutputStream();
  private final ByteArrayOutputStream err = new ByteArrayOutputStream();
  private Instant now = Instant.parse("2022-12-31T18:00:00Z");

  @BeforeEach
  void launcher() throws IOException {
    Path launcher = home.resolve("launcher");
    Files.writeString(
        launcher, "#!/bin/sh\necho \"$@\" >>" + home.resolve("nights") + "\nexit 3\n");
    assertThat(launcher.toFile().setExecutable(true)).isTrue();
    environment.put("KHOYTE_LAUNCHER", launcher.toString());
    environment.put("KHOYTE_CONF", TestedConf.of(home.resolve("var")).toAbsolutePath().toString());
  }

  @Test
  void everyDueNightIsRunOnceAsAProcessOfItsOwn() throws IOException {
    assertThat(khoyte("serve", "--once"))
        .isEqualTo(
            "Bộ lập lịch đang chạy; phiên đêm tiếp theo: ngày 01/01/2023, lúc 00:30 ngày"
                + " 02/01/2023.\n");
    assertThat(home.resolve("nights")).doesNotExist();
    now = now.plus(Duration.ofDays(2));
    khoyte("serve", "--once");
    List<String> remarked = err.toString(StandardCharsets.UTF_8).lines().toList();
    khoyte("serve", "--once");

    assertThat(home.resolve("nights"))
        .hasContent("night --as-of 2023-01-01\nnight --as-of 2023-01-02\n");
    assertThat(remarked.stream().map(line -> line.replaceAll("tiến trình [0-9]+", "tiến trình N")))
        .containsExactly(
            "Phiên đêm 01/01/2023: tiến trình N kết thúc với mã 3.",
            "Phiên đêm 02/01/2023: tiến trình N kết thúc với mã 3.");
    assertThat(khoyte("status")).isEqualTo("Chưa có phiên đêm nào.\n");
  }

  @Test
  void aNightThatShouldHaveBeenRunIsShown() throws IOException {
    try (Operations operations = operations()) {
      NightRun run = operations.nights().start(NightId.parse("2022-12-31.v1"), 7, "x", now, null);
      operations.nights().finish(run.id(), NightState.COMPLETED, now);
    }
    khoyte("serve", "--once");
    now = now.plus(Duration.ofDays(1));

    assertThat(
            khoyte("status")
                .lines()
                .skip(2)
                .map(line -> line.replaceFirst("(.{10} {2}\\S+ \\S+).*", "$1")))
        .containsExactly("01/01/2023  chưa chạy", "31/12/2022  hoàn thành");
  }

  @Test
  void everyOptionIsExplainedInBothLanguages() {
    for (String language : List.of("vi", "en")) {
      environment.put("KHOYTE_LANG", language);

      assertThat(khoyte("serve", "--help"))
          .contains("khoyte serve")
          .doesNotContainPattern("(?m)^ +(-h, )?--\\S+ *\\n(?! {20})");
    }
  }

  private Operations operations() {
    return Operations.glance(
        Conf.read(Path.of(environment.get("KHOYTE_CONF"))).general().operations(),
        new Layout(home.resolve("var")),
        Map.of());
  }

  private String khoyte(String... line) {
    out.reset();
    err.reset();
    Console console =
        new Console(
            new PrintStream(out, true, StandardCharsets.UTF_8),
            new PrintStream(err, true, StandardCharsets.UTF_8),
            false,
            Messages.of(environment));
    new CommandTree(
            new Program(home, environment, () -> now, console),
            List.of(new OperationsCommands(), new ServeCommands()))
        .run(line);
    return out.toString(StandardCharsets.UTF_8);
  }
}
