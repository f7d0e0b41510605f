package khoyte.jobs.command.night;

import java.time.LocalDate;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.function.BiFunction;
import khoyte.jobs.command.Program;
import khoyte.jobs.command.ReasonArgument;
import khoyte.jobs.night.NightRunner;
import khoyte.jobs.operations.NightSetting;
import khoyte.jobs.operations.Operations;
import khoyte.jobs.step.NightWork;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** {@code khoyte night}: the nightly job of a date. */
@Command(name = "night")
public final class NightCommand implements Callable<Integer> {
  private final Program program;
  private final BiFunction<NightSetting, Operations, NightWork> work;

  @Option(names = "--as-of", required = true, paramLabel = "yyyy-MM-dd")
  private LocalDate asOf = LocalDate.EPOCH;

  @Option(
      names = "--source",
      arity = "1..*",
      split = ",",
      hideParamSyntax = true,
      paramLabel = "ID")
  private List<String> sources = List.of();

  @Option(names = "--reason", paramLabel = "TEXT")
  private @Nullable String reason;

  NightCommand(Program program, BiFunction<NightSetting, Operations, NightWork> work) {
    this.program = program;
    this.work = work;
  }

  @Override
  public Integer call() {
    new NightRunner(program.setting(), work).run(asOf, sources, ReasonArgument.read(reason));
    return 0;
  }
}
