package khoyte.jobs.command.night;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;
import khoyte.jobs.command.CommandTree;
import khoyte.jobs.command.DateArgument;
import khoyte.jobs.command.OperationsCommands;
import khoyte.jobs.command.Program;
import khoyte.jobs.console.Console;
import khoyte.jobs.night.FakeHouse;
import khoyte.warehouse.HomePermissions;
import khoyte.warehouse.Layout;
import khoyte.warehouse.Messages;
import khoyte.warehouse.NightId;
import khoyte.warehouse.night.DrawnNight;
import org.springframework.util.FileSystemUtils;
import picocli.CommandLine;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParseResult;

/** The command line before a {@link FakeHouse}. */
final class CommandHouse {
  final FakeHouse house;
  final Map<String, String> environment = new HashMap<>();
  boolean terminal;

  private final Path home;

  CommandHouse(Path home) throws IOException {
    this.home = home;
    this.house = new FakeHouse(home.resolve("var"), Path.of("../../conf"));
    environment.put("KHOYTE_CONF", house.confDirectory.toAbsolutePath().toString());
    for (String folder : List.of("his", "ehr", "population", "immunization", "covid-vaccination")) {
      Files.createDirectories(house.layout.inbox().resolve(folder));
    }
  }

  record Answer(int code, String out, String err) {}

  static Answer wrong(String text) {
    return new Answer(2, "", text + "\n");
  }

  /** A night whose file is there, and nothing in it. */
  void publish(String night) throws IOException {
    new HomePermissions(house.layout).directory(house.layout.warehouse());
    Files.writeString(house.layout.nightFile(NightId.parse(night)), "");
  }

  /** A night with what was drawn of it, put together elsewhere. */
  void publish(String night, UnaryOperator<DrawnNight> drawing) throws IOException {
    Layout elsewhere = new Layout(home.resolve("drawn " + night));
    drawing.apply(DrawnNight.of(elsewhere.home(), night)).publish();
    for (String folder : List.of("lake", "warehouse")) {
      FileSystemUtils.copyRecursively(
          elsewhere.home().resolve(folder), house.layout.home().resolve(folder));
    }
    new HomePermissions(house.layout).narrow();
  }

  Answer khoyte(String... args) {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    ByteArrayOutputStream err = new ByteArrayOutputStream();
    int code =
        new CommandTree(
                program(
                    new Console(
                        new PrintStream(out, true, StandardCharsets.UTF_8),
                        new PrintStream(err, true, StandardCharsets.UTF_8),
                        terminal,
                        Messages.of(environment))),
                List.of(new OperationsCommands(), new NightCommands(house::work)))
            .run(args);
    return new Answer(
        code, out.toString(StandardCharsets.UTF_8), err.toString(StandardCharsets.UTF_8));
  }

  /** A command as a line fills it. */
  <T> T parsed(Class<T> command, String... line) {
    CommandLine root = new CommandLine(CommandSpec.create().name("khoyte"));
    new NightCommands(house::work)
        .commands(program(house.console()))
        .forEach(one -> root.addSubcommand(one.getCommandName(), one));
    root.registerConverter(LocalDate.class, DateArgument::read);
    ParseResult parsed = root.parseArgs(line);
    while (parsed.hasSubcommand()) {
      parsed = parsed.subcommand();
    }
    return command.cast(parsed.commandSpec().userObject());
  }

  private Program program(Console console) {
    return new Program(home, environment, () -> house.now, console);
  }
}
