package khoyte.jobs.command;

import java.util.List;
import java.util.ServiceLoader;
import picocli.CommandLine;

/**
 * Commands that need the same class path. A process knows those of the groups on its own; the
 * launcher gives every command the class path that has it.
 */
public interface CommandGroup {

  /** Its commands, each with its name and its subcommands. */
  List<CommandLine> commands(Program program);

  /** The groups on the class path of this process. */
  static List<CommandGroup> here() {
    return ServiceLoader.load(CommandGroup.class).stream()
        .map(ServiceLoader.Provider::get)
        .toList();
  }
}
