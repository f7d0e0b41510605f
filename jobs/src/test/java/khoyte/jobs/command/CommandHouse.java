package khoyte.jobs.command;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import khoyte.jobs.command.CommandParts.QuarantineLine;
import khoyte.jobs.command.CommandParts.ReconciliationLine;
import khoyte.jobs.console.Console;
import khoyte.jobs.console.KeptNotice;
import khoyte.jobs.night.FakeHouse;
import khoyte.warehouse.Fault;
import khoyte.warehouse.HomePermissions;
import khoyte.warehouse.KhoyteException;
import khoyte.warehouse.Messages;
import khoyte.warehouse.NightId;

/** The command line before a {@link FakeHouse}; what its parts were asked is written down. */
final class CommandHouse {
  final FakeHouse house;
  final Map<String, String> environment = new HashMap<>();
  final List<String> asked = new ArrayList<>();
  final List<ReconciliationLine> reconciliation = new ArrayList<>();
  boolean terminal;

  private final Path home;

  CommandHouse(Path home) throws IOException {
    this.home = home;
    this.house = new FakeHouse(home.resolve("var"), Path.of("../conf"));
    environment.put("KHOYTE_CONF", house.confDirectory.toAbsolutePath().toString());
    for (String folder : List.of("his", "ehr", "population", "immunization", "covid-vaccination")) {
      Files.createDirectories(house.layout.inbox().resolve(folder));
    }
  }

  record Answer(int code, String out, String err) {}

  static Answer wrong(String text) {
    return new Answer(2, "", text + "\n");
  }

  void publish(String night) throws IOException {
    new HomePermissions(house.layout).directory(house.layout.warehouse());
    Files.writeString(house.layout.nightFile(NightId.parse(night)), "");
  }

  Answer khoyte(String... args) {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    ByteArrayOutputStream err = new ByteArrayOutputStream();
    Console console =
        new Console(
            new PrintStream(out, true, StandardCharsets.UTF_8),
            new PrintStream(err, true, StandardCharsets.UTF_8),
            terminal,
            Messages.of(environment));
    Program program = new Program(home, environment, () -> house.now, console, parts());
    int code = new CommandTree(program).run(args);
    return new Answer(
        code, out.toString(StandardCharsets.UTF_8), err.toString(StandardCharsets.UTF_8));
  }

  private CommandParts parts() {
    return new CommandParts(
        house::parts,
        (setting, order) -> {
          asked.add(
              "report "
                  + order.night().night()
                  + " "
                  + order.names()
                  + " "
                  + order.formats()
                  + " "
                  + order.unitsAsOf()
                  + " "
                  + order.unit()
                  + " "
                  + order.issueDate()
                  + " "
                  + order.directory());
          return List.of(order.directory().resolve("tiem-chung-covid.pdf"));
        },
        (setting, night) ->
            List.of("bảng " + night.night() + (night.synthetic() ? " mô phỏng" : "")),
        (setting, night, question, out) -> {
          if (question.sql().equals("boom")) {
            throw new IllegalStateException("Nguyễn Văn A");
          }
          if (question.sql().equals("delete")) {
            throw new KhoyteException(Fault.ARGUMENT, "sql.readonly");
          }
          asked.add("sql " + night + " " + question.format() + " " + question.sql());
        },
        (setting, night, atMost) ->
            List.of(
                new QuarantineLine(
                    "ehr",
                    "ehr_20221231.csv",
                    2L,
                    "MA_HSSK",
                    KeptNotice.of("quarantine.key", List.of()))),
        (setting, night) -> reconciliation,
        (scale, seed, edition, inbox) -> asked.add("demo " + scale + " " + seed),
        (setting, order) -> {
          asked.add("worklist " + order.night().night() + " " + order.unit());
          return new CommandParts.IssuedWorklists(170, 9125, 53, home.resolve("lists"));
        },
        (setting, files) ->
            List.of(
                new CommandParts.PreviewedFile(List.of("Dòng 1"), null),
                new CommandParts.PreviewedFile(List.of(), "Không thể nhận " + files.get(0))),
        (setting, order) -> asked.add("link " + order),
        (setting, model, tables, directory) ->
            asked.add("train " + model.getFileName() + " " + tables + " " + directory),
        (setting, question) ->
            asked.add(
                "explain link "
                    + question.night()
                    + " "
                    + question.source().id()
                    + " "
                    + question.record()
                    + " "
                    + question.out()
                    + " "
                    + question.json()),
        (setting, parameters, out) ->
            asked.add("explain model " + parameters.getFileName() + " " + out));
  }
}
