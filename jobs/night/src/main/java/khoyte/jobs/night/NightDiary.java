package khoyte.jobs.night;

import java.lang.management.ManagementFactory;
import java.time.Duration;
import java.time.Instant;
import java.util.EnumMap;
import java.util.Map;
import khoyte.jobs.operations.NightRuns;
import khoyte.jobs.operations.NightSetting;
import khoyte.jobs.operations.NightState;
import khoyte.jobs.operations.NightStep;
import khoyte.jobs.operations.StepRun;
import khoyte.jobs.step.StepCount;
import org.jspecify.annotations.Nullable;
import org.springframework.batch.core.BatchStatus;
import org.springframework.batch.core.ExitStatus;
import org.springframework.batch.core.listener.StepExecutionListener;
import org.springframework.batch.core.step.StepExecution;

/** Writes down when each step of a run began and ended and what it handled, and says so. */
final class NightDiary implements StepExecutionListener {
  private final NightSetting setting;
  private final NightRuns nights;
  private final long run;
  private final Map<NightStep, Instant> started = new EnumMap<>(NightStep.class);
  private final Map<NightStep, StepCount> counts = new EnumMap<>(NightStep.class);
  private long cpuBefore;

  NightDiary(NightSetting setting, NightRuns nights, long run) {
    this.setting = setting;
    this.nights = nights;
    this.run = run;
  }

  /** What a step has handled, told by the step itself. */
  synchronized void handled(NightStep step, StepCount count) {
    counts.put(step, count);
  }

  @Override
  public void beforeStep(StepExecution execution) {
    NightStep step = NightStep.of(execution.getStepName());
    Instant now = setting.clock().instant();
    started.put(step, now);
    cpuBefore = cpuMillis();
    nights.startStep(run, step.code(), step.ordinal() + 1, now);
  }

  @Override
  public @Nullable ExitStatus afterStep(StepExecution execution) {
    NightStep step = NightStep.of(execution.getStepName());
    boolean completed = execution.getStatus() == BatchStatus.COMPLETED;
    Instant begin = started.getOrDefault(step, setting.clock().instant());
    Instant now = setting.clock().instant();
    StepCount count = counts.getOrDefault(step, StepCount.NOTHING);
    nights.finishStep(
        run,
        new StepRun(
            step.code(),
            completed ? NightState.COMPLETED : NightState.FAILED,
            begin,
            now,
            count.rows(),
            count.bytes(),
            cpuMillis() - cpuBefore));
    if (completed && step != NightStep.STAGE) {
      setting.say(
          step == NightStep.RECEIVE ? "step.files" : "step.done",
          step.name(setting.console().messages()),
          count.rows(),
          setting.spoken().duration(Duration.between(begin, now)));
    }
    return null;
  }

  private static long cpuMillis() {
    return ManagementFactory.getOperatingSystemMXBean()
            instanceof com.sun.management.OperatingSystemMXBean system
        ? system.getProcessCpuTime() / 1_000_000
        : 0;
  }
}
