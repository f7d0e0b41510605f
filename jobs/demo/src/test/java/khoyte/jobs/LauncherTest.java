package khoyte.jobs;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import khoyte.jobs.command.CommandGroup;
import khoyte.jobs.command.CommandTree;
import khoyte.jobs.command.OperationsCommands;
import khoyte.jobs.command.Program;
import khoyte.jobs.console.Console;
import khoyte.jobs.demo.DemoCommands;
import khoyte.warehouse.Messages;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import picocli.CommandLine;

/** The launcher with a JDK that only says how it was called. */
class LauncherTest {
  private static final Path BIN = Path.of("../bin");

  @TempDir Path root;
  private Path distribution;
  private Path jdk;

  @BeforeEach
  void copy() throws IOException {
    distribution = Files.createDirectories(root.resolve("opt/khoyte dir"));
    for (String folder : new String[] {"bin", "lib", "conf"}) {
      Files.createDirectories(distribution.resolve(folder));
    }
    for (String file : new String[] {"khoyte", "jvm.options", "utf8-locale"}) {
      Files.copy(
          BIN.resolve(file),
          distribution.resolve("bin").resolve(file),
          StandardCopyOption.COPY_ATTRIBUTES);
    }
    jdk = jdk("17.0.15");
  }

  @Test
  void aCopiedDistributionRunsFromAnyFolder() throws Exception {
    Answer answer =
        launch(distribution.resolve("bin/khoyte"), Map.of(), "status", "--night", "a b");

    assertThat(answer.code()).isZero();
    assertThat(answer.text())
        .contains("--add-opens=java.base/java.nio=ALL-UNNAMED")
        .contains("[-Dkhoyte.program=" + distribution + "]")
        .contains("[-Dkhoyte.terminal=false]")
        .contains(
            "[-cp]["
                + distribution
                + "/lib/operations/*][khoyte.jobs.Khoyte][status][--night][a b]")
        .contains("[-Xmx1g]");
  }

  @Test
  void itWorksThroughALinkOfALink() throws Exception {
    Path first =
        Files.createSymbolicLink(root.resolve("first"), Path.of("opt/khoyte dir/bin/khoyte"));
    Path second = Files.createSymbolicLink(root.resolve("khoyte"), first);

    assertThat(launch(second, Map.of(), "status").text())
        .contains("[-Dkhoyte.program=" + distribution + "]");
  }

  @Test
  void aNightGetsMoreMemoryAndFlagsOfTheUserComeLast() throws Exception {
    String text =
        launch(distribution.resolve("bin/khoyte"), Map.of("KHOYTE_JAVA_OPTS", "-Xmx9g"), "night")
            .text();

    assertThat(text).containsPattern("\\[-Xmx[0-9]+m\\].*\\[-Xmx9g\\]");
  }

  @Test
  void anArchiveOfClassesIsUsedWhereThereIsOne() throws Exception {
    Path launcher = distribution.resolve("bin/khoyte");
    assertThat(launch(launcher, Map.of(), "night").text()).doesNotContain("SharedArchiveFile");

    Files.createFile(distribution.resolve("lib/operations.jsa"));
    Files.createFile(distribution.resolve("lib/night.jsa"));

    for (String command : List.of("night", "demo", "backup")) {
      assertThat(launch(launcher, Map.of(), command).text())
          .contains("[-XX:SharedArchiveFile=" + distribution + "/lib/night.jsa][-Xlog:cds*=off]");
    }
    for (String command : List.of("status", "serve", "--help")) {
      assertThat(launch(launcher, Map.of(), command).text())
          .contains("[-XX:SharedArchiveFile=" + distribution + "/lib/operations.jsa]");
    }
    assertThat(
            launch(launcher, Map.of("KHOYTE_JAVA_OPTS", "-XX:ArchiveClassesAtExit=new"), "demo")
                .text())
        .doesNotContain("SharedArchiveFile");
  }

  /** Java gets the encoding of file names from the locale; its children too. */
  @ParameterizedTest
  @CsvSource(
      nullValues = "-",
      delimiter = '|',
      textBlock =
          """
          -                         | C.UTF-8
          LANG=C                    | C.UTF-8
          LC_ALL=POSIX              | C.UTF-8
          LANG=C.UTF-8 LC_ALL=C     | C.UTF-8
          LANG=C.UTF-8 LC_CTYPE=C   | C.UTF-8
          LANG=no_SUCH.UTF-8        | C.UTF-8
          LANG=vi_VN.TCVN           | C.UTF-8
          LANG=C.UTF-8              | unset
          LC_CTYPE=C.UTF-8          | unset
          LC_ALL=C.UTF-8            | C.UTF-8
          """)
  void whateverTheCallersLocaleJavasIsUtf8(String callers, String javas) throws Exception {
    assertThat(localeOfJava(System.getenv("PATH"), callers)).isEqualTo(javas);
  }

  @Test
  void whereThereIsNoOtherUtf8LocaleThanACountrysItIsThatOne() throws Exception {
    Path locale = Files.createDirectories(root.resolve("tools")).resolve("locale");
    Files.writeString(
        locale,
        """
        #!/bin/sh
        if [ "${1:-}" = -a ]; then printf 'C\\nvi_VN.tcvn\\nvi_VN.utf8\\n'; exit; fi
        if [ "${LC_ALL:-}" = vi_VN.utf8 ]; then echo UTF-8; else echo ANSI_X3.4-1968; fi
        """);
    assertThat(locale.toFile().setExecutable(true)).isTrue();

    assertThat(localeOfJava(locale.getParent() + ":" + System.getenv("PATH"), "LANG=C"))
        .isEqualTo("vi_VN.utf8");
  }

  /** The caller has no other variables. */
  private String localeOfJava(String path, @Nullable String callers) throws Exception {
    Files.writeString(jdk.resolve("bin/java"), "#!/bin/sh\nprintf '%s' \"${LC_ALL-unset}\"\n");
    ProcessBuilder builder =
        new ProcessBuilder(distribution.resolve("bin/khoyte").toString(), "status")
            .redirectErrorStream(true);
    builder.environment().clear();
    builder.environment().putAll(Map.of("PATH", path, "JAVA_HOME", jdk.toString()));
    for (String variable : callers == null ? new String[0] : callers.split(" ", -1)) {
      String[] parts = variable.split("=", 2);
      builder.environment().put(parts[0], parts[1]);
    }
    return new String(builder.start().getInputStream().readAllBytes(), StandardCharsets.UTF_8);
  }

  /** Every command, and the folders of the class path on which its group is. */
  private static Stream<Arguments> commands() {
    Map<String, String> parts = new HashMap<>();
    parts.put("serve", "operations serve"); // whose libraries cannot stand beside Spark's
    for (CommandGroup group : CommandGroup.here()) {
      Program program =
          new Program(
              Path.of(""),
              Map.of(),
              () -> Instant.EPOCH,
              new Console(System.out, System.err, false, Messages.VIETNAMESE));
      for (CommandLine command : group.commands(program)) {
        parts.put(
            command.getCommandName(),
            group instanceof OperationsCommands
                ? "operations"
                : group instanceof DemoCommands ? "operations night demo" : "operations night");
      }
    }
    assertThat(parts).containsOnlyKeys(CommandTree.NAMES);
    parts.put("--help", "operations");
    return parts.entrySet().stream().map(one -> Arguments.of(one.getKey(), one.getValue()));
  }

  @ParameterizedTest
  @MethodSource("commands")
  void everyCommandHasItsOwnClassPath(String command, String parts) throws Exception {
    String classPath =
        Stream.of(parts.split(" ", -1))
            .map(part -> distribution + "/lib/" + part + "/*")
            .collect(Collectors.joining(":"));

    assertThat(launch(distribution.resolve("bin/khoyte"), Map.of(), command).text())
        .contains("[-cp][" + classPath + "][khoyte.jobs.Khoyte][" + command + "]");
  }

  @Test
  void whatIsWrittenIsForItsOwnerOnly() throws Exception {
    Files.writeString(jdk.resolve("bin/java"), "#!/bin/sh\numask\n");

    assertThat(launch(distribution.resolve("bin/khoyte"), Map.of(), "status").text())
        .isEqualTo("0077\n");
  }

  @Test
  void anOldJdkIsSaidInOneLine() throws Exception {
    jdk = jdk("11.0.2");

    assertThat(launch(distribution.resolve("bin/khoyte"), Map.of(), "status"))
        .isEqualTo(new Answer(1, "Không thể khởi động: cần JDK 17 trở lên, đang có 11.\n"));
    assertThat(launch(distribution.resolve("bin/khoyte"), Map.of("KHOYTE_LANG", "en"), "status"))
        .isEqualTo(new Answer(1, "Cannot start: JDK 17 or newer is needed, found 11.\n"));
  }

  @Test
  void aMissingJdkIsSaidInOneLine() throws Exception {
    jdk = root.resolve("nowhere");

    assertThat(launch(distribution.resolve("bin/khoyte"), Map.of(), "status"))
        .isEqualTo(new Answer(1, "Không thể khởi động: cần JDK 17 trở lên, đang có 0.\n"));
  }

  @Test
  void aProgramThatWasNotBuiltSaysSo() throws Exception {
    Files.delete(distribution.resolve("lib"));

    assertThat(launch(distribution.resolve("bin/khoyte"), Map.of(), "status"))
        .isEqualTo(
            new Answer(1, "Không thể khởi động: chương trình chưa được dựng. Chạy: make build\n"));
  }

  private record Answer(int code, String text) {}

  private Answer launch(Path launcher, Map<String, String> environment, String... args)
      throws IOException, InterruptedException {
    String[] command = new String[args.length + 1];
    command[0] = launcher.toString();
    System.arraycopy(args, 0, command, 1, args.length);
    ProcessBuilder builder =
        new ProcessBuilder(command).directory(root.toFile()).redirectErrorStream(true);
    builder.environment().keySet().removeIf(name -> name.startsWith("KHOYTE_"));
    builder.environment().put("JAVA_HOME", jdk.toString());
    builder.environment().putAll(environment);
    Process process = builder.start();
    String text = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    return new Answer(process.waitFor(), text);
  }

  private Path jdk(String version) {
    try {
      Path home = Files.createDirectories(root.resolve("jdk " + version));
      Files.writeString(home.resolve("release"), "JAVA_VERSION=\"" + version + "\"\n");
      Path java = Files.createDirectories(home.resolve("bin")).resolve("java");
      Files.writeString(java, "#!/bin/sh\nfor a in \"$@\"; do printf '[%s]' \"$a\"; done\n");
      assertThat(java.toFile().setExecutable(true)).isTrue();
      return Objects.requireNonNull(home);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
