package khoyte.jobs.command.night;

import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import khoyte.jobs.command.Program;
import khoyte.jobs.link.CsvLinks;
import khoyte.jobs.link.LinkModels;
import khoyte.pipelines.link.CsvTables;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code khoyte train}: the parameters of a linker, learned without examples, as a new version. */
@Command(name = "train")
public final class TrainCommand implements Callable<Integer> {
  private final Program program;

  @Parameters(index = "0", arity = "1", paramLabel = "MODEL")
  private String model = "";

  @Parameters(index = "1..2", arity = "0..2", paramLabel = "CSV")
  private List<Path> tables = List.of();

  @Option(names = "--column", paramLabel = "NAME=HEADING")
  private Map<String, String> columns = new LinkedHashMap<>();

  TrainCommand(Program program) {
    this.program = program;
  }

  @Override
  public Integer call() {
    LinkModels models = LinkModels.of(program.confDirectory());
    CsvLinks.train(
        program.setting(), models.file(model), new CsvTables(tables, columns), models.directory());
    return 0;
  }
}
