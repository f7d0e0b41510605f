package khoyte.jobs.command;

import java.io.IOException;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import khoyte.jobs.conf.BuildInfo;
import khoyte.jobs.conf.Conf;
import khoyte.jobs.console.Console;
import khoyte.jobs.operations.NightSetting;
import khoyte.warehouse.HomePermissions;
import khoyte.warehouse.Layout;
import khoyte.warehouse.Notice;
import khoyte.warehouse.StorageFault;

/**
 * The program as it was started: where it stands, its environment, clock and terminal. {@code
 * KHOYTE_HOME} and {@code KHOYTE_CONF} are relative to where it stands.
 */
public final class Program {
  private final Path home;
  private final Map<String, String> environment;
  private final InstantSource clock;
  private final Console console;

  public Program(Path home, Map<String, String> environment, InstantSource clock, Console console) {
    this.home = home;
    this.environment = Map.copyOf(environment);
    this.clock = clock;
    this.console = console;
  }

  public Layout layout() {
    return new Layout(home.resolve(environment.getOrDefault("KHOYTE_HOME", "var")));
  }

  /** Its launcher. */
  public Path launcher() {
    String launcher = environment.get("KHOYTE_LAUNCHER");
    return launcher == null ? home.resolve("bin").resolve("khoyte") : Path.of(launcher);
  }

  public Console console() {
    return console;
  }

  /** Where the configuration is. */
  public Path confDirectory() {
    return home.resolve(environment.getOrDefault("KHOYTE_CONF", "conf"));
  }

  /**
   * Configuration is read here, once a command; and the home is for its owner only from here on.
   */
  public NightSetting setting() {
    closeHome();
    return new NightSetting(
        Conf.read(confDirectory()), layout(), environment, clock, console, BuildInfo.load());
  }

  /** Makes the home if it is missing, and takes from others what is not for them. */
  void closeHome() {
    HomePermissions permissions = new HomePermissions(layout());
    try {
      permissions.directory(layout().home());
    } catch (IOException e) {
      throw StorageFault.cannotWrite(layout().home(), e);
    }
    HomePermissions.Widest widest = permissions.narrow();
    remark("home.narrowed", widest.narrowed());
    remark("home.wide", widest.wide());
  }

  private void remark(String key, List<Path> folders) {
    if (!folders.isEmpty()) {
      console.remark(
          Notice.of(
              key,
              layout().home(),
              folders.stream().map(layout()::name).collect(Collectors.joining(", "))));
    }
  }
}
