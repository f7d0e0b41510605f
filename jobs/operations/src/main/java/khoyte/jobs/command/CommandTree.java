package khoyte.jobs.command;

import java.io.OutputStreamWriter;
import java.io.PrintStream;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.ResourceBundle;
import khoyte.jobs.conf.BuildInfo;
import khoyte.jobs.console.Trace;
import khoyte.jobs.operations.DatabaseFault;
import khoyte.warehouse.Fault;
import khoyte.warehouse.KhoyteException;
import khoyte.warehouse.Messages;
import khoyte.warehouse.StorageFault;
import org.jspecify.annotations.Nullable;
import org.slf4j.LoggerFactory;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.MissingParameterException;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.UnmatchedArgumentException;

/** {@code khoyte} and its commands: arguments, help, errors in one line, exit codes. */
public final class CommandTree {
  private static final int FAILED = 1;
  private static final int WRONG_ARGUMENTS = 2;

  /** Every command, in the order of the help. The launcher knows on which class path each is. */
  public static final List<String> NAMES =
      List.of(
          "demo",
          "night",
          "backfill",
          "report",
          "worklist",
          "explain",
          "sql",
          "status",
          "runs",
          "sources",
          "link",
          "train",
          "serve",
          "backup",
          "restore",
          "verify");

  private final Program program;
  private final CommandLine line;

  /**
   * @param groups those of this process; of the commands of others there is only the help
   */
  public CommandTree(Program program, List<CommandGroup> groups) {
    this.program = program;
    this.line = new CommandLine(new Root());
    Map<String, CommandLine> here = new HashMap<>();
    for (CommandGroup group : groups) {
      group.commands(program).forEach(command -> here.put(command.getCommandName(), command));
    }
    for (String name : NAMES) {
      line.addSubcommand(name, here.getOrDefault(name, elsewhere(name)));
    }
    Locale locale = messages().locale();
    line.setResourceBundle(
        ResourceBundle.getBundle(
            "khoyte.jobs.help",
            locale,
            ResourceBundle.Control.getNoFallbackControl(ResourceBundle.Control.FORMAT_PROPERTIES)));
    addHelp(line);
    line.registerConverter(LocalDate.class, DateArgument::read);
    line.setUsageHelpAutoWidth(true);
    line.setOut(writer(program.console().out()));
    line.setErr(writer(program.console().err()));
    line.setParameterExceptionHandler((error, args) -> wrongArguments(error));
    line.setExecutionExceptionHandler((error, command, result) -> failed(error, command));
  }

  @Command(name = "khoyte", versionProvider = Version.class)
  static final class Root implements Runnable {
    @CommandLine.Spec private CommandLine.Model.@Nullable CommandSpec spec;

    @Override
    public void run() {
      CommandLine line = Objects.requireNonNull(spec).commandLine();
      line.usage(line.getOut());
    }
  }

  static final class Version implements CommandLine.IVersionProvider {
    @Override
    public String[] getVersion() {
      return new String[] {"khoyte " + BuildInfo.load()};
    }
  }

  /** A command that another class path has. */
  private static CommandLine elsewhere(String name) {
    return new CommandLine(
        CommandSpec.wrapWithoutInspection(
                (Runnable)
                    () -> {
                      throw new IllegalStateException(
                          "Cannot run " + name + ": its classes are on another class path");
                    })
            .name(name));
  }

  /** Runs a command line; gives the exit code. */
  public int run(String... args) {
    try {
      return line.execute(args);
    } catch (Error e) {
      return failed(e, line);
    }
  }

  private static PrintWriter writer(PrintStream stream) {
    return new PrintWriter(new OutputStreamWriter(stream, StandardCharsets.UTF_8), true);
  }

  private static void addHelp(CommandLine command) {
    command.getCommandSpec().mixinStandardHelpOptions(true);
    command.getSubcommands().values().forEach(CommandTree::addHelp);
  }

  private int wrongArguments(ParameterException error) {
    String command = commandName(error.getCommandLine());
    if (error.getCause() instanceof KhoyteException known) {
      program.console().remark(known.text(messages()));
    } else if (error instanceof MissingParameterException missing) {
      String name =
          missing.getMissing().isEmpty()
              ? ""
              : missing.getMissing().get(0) instanceof CommandLine.Model.OptionSpec option
                  ? option.longestName()
                  : missing.getMissing().get(0).paramLabel();
      program.console().remark(messages().text("arg.missing", name, command));
    } else {
      program
          .console()
          .remark(messages().text("arg.unknown", blamed(error), command).replace("  ", " "));
    }
    return WRONG_ARGUMENTS;
  }

  private static String blamed(ParameterException error) {
    if (error instanceof UnmatchedArgumentException unmatched
        && !unmatched.getUnmatched().isEmpty()) {
      return unmatched.getUnmatched().get(0);
    }
    return Objects.requireNonNullElse(
        error.getValue(),
        error.getArgSpec() instanceof CommandLine.Model.OptionSpec option
            ? option.longestName()
            : "");
  }

  private static String commandName(CommandLine command) {
    CommandLine parent = command.getParent();
    return parent == null ? "" : (commandName(parent) + " " + command.getCommandName()).strip();
  }

  private int failed(Throwable error, CommandLine command) {
    try {
      program.closeHome(); // before the log is made in it
    } catch (RuntimeException e) {
      error.addSuppressed(e);
    }
    Optional<KhoyteException> known = known(error);
    if (known.isEmpty()) {
      LoggerFactory.getLogger(CommandTree.class)
          .error("{} failed: {}", commandName(command), Trace.of(error));
      program
          .console()
          .remark(
              messages()
                  .text(
                      "error.unexpected",
                      error.getClass().getSimpleName(),
                      program.layout().logs()));
      return FAILED;
    }
    LoggerFactory.getLogger(CommandTree.class)
        .error("{}: {}: {}", commandName(command), known.get().key(), Trace.of(error));
    program.console().remark(known.get().text(messages()));
    return known.get().fault() == Fault.ARGUMENT ? WRONG_ARGUMENTS : FAILED;
  }

  private Optional<KhoyteException> known(Throwable error) {
    for (Throwable cause = error; cause != null; cause = cause.getCause()) {
      if (cause instanceof KhoyteException known) {
        return Optional.of(known);
      }
    }
    return DatabaseFault.of(error).or(() -> StorageFault.of(error, program.layout().home(), 0));
  }

  private Messages messages() {
    return program.console().messages();
  }
}
