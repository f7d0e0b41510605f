package khoyte.jobs.command.night;

import java.nio.file.Files;
import java.util.concurrent.Callable;
import khoyte.jobs.backup.Restoration;
import khoyte.jobs.command.Program;
import khoyte.jobs.operations.NightSetting;
import khoyte.warehouse.NightId;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

/** {@code khoyte restore}: the newest backup back into an empty home. */
@Command(name = "restore")
public final class RestoreCommand implements Callable<Integer> {
  private final Program program;

  @Parameters(arity = "1", paramLabel = "DIR")
  private String place = "";

  RestoreCommand(Program program) {
    this.program = program;
  }

  @Override
  public Integer call() {
    NightSetting setting = program.setting();
    Restoration.Done done = new Restoration(setting).from(place);
    done.damaged().forEach(damage -> program.console().remark(damage.ofBackup()));
    setting.say(
        "restore.done",
        done.files(),
        setting.layout().home(),
        done.newest().map(NightId::toString).orElse("-"));
    if (Files.isDirectory(setting.layout().restoredConf())) {
      setting.say("restore.conf", setting.layout().restoredConf());
    }
    return done.damaged().isEmpty() ? 0 : 1;
  }
}
