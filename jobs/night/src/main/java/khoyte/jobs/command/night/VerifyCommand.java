package khoyte.jobs.command.night;

import java.util.concurrent.Callable;
import khoyte.jobs.backup.Verification;
import khoyte.jobs.command.Program;
import khoyte.jobs.operations.NightSetting;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

/** {@code khoyte verify}: every file of the warehouse, or of a backup, against its checksum. */
@Command(name = "verify")
public final class VerifyCommand implements Callable<Integer> {
  private final Program program;

  @Parameters(arity = "0..1", paramLabel = "DIR")
  private @Nullable String place;

  VerifyCommand(Program program) {
    this.program = program;
  }

  @Override
  public Integer call() {
    NightSetting setting = program.setting();
    Verification verification = new Verification(setting);
    Verification.Found found =
        place == null ? verification.ofWarehouse() : verification.ofBackup(place);
    found
        .damaged()
        .forEach(
            damage ->
                program.console().remark(place == null ? damage.ofWarehouse() : damage.ofBackup()));
    if (!found.damaged().isEmpty()) {
      return 1;
    }
    setting.say("verify.ok", found.files());
    return 0;
  }
}
