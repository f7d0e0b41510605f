package khoyte.jobs.command;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import khoyte.jobs.command.Published.QuarantineLine;
import khoyte.jobs.command.Published.ReconciliationLine;
import khoyte.jobs.console.Console;
import khoyte.jobs.console.Json;
import khoyte.jobs.console.Spoken;
import khoyte.jobs.console.TextTable;
import khoyte.jobs.operations.NightRun;
import khoyte.jobs.operations.NightSetting;
import khoyte.jobs.operations.Operations;
import khoyte.jobs.operations.RefusedFile;
import khoyte.jobs.schedule.Timetable;
import khoyte.warehouse.Messages;
import khoyte.warehouse.NightId;
import khoyte.warehouse.night.Publication;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** {@code khoyte status}: the last nights; with {@code --night} what one of them kept back. */
@Command(name = "status")
final class StatusCommand implements Callable<Integer> {
  private static final int NIGHTS = 14;
  private static final int LINES = 200;

  private final Program program;

  @Option(names = "--night", paramLabel = "yyyy-MM-dd")
  private @Nullable LocalDate night;

  @Option(names = "--json")
  private boolean json;

  StatusCommand(Program program) {
    this.program = program;
  }

  @Override
  public Integer call() {
    NightSetting setting = program.setting();
    try (Operations operations = setting.glance()) {
      return night == null ? all(setting, operations) : one(setting, operations, night);
    }
  }

  private int all(NightSetting setting, Operations operations) {
    List<NightOverview> nights =
        operations.nights().latest(NIGHTS).stream()
            .map(run -> NightOverview.of(setting.conf(), operations, run))
            .toList();
    List<LocalDate> missed =
        Timetable.of(setting.conf().general())
            .missed(operations.nights(), setting.clock().instant());
    if (json) {
      List<Map<String, @Nullable Object>> objects = new ArrayList<>();
      missed.forEach(day -> objects.add(Json.object("as_of", day.toString(), "state", "not_run")));
      nights.forEach(overview -> objects.add(overview.json(setting)));
      program.console().line(Json.text(objects));
      return 0;
    }
    if (nights.isEmpty()) {
      setting.say("status.empty");
      return 0;
    }
    table(setting, nights, missed);
    return 0;
  }

  private void table(NightSetting setting, List<NightOverview> nights, List<LocalDate> missed) {
    Messages messages = program.console().messages();
    Spoken spoken = setting.spoken();
    TextTable table =
        TextTable.of(
            messages,
            "status.night",
            "status.result",
            "status.started",
            "status.duration",
            "status.records",
            "status.quarantined",
            "status.late",
            "status.reports");
    for (LocalDate day : missed) {
      table.row(spoken.day(day), messages.text("state.not_run"), "", "", "", "", "", "");
    }
    for (NightOverview overview : nights) {
      table.row(
          overview.shownNight(spoken),
          messages.text("state." + overview.run().state().code()),
          spoken.time(overview.run().startedAt()),
          spoken.duration(overview.duration(setting.clock().instant())),
          overview.read(),
          overview.shownKeptBack(messages),
          overview.shownLate(setting),
          overview.run().reports());
    }
    table.lines().forEach(program.console()::line);
  }

  private int one(NightSetting setting, Operations operations, LocalDate asOf) {
    NightRun run = operations.nights().lastRunOf(asOf).orElse(null);
    if (run == null) {
      if (json) {
        program
            .console()
            .line(Json.text(Json.object("as_of", asOf.toString(), "state", "not_run")));
      } else {
        setting.say("status.empty");
      }
      return 0;
    }
    NightOverview overview = NightOverview.of(setting.conf(), operations, run);
    Long known = run.knownFile();
    List<RefusedFile> refused =
        known == null
            ? List.of()
            : operations.files().refused(operations.nights().knownBefore(run), known);
    Optional<NightId> published = new Publication(setting.layout()).newest(asOf);
    List<QuarantineLine> lines =
        published
            .map(night -> PublishedFacts.of(operations, night))
            .map(night -> Published.quarantine(setting, night, LINES))
            .orElse(List.of());
    List<ReconciliationLine> senders =
        published.map(night -> Published.reconciliation(setting, night)).orElse(List.of());
    if (json) {
      program.console().line(Json.text(json(setting, overview, refused, lines, senders)));
      return 0;
    }
    table(setting, List.of(overview), List.of());
    Console console = program.console();
    if (!senders.isEmpty()) {
      console.line("");
      console.say("reconciliation.title", published.orElseThrow().toString());
      new ReconciliationTable(console.messages(), senders).lines().forEach(console::line);
      console.line("");
    }
    for (RefusedFile file : refused) {
      console.say(
          "quarantine.line.file",
          setting.conf().sourceName(file.source()),
          file.name(),
          file.reason().text(console.messages()));
    }
    lines.forEach(line -> console.line(text(setting, line)));
    if (overview.quarantined() > lines.size()) {
      console.say("quarantine.more", overview.quarantined() - lines.size());
    }
    return 0;
  }

  private String text(NightSetting setting, QuarantineLine line) {
    Messages messages = program.console().messages();
    String source = setting.conf().sourceName(line.source());
    String number = String.valueOf(line.line());
    String reason = line.reason().text(messages);
    return line.column() == null
        ? messages.text("quarantine.line.row", source, line.file(), number, reason)
        : messages.text("quarantine.line", source, line.file(), number, line.column(), reason);
  }

  private static Map<String, @Nullable Object> json(
      NightSetting setting,
      NightOverview overview,
      List<RefusedFile> refused,
      List<QuarantineLine> lines,
      List<ReconciliationLine> senders) {
    Messages messages = setting.console().messages();
    Map<String, @Nullable Object> object = overview.json(setting);
    object.put("reconciliation", senders.stream().map(StatusCommand::json).toList());
    object.put(
        "files",
        refused.stream()
            .map(
                file ->
                    Json.object(
                        "source", file.source(),
                        "file", file.name(),
                        "reason", file.reason().key(),
                        "text", file.reason().text(messages)))
            .toList());
    object.put(
        "lines",
        lines.stream()
            .map(
                line ->
                    Json.object(
                        "source", line.source(),
                        "file", line.file(),
                        "line", line.line(),
                        "column", line.column(),
                        "reason", line.reason().key(),
                        "text", line.reason().text(messages)))
            .toList());
    return object;
  }

  private static Map<String, @Nullable Object> json(ReconciliationLine sender) {
    Map<String, @Nullable Object> object =
        Json.object("code", sender.code(), "name", sender.name(), "is_source", sender.isGroup());
    object.putAll(sender.counts());
    return object;
  }
}
