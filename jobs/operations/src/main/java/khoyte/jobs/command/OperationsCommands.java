package khoyte.jobs.command;

import java.util.List;
import java.util.stream.Stream;
import khoyte.warehouse.night.AnswerFormat;
import picocli.CommandLine;

/** What looks at the warehouse and changes nothing; on every class path. */
public final class OperationsCommands implements CommandGroup {

  @Override
  public List<CommandLine> commands(Program program) {
    return Stream.of(
            new SqlCommand(program),
            new StatusCommand(program),
            new RunsCommand(program),
            new SourcesCommand(program))
        .map(CommandLine::new)
        .map(command -> command.registerConverter(AnswerFormat.class, AnswerFormat::of))
        .toList();
  }
}
