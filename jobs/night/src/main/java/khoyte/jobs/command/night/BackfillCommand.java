package khoyte.jobs.command.night;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.function.BiFunction;
import java.util.stream.Collectors;
import khoyte.jobs.command.IssuedReports;
import khoyte.jobs.command.Program;
import khoyte.jobs.command.ReasonArgument;
import khoyte.jobs.console.TextTable;
import khoyte.jobs.landing.Inbox;
import khoyte.jobs.night.BackfillPlan;
import khoyte.jobs.night.BackfillPlan.Day;
import khoyte.jobs.night.BackfillPlan.Span;
import khoyte.jobs.night.BackfillPlan.Work;
import khoyte.jobs.night.NightRunner;
import khoyte.jobs.operations.NightSetting;
import khoyte.jobs.operations.Operations;
import khoyte.jobs.operations.ReplacedVersion;
import khoyte.jobs.step.NightWork;
import khoyte.warehouse.Fault;
import khoyte.warehouse.KhoyteException;
import khoyte.warehouse.Messages;
import khoyte.warehouse.NightId;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/**
 * {@code khoyte backfill}: one night per day, in order. It stops at the first night that fails; run
 * again, it goes on there, and what is done stays.
 */
@Command(name = "backfill")
public final class BackfillCommand implements Callable<Integer> {
  private final Program program;
  private final BiFunction<NightSetting, Operations, NightWork> work;

  @Option(names = "--from", required = true, paramLabel = "yyyy-MM-dd")
  private LocalDate from = LocalDate.EPOCH;

  @Option(names = "--to", required = true, paramLabel = "yyyy-MM-dd")
  private LocalDate to = LocalDate.EPOCH;

  @Option(names = "--only-missing")
  private boolean onlyMissing;

  @Option(names = "--all")
  private boolean all;

  @Option(names = "--dry-run")
  private boolean dryRun;

  @Option(names = "--reason", paramLabel = "TEXT")
  private @Nullable String reason;

  BackfillCommand(Program program, BiFunction<NightSetting, Operations, NightWork> work) {
    this.program = program;
    this.work = work;
  }

  @Override
  public Integer call() {
    NightSetting setting = program.setting();
    checkArguments(setting);
    String said = ReasonArgument.read(reason);
    BackfillPlan plan;
    try (Operations operations = setting.glance()) {
      plan =
          BackfillPlan.of(operations, from, to, all ? Span.ALL : Span.ONLY_MISSING, said != null);
    }
    if (dryRun) {
      show(setting, plan);
    } else {
      run(setting, plan, said);
    }
    return 0;
  }

  private void checkArguments(NightSetting setting) {
    if (onlyMissing && all) {
      throw new KhoyteException(
          Fault.ARGUMENT, "arg.conflict", "--only-missing", "--all", "backfill");
    }
    if (reason != null && !all) {
      throw new KhoyteException(Fault.ARGUMENT, "backfill.reason");
    }
    if (from.isAfter(to)) {
      throw new KhoyteException(
          Fault.ARGUMENT, "backfill.order", setting.spoken().day(from), setting.spoken().day(to));
    }
    LocalDate today = setting.today();
    if (to.isAfter(today)) {
      throw new KhoyteException(
          Fault.ARGUMENT, "backfill.future", setting.spoken().day(to), setting.spoken().day(today));
    }
  }

  private void run(NightSetting setting, BackfillPlan plan, @Nullable String said) {
    Instant begin = setting.clock().instant();
    NightRunner runner = new NightRunner(setting, work);
    List<Day> asked = plan.days().stream().filter(day -> day.work() != Work.KEPT).toList();
    int made = 0;
    for (int i = 0; i < asked.size(); i++) {
      Day day = asked.get(i);
      LocalDate asOf = day.night().asOf();
      setting.say("backfill.day", i + 1, asked.size(), setting.spoken().day(asOf));
      boolean done = false;
      try {
        NightId night = runner.run(asOf, List.of(), said).night();
        made += day.work() == Work.NOTHING_NEW && night.equals(day.night()) ? 0 : 1;
        done = true;
      } finally {
        if (!done) {
          setting.remark("backfill.stopped", setting.spoken().day(asOf), asked.size() - i - 1);
        }
      }
    }
    setting.say("backfill.done", made, plan.days().size() - made, setting.since(begin));
  }

  /** What is known without running: which files are new, not whether they change a figure. */
  private void show(NightSetting setting, BackfillPlan plan) {
    Messages messages = program.console().messages();
    Map<String, Long> waiting =
        new Inbox(setting.layout().inbox()).waiting(setting.conf().sources());
    TextTable table =
        TextTable.of(
            messages, "status.night", "backfill.work", "backfill.landed", "backfill.reports");
    long nightsPerhaps = 0;
    long reportsPerhaps = 0;
    long reports = 0;
    for (Day day : plan.days()) {
      boolean perhaps = day.work() == Work.NOTHING_NEW && !waiting.isEmpty();
      List<String> issued = issuedAgain(setting, day, perhaps);
      nightsPerhaps += perhaps ? 1 : 0;
      reportsPerhaps += perhaps ? issued.size() : 0;
      reports += perhaps ? 0 : issued.size();
      table.row(
          setting.spoken().day(day.night().asOf()),
          work(messages, day, perhaps),
          day.landed().isEmpty()
              ? ""
              : ReplacedVersion.words(day.landed(), setting.conf(), messages),
          String.join(", ", issued));
    }
    table.lines().forEach(program.console()::line);
    if (!waiting.isEmpty()) {
      setting.say("backfill.waiting", words(setting, waiting));
    }
    if (nightsPerhaps > 0) {
      setting.say("backfill.more", nightsPerhaps, reportsPerhaps);
    }
    setting.say("backfill.dry", plan.days().stream().filter(Day::runs).count(), reports);
  }

  private static String work(Messages messages, Day day, boolean perhaps) {
    int version = day.night().version();
    return switch (day.work()) {
      case FIRST -> messages.text("backfill.first");
      case RESUMED -> messages.text("backfill.resumed", version);
      case NEXT_VERSION -> messages.text("backfill.next", version);
      case NOTHING_NEW -> messages.text(perhaps ? "backfill.perhaps" : "backfill.nothing", version);
      case KEPT -> messages.text("backfill.kept", version);
    };
  }

  /** The reports of the version that would be replaced, with that version. */
  private static List<String> issuedAgain(NightSetting setting, Day day, boolean perhaps) {
    int replaced = day.night().version() - (perhaps ? 0 : 1);
    if (replaced == 0 || !(day.runs() || perhaps)) {
      return List.of();
    }
    Messages messages = setting.console().messages();
    return IssuedReports.of(setting.layout(), new NightId(day.night().asOf(), replaced)).stream()
        .map(name -> messages.text("backfill.report", name, replaced))
        .toList();
  }

  private static String words(NightSetting setting, Map<String, Long> waiting) {
    Messages messages = setting.console().messages();
    return waiting.entrySet().stream()
        .map(
            source ->
                messages.text(
                    "backfill.waiting.source",
                    setting.conf().sourceName(source.getKey()),
                    source.getValue()))
        .collect(Collectors.joining("; "));
  }
}
