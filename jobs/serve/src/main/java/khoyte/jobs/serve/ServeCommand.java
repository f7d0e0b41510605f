package khoyte.jobs.serve;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import khoyte.jobs.command.Program;
import khoyte.jobs.operations.DatabaseFault;
import khoyte.jobs.operations.NightRuns;
import khoyte.jobs.operations.NightSetting;
import khoyte.jobs.operations.NightState;
import khoyte.jobs.operations.Operations;
import khoyte.jobs.schedule.Timetable;
import khoyte.warehouse.KhoyteException;
import khoyte.warehouse.StorageFault;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.dao.DataAccessException;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/**
 * {@code khoyte serve}: the scheduler in the foreground. Every night is a process of its own, so
 * that its memory goes back to the system and its end is only its own.
 */
@Command(name = "serve")
public final class ServeCommand implements Callable<Integer> {
  private static final Logger LOG = LoggerFactory.getLogger(ServeCommand.class);

  private final Program program;

  @Option(names = "--once")
  private boolean once;

  private volatile @Nullable Process running;

  ServeCommand(Program program) {
    this.program = program;
  }

  @Override
  public Integer call() throws InterruptedException {
    NightSetting setting = program.setting();
    Timetable timetable = Timetable.of(setting.conf().general());
    if (once) {
      runDue(setting, timetable);
      return 0;
    }
    CountDownLatch stopped = new CountDownLatch(1);
    Scheduler scheduler = Scheduler.start(timetable, () -> runDue(setting, timetable));
    Thread stop =
        new Thread(
            () -> {
              scheduler.close();
              endRunning();
              setting.say("serve.stopped");
              stopped.countDown();
            },
            "stop");
    Runtime.getRuntime().addShutdownHook(stop);
    stopped.await();
    return 0;
  }

  /** Runs every due night once, oldest first, and says when the next one is. */
  private void runDue(NightSetting setting, Timetable timetable) {
    try {
      for (LocalDate day : due(setting, timetable)) {
        keep(setting, day);
        night(setting, day);
      }
    } catch (KhoyteException e) {
      program.console().remark(e.text(program.console().messages()));
    } catch (DataAccessException e) {
      LOG.error("Cannot see which nights are due", e);
      DatabaseFault.of(e)
          .or(() -> StorageFault.of(e, setting.layout().home(), 0))
          .ifPresent(fault -> program.console().remark(fault.text(program.console().messages())));
    }
    var next = timetable.next(setting.clock().instant());
    setting.say(
        "serve.waiting",
        setting.spoken().day(next.toLocalDate().minusDays(1)),
        setting.spoken().time(next.toInstant()));
  }

  private static List<LocalDate> due(NightSetting setting, Timetable timetable) {
    try (Operations operations = setting.glance()) {
      NightRuns nights = operations.nights();
      if (nights.fact(NightRuns.LAST_SCHEDULED).isEmpty()) {
        // before the first start nothing was missed
        nights.keepFact(
            NightRuns.LAST_SCHEDULED, timetable.lastDue(setting.clock().instant()).toString());
      }
      LocalDate last = LocalDate.parse(nights.fact(NightRuns.LAST_SCHEDULED).orElseThrow());
      List<LocalDate> due = new ArrayList<>(timetable.due(last, setting.clock().instant()));
      nights
          .lastRunOf(last)
          .filter(run -> run.state() != NightState.COMPLETED && run.id() == nights.greatest())
          .ifPresent(unfinished -> due.add(0, last));
      return due;
    }
  }

  private static void keep(NightSetting setting, LocalDate day) {
    try (Operations operations = setting.glance()) {
      operations.nights().keepFact(NightRuns.LAST_SCHEDULED, day.toString());
    }
  }

  private void night(NightSetting setting, LocalDate day) {
    try {
      Process night =
          new ProcessBuilder(program.launcher().toString(), "night", "--as-of", day.toString())
              .inheritIO()
              .start();
      running = night;
      LOG.info("night {}: process {}", day, night.pid());
      int code = night.waitFor();
      setting.remark("serve.night", setting.spoken().day(day), String.valueOf(night.pid()), code);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    } finally {
      running = null;
    }
  }

  /** A night that is under way is ended with the scheduler; it goes on at the next start. */
  private void endRunning() {
    Process night = running;
    if (night != null) {
      night.destroy();
    }
  }
}
