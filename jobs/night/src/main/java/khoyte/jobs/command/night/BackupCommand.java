package khoyte.jobs.command.night;

import java.time.Instant;
import java.util.concurrent.Callable;
import khoyte.jobs.backup.Backup;
import khoyte.jobs.command.Program;
import khoyte.jobs.operations.NightSetting;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

/** {@code khoyte backup}: a copy of the warehouse as it is now. */
@Command(name = "backup")
public final class BackupCommand implements Callable<Integer> {
  private final Program program;

  @Parameters(arity = "1", paramLabel = "DIR")
  private String place = "";

  BackupCommand(Program program) {
    this.program = program;
  }

  @Override
  public Integer call() {
    NightSetting setting = program.setting();
    Instant begin = setting.clock().instant();
    Backup.Done done = new Backup(setting, program.confDirectory()).to(place);
    if (done.readable()) {
      setting.remark("backup.readable", place);
    }
    done.damaged().forEach(damage -> program.console().remark(damage.ofWarehouse()));
    setting.say(
        "backup.done",
        done.files(),
        done.added(),
        (done.bytes() + (1 << 20) - 1) >> 20,
        setting.since(begin),
        place);
    return done.damaged().isEmpty() ? 0 : 1;
  }
}
