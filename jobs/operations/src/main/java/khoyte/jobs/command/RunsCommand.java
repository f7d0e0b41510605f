package khoyte.jobs.command;

import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.Callable;
import khoyte.jobs.console.Json;
import khoyte.jobs.console.Spoken;
import khoyte.jobs.console.TextTable;
import khoyte.jobs.operations.NightRun;
import khoyte.jobs.operations.NightSetting;
import khoyte.jobs.operations.NightStep;
import khoyte.jobs.operations.Operations;
import khoyte.jobs.operations.StepRun;
import khoyte.warehouse.Messages;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** {@code khoyte runs}: the last runs, step by step. */
@Command(name = "runs")
final class RunsCommand implements Callable<Integer> {
  private final Program program;

  @Option(names = "--last", defaultValue = "5", paramLabel = "N")
  private int last;

  @Option(names = "--json")
  private boolean json;

  RunsCommand(Program program) {
    this.program = program;
  }

  @Override
  public Integer call() {
    NightSetting setting = program.setting();
    try (Operations operations = setting.glance()) {
      List<NightRun> runs = operations.nights().latest(last);
      if (json) {
        program
            .console()
            .line(Json.text(runs.stream().map(run -> json(setting, operations, run)).toList()));
      } else if (runs.isEmpty()) {
        setting.say("status.empty");
      } else {
        table(setting, operations, runs).lines().forEach(program.console()::line);
      }
    }
    return 0;
  }

  private TextTable table(NightSetting setting, Operations operations, List<NightRun> runs) {
    Messages messages = program.console().messages();
    Spoken spoken = setting.spoken();
    TextTable table =
        TextTable.of(
            messages,
            "status.night",
            "status.step",
            "status.result",
            "status.started",
            "status.duration",
            "status.records",
            "status.bytes");
    for (NightRun run : runs) {
      String night = NightOverview.of(setting.conf(), operations, run).shownNight(spoken);
      for (StepRun step : operations.nights().steps(run.id())) {
        table.row(
            night,
            NightStep.of(step.step()).name(messages),
            messages.text("state." + step.state().code()),
            spoken.time(step.startedAt()),
            spoken.duration(duration(step, setting.clock().instant())),
            step.rows(),
            step.bytes() >> 20);
      }
    }
    return table;
  }

  private static Map<String, @Nullable Object> json(
      NightSetting setting, Operations operations, NightRun run) {
    ZoneId zone = setting.conf().general().timeZone();
    Map<String, @Nullable Object> object =
        NightOverview.of(setting.conf(), operations, run).json(setting);
    object.put("run", run.id());
    object.put(
        "steps",
        operations.nights().steps(run.id()).stream()
            .map(
                step ->
                    Json.object(
                        "step", step.step(),
                        "state", step.state().code(),
                        "started_at", Json.time(step.startedAt(), zone),
                        "seconds", duration(step, setting.clock().instant()).toMillis() / 1000.0,
                        "cpu_seconds", step.cpuMillis() / 1000.0,
                        "rows", step.rows(),
                        "bytes", step.bytes()))
            .toList());
    return object;
  }

  private static Duration duration(StepRun step, Instant now) {
    return Duration.between(step.startedAt(), Objects.requireNonNullElse(step.finishedAt(), now));
  }
}
