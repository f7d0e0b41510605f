package khoyte.jobs.night;

import java.nio.file.Files;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.function.BiFunction;
import java.util.stream.Stream;
import khoyte.jobs.conf.SourceConf;
import khoyte.jobs.console.Console;
import khoyte.jobs.console.Spoken;
import khoyte.jobs.console.Trace;
import khoyte.jobs.landing.Landing;
import khoyte.jobs.operations.LandedFiles;
import khoyte.jobs.operations.NightRun;
import khoyte.jobs.operations.NightRuns;
import khoyte.jobs.operations.NightSetting;
import khoyte.jobs.operations.NightState;
import khoyte.jobs.operations.NightStep;
import khoyte.jobs.operations.Operations;
import khoyte.jobs.step.NightWork;
import khoyte.warehouse.NightId;
import khoyte.warehouse.Notice;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Decides what {@code khoyte night} means today - a first run, the rest of a failed one, the next
 * version, or nothing - and has it done.
 */
public final class NightRunner {
  private static final Logger LOG = LoggerFactory.getLogger(NightRunner.class);

  private final NightSetting setting;
  private final BiFunction<NightSetting, Operations, NightWork> work;
  private final Console console;
  private final Spoken spoken;

  /**
   * @param work of a night; called only when there is something to do
   */
  public NightRunner(NightSetting setting, BiFunction<NightSetting, Operations, NightWork> work) {
    this.setting = setting;
    this.work = work;
    this.console = setting.console();
    this.spoken = setting.spoken();
  }

  /**
   * Runs the night of a date to its end and gives the run that holds its figures; if there was
   * nothing to do, the one before. A night that cannot be completed is an error, and what was
   * published before stands.
   *
   * @param sources ids whose files are to be received; all if empty
   */
  public NightRun run(LocalDate asOf, List<String> sources) {
    return run(asOf, sources, null);
  }

  /**
   * The same; with a reason also if nothing is new, as the next version, whose reports print the
   * reason.
   */
  public NightRun run(LocalDate asOf, List<String> sources, @Nullable String reason) {
    List<SourceConf> received =
        sources.isEmpty()
            ? setting.conf().sources()
            : sources.stream().map(setting.conf()::source).toList();
    try (NightLock lock = NightLock.take(setting.layout(), asOf, now(), spoken);
        Operations operations =
            Operations.open(
                setting.conf().general().operations(), setting.layout(), setting.environment())) {
      recover(operations.nights());
      Optional<NightRun> failed = toResume(operations.nights(), asOf);
      if (failed.isPresent()) {
        return resume(operations, failed.get(), received, reason);
      }
      Optional<NightRun> completed = operations.nights().lastCompletedOf(asOf);
      if (completed.isPresent()
          && !isAnythingNew(operations.files(), completed.get(), received)
          && !operations.keeping().isRetired(completed.get().night())
          && reason == null) {
        console.say(
            "night.already",
            spoken.day(asOf),
            spoken.time(Objects.requireNonNull(completed.get().finishedAt())));
        try (NightWork opened = work.apply(setting, operations)) {
          clear(opened, completed.get().night());
        }
        return completed.get();
      }
      return start(operations, nextOf(asOf, completed), received, reason);
    }
  }

  /** Holding the lock, whatever says it is running has died. */
  private void recover(NightRuns nights) {
    for (NightRun dead : nights.running()) {
      Instant lastSign =
          nights.steps(dead.id()).stream()
              .flatMap(step -> Stream.of(step.startedAt(), step.finishedAt()))
              .filter(Objects::nonNull)
              .max(Instant::compareTo)
              .orElse(dead.startedAt());
      nights.finish(dead.id(), NightState.FAILED, lastSign);
      console.remark(Notice.of("night.recovered", spoken.day(dead.night().asOf())));
    }
  }

  /**
   * A failed run goes on only if no other night has run since, for else the lake is further than
   * where it stopped, and only in the program that began it. One that has been published needs
   * neither. One of which no step is known, as after a restoration, starts anew.
   */
  private Optional<NightRun> toResume(NightRuns nights, LocalDate asOf) {
    return nights
        .lastRunOf(asOf)
        .filter(run -> run.state() == NightState.FAILED && run.lastStep() != null)
        .filter(
            run ->
                Files.exists(setting.layout().nightFile(run.night()))
                    || (run.id() == nights.greatest()
                        && run.codeVersion().equals(setting.build().toString())));
  }

  private static NightId nextOf(LocalDate asOf, Optional<NightRun> completed) {
    return new NightId(asOf, completed.map(run -> run.night().version() + 1).orElse(1));
  }

  private boolean isAnythingNew(LandedFiles files, NightRun completed, List<SourceConf> received) {
    new Landing(setting.layout(), files, setting.clock(), spoken, console::remark)
        .receive(received);
    return files.greatest() > Objects.requireNonNull(completed.knownFile());
  }

  private NightRun resume(
      Operations operations, NightRun failed, List<SourceConf> received, @Nullable String reason) {
    NightRun run =
        operations.nights().resume(failed, process(), setting.build().toString(), reason);
    console.say(
        "night.resume",
        spoken.day(run.night().asOf()),
        lastStep(failed).name(console.messages()),
        spoken.time(Objects.requireNonNullElse(failed.finishedAt(), failed.startedAt())));
    return execute(operations, run, received);
  }

  private NightRun start(
      Operations operations, NightId night, List<SourceConf> received, @Nullable String reason) {
    NightRun run =
        operations.nights().start(night, process(), setting.build().toString(), now(), reason);
    console.say("night.start", spoken.day(night.asOf()));
    return execute(operations, run, received);
  }

  private NightRun execute(Operations operations, NightRun run, List<SourceConf> received) {
    NightOrder order = new NightOrder(run.night(), run.id(), received);
    NightSummary summary = new NightSummary(setting, operations);
    boolean completed = false;
    try (NightWork opened = work.apply(setting, operations)) {
      new NightExecution(setting, opened, operations).execute(order);
      operations.nights().finish(run.id(), NightState.COMPLETED, now());
      completed = true;
      NightRun done = operations.nights().run(run.id());
      summary.say(done);
      clear(opened, done.night());
      return done;
    } finally {
      if (!completed) {
        fail(operations.nights(), run);
      }
    }
  }

  /**
   * The night stands, whatever happens here; what is left over goes when it is asked for again, or
   * after the next one.
   */
  private void clear(NightWork opened, NightId night) {
    try {
      opened.clearAfter(night);
    } catch (RuntimeException e) {
      LOG.error("night {}: clearing away failed: {}", night, Trace.of(e));
      console.remark(Notice.of("retention.failed", spoken.day(night.asOf())));
    }
  }

  private void fail(NightRuns nights, NightRun run) {
    NightRun failed = nights.run(run.id());
    nights.finish(run.id(), NightState.FAILED, now());
    console.remark(
        Notice.of(
            "night.failed",
            spoken.day(run.night().asOf()),
            lastStep(failed).name(console.messages())));
  }

  private static NightStep lastStep(NightRun run) {
    return run.lastStep() == null ? NightStep.RECEIVE : NightStep.of(run.lastStep());
  }

  private Instant now() {
    return setting.clock().instant();
  }

  private static long process() {
    return ProcessHandle.current().pid();
  }
}
