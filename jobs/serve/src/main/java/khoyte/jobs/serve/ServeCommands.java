package khoyte.jobs.serve;

import java.util.List;
import khoyte.jobs.command.CommandGroup;
import khoyte.jobs.command.Program;
import picocli.CommandLine;

/** What stays in the foreground, without the lake and without Spark. */
public final class ServeCommands implements CommandGroup {

  @Override
  public List<CommandLine> commands(Program program) {
    return List.of(new CommandLine(new ServeCommand(program)));
  }
}
