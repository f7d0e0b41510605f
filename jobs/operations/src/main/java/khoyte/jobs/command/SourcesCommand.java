package khoyte.jobs.command;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import khoyte.jobs.console.Json;
import khoyte.jobs.console.Spoken;
import khoyte.jobs.console.TextTable;
import khoyte.jobs.landing.Lateness;
import khoyte.jobs.landing.Lateness.Standing;
import khoyte.jobs.operations.NightSetting;
import khoyte.jobs.operations.Operations;
import khoyte.warehouse.Messages;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** {@code khoyte sources}: every sender, its last file, how late it is today. */
@Command(name = "sources")
final class SourcesCommand implements Callable<Integer> {
  private final Program program;

  @Option(names = "--json")
  private boolean json;

  SourcesCommand(Program program) {
    this.program = program;
  }

  @Override
  public Integer call() {
    NightSetting setting = program.setting();
    List<Standing> standings;
    try (Operations operations = setting.glance()) {
      LocalDate today = setting.today();
      standings =
          new Lateness(setting.layout(), setting.conf().general().timeZone())
              .on(
                  today,
                  setting.conf().sources(),
                  operations.files().deliveries(operations.files().greatest()));
    }
    if (json) {
      program.console().line(Json.text(standings.stream().map(SourcesCommand::json).toList()));
    } else {
      table(setting.spoken(), standings).lines().forEach(program.console()::line);
    }
    return 0;
  }

  private TextTable table(Spoken spoken, List<Standing> standings) {
    Messages messages = program.console().messages();
    TextTable table =
        TextTable.of(
            messages,
            "sources.source",
            "sources.unit",
            "sources.last",
            "sources.days",
            "sources.next",
            "sources.refused");
    for (Standing standing : standings) {
      LocalDate last = standing.lastOn();
      LocalDate next = standing.nextBy();
      table.row(
          standing.source().name(),
          standing.folder(),
          last == null ? messages.text("sources.never") : spoken.day(last),
          last == null ? "" : standing.days(),
          next == null ? "" : spoken.day(next),
          standing.refused());
    }
    return table;
  }

  private static Map<String, @Nullable Object> json(Standing standing) {
    LocalDate last = standing.lastOn();
    LocalDate next = standing.nextBy();
    return Json.object(
        "source",
        standing.source().id(),
        "name",
        standing.source().name(),
        "unit",
        standing.folder().isEmpty() ? null : standing.folder(),
        "last",
        last == null ? null : last.toString(),
        "days_late",
        last == null ? null : standing.days(),
        "late",
        standing.isLate(),
        "next",
        next == null ? null : next.toString(),
        "refused_files",
        standing.refused());
  }
}
