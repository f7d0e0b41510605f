package khoyte.jobs;

import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Clock;
import java.util.Map;
import java.util.logging.LogManager;
import khoyte.jobs.command.CommandGroup;
import khoyte.jobs.command.CommandTree;
import khoyte.jobs.command.Program;
import khoyte.jobs.console.Console;
import khoyte.jobs.console.Trace;
import khoyte.warehouse.Messages;
import org.slf4j.LoggerFactory;

/** The program {@code khoyte}. */
public final class Khoyte {

  private Khoyte() {}

  /** Runs a command; the launcher says where the program stands and whether it has a terminal. */
  public static void main(String[] args) {
    keepLibrariesSilent();
    Map<String, String> environment = System.getenv();
    Console console =
        new Console(
            stream(FileDescriptor.out),
            stream(FileDescriptor.err),
            Boolean.getBoolean("khoyte.terminal"),
            Messages.of(environment));
    String encoding = System.getProperty("sun.jnu.encoding");
    if (!StandardCharsets.UTF_8.name().equalsIgnoreCase(encoding)) {
      console.remark(console.messages().text("locale.none", encoding));
      System.exit(1);
    }
    Program program =
        new Program(
            Path.of(System.getProperty("khoyte.program", ".")).toAbsolutePath(),
            environment,
            Clock.systemUTC(),
            console);
    System.setProperty("khoyte.logs", program.layout().logs().toString());
    int code = new CommandTree(program, CommandGroup.here()).run(args);
    console.out().flush();
    console.err().flush();
    System.exit(code);
  }

  /** What libraries say by other ways than the log, or threads at their end, may quote a value. */
  public static void keepLibrariesSilent() {
    LogManager.getLogManager().reset();
    Thread.setDefaultUncaughtExceptionHandler(
        (thread, error) ->
            LoggerFactory.getLogger(Khoyte.class)
                .error("thread {}: {}", thread.getName(), Trace.of(error)));
  }

  private static PrintStream stream(FileDescriptor descriptor) {
    return new PrintStream(new FileOutputStream(descriptor), true, StandardCharsets.UTF_8);
  }
}
