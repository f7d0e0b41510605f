package khoyte.jobs.command.night;

import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.concurrent.Callable;
import khoyte.jobs.command.Program;
import khoyte.jobs.command.PublishedFacts;
import khoyte.jobs.command.PublishedNights;
import khoyte.jobs.operations.NightFacts;
import khoyte.jobs.operations.NightSetting;
import khoyte.jobs.operations.Operations;
import khoyte.jobs.worklist.WorklistPreview;
import khoyte.jobs.worklist.Worklists;
import khoyte.warehouse.Fault;
import khoyte.warehouse.KhoyteException;
import khoyte.warehouse.NightId;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code khoyte worklist}: the communes' lists, and what is in those that come back. */
@Command(name = "worklist")
public final class WorklistCommand implements Callable<Integer> {
  private static final int REFUSED = 1;

  private final Program program;

  @Option(names = "--as-of", paramLabel = "yyyy-MM-dd")
  private @Nullable LocalDate asOf;

  @Option(names = "--unit", paramLabel = "CODE")
  private @Nullable String unit;

  @Option(names = "--dry-run")
  private boolean dryRun;

  @Parameters(arity = "0..*", paramLabel = "FILE")
  private List<Path> files = List.of();

  WorklistCommand(Program program) {
    this.program = program;
  }

  @Override
  public Integer call() {
    return dryRun ? preview() : issue();
  }

  private int issue() {
    if (!files.isEmpty()) {
      throw new KhoyteException(Fault.ARGUMENT, "arg.unknown", files.get(0), "worklist");
    }
    if (asOf == null) {
      throw new KhoyteException(Fault.ARGUMENT, "arg.missing", "--as-of", "worklist");
    }
    NightSetting setting = program.setting();
    NightId night = PublishedNights.in(setting.layout()).ofReport(asOf, setting.spoken());
    NightFacts facts;
    try (Operations operations = setting.glance()) {
      facts = PublishedFacts.of(operations, night);
    }
    Worklists.Issued issued = new Worklists(setting).issue(facts, unit);
    if (issued.nowhere() > 0) {
      setting.remark("worklist.nowhere", issued.nowhere());
    }
    setting.say("worklist.done", issued.lists(), issued.rows(), issued.directory().toString());
    return 0;
  }

  private int preview() {
    if (files.isEmpty()) {
      throw new KhoyteException(Fault.ARGUMENT, "arg.missing", "FILE", "worklist");
    }
    List<WorklistPreview.Previewed> previewed = new WorklistPreview(program.setting()).of(files);
    int code = 0;
    for (WorklistPreview.Previewed file : previewed) {
      file.lines().forEach(program.console()::line);
      String refusal = file.refusal();
      if (refusal != null) {
        program.console().remark(refusal);
        code = REFUSED;
      }
    }
    return code;
  }
}
