package khoyte.jobs.backup;

import java.nio.file.Path;
import java.time.Instant;
import java.util.concurrent.atomic.AtomicInteger;
import khoyte.jobs.operations.NightSetting;

/** A backup whose process is killed when it looks at the clock for a certain time. */
final class KilledBackup {

  private KilledBackup() {}

  public static void main(String[] args) {
    NightSetting setting = new SmallWarehouse(Path.of(args[0]), Path.of(args[1])).setting();
    Instant now = setting.clock().instant();
    AtomicInteger left = new AtomicInteger(Integer.parseInt(args[3]));
    NightSetting killed =
        new NightSetting(
            setting.conf(),
            setting.layout(),
            setting.environment(),
            () -> {
              if (left.decrementAndGet() == 0) {
                Runtime.getRuntime().halt(137);
              }
              return now;
            },
            setting.console(),
            setting.build());
    new Backup(killed, Path.of(args[1])).to(args[2]);
  }
}
