package khoyte.jobs.command.night;

import java.util.List;
import java.util.function.BiFunction;
import khoyte.jobs.command.CommandGroup;
import khoyte.jobs.command.Program;
import khoyte.jobs.conf.ReportFormat;
import khoyte.jobs.operations.NightSetting;
import khoyte.jobs.operations.Operations;
import khoyte.jobs.step.NightWork;
import khoyte.pipelines.link.model.Relation;
import picocli.CommandLine;

/** What needs the lake, Spark, or the printing of reports. */
public final class NightCommands implements CommandGroup {
  private final BiFunction<NightSetting, Operations, NightWork> work;

  public NightCommands() {
    this(NightWork::new);
  }

  /**
   * @param work of nights
   */
  NightCommands(BiFunction<NightSetting, Operations, NightWork> work) {
    this.work = work;
  }

  @Override
  public List<CommandLine> commands(Program program) {
    List<CommandLine> commands =
        List.of(
            new CommandLine(new NightCommand(program, work)),
            new CommandLine(new BackfillCommand(program, work)),
            new CommandLine(new ReportCommand(program)),
            new CommandLine(new WorklistCommand(program)),
            new CommandLine(new ExplainCommand())
                .addSubcommand(new ExplainLinkCommand(program))
                .addSubcommand(new ExplainModelCommand(program)),
            new CommandLine(new LinkCommand(program)),
            new CommandLine(new TrainCommand(program)),
            new CommandLine(new BackupCommand(program)),
            new CommandLine(new RestoreCommand(program)),
            new CommandLine(new VerifyCommand(program)));
    for (CommandLine command : commands) {
      command.registerConverter(ReportFormat.class, ReportFormat::of);
      command.registerConverter(Relation.class, Relation::of);
    }
    return commands;
  }
}
