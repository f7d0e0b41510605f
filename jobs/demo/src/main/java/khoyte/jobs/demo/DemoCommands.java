package khoyte.jobs.demo;

import java.util.List;
import khoyte.jobs.command.CommandGroup;
import khoyte.jobs.command.Program;
import picocli.CommandLine;

/** What works with an invented province. */
public final class DemoCommands implements CommandGroup {

  @Override
  public List<CommandLine> commands(Program program) {
    return List.of(new CommandLine(new DemoCommand(program)));
  }
}
