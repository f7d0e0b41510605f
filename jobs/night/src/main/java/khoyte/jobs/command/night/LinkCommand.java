package khoyte.jobs.command.night;

import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import khoyte.jobs.command.Program;
import khoyte.jobs.link.CsvLinks;
import khoyte.jobs.link.LinkModels;
import khoyte.jobs.link.LinkOrder;
import khoyte.pipelines.link.CsvTables;
import khoyte.pipelines.link.model.Relation;
import khoyte.warehouse.Fault;
import khoyte.warehouse.KhoyteException;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code khoyte link}: rows of one person within a table of people, or across two. */
@Command(name = "link")
public final class LinkCommand implements Callable<Integer> {
  private final Program program;

  @Parameters(index = "0", arity = "1", paramLabel = "MODEL")
  private String model = "";

  @Parameters(index = "1..2", arity = "1..2", paramLabel = "CSV")
  private List<Path> tables = List.of();

  @Option(names = "--column", paramLabel = "NAME=HEADING")
  private Map<String, String> columns = new LinkedHashMap<>();

  @Option(names = "--out", paramLabel = "CSV")
  private @Nullable Path links;

  @Option(names = "--clusters", paramLabel = "CSV")
  private @Nullable Path clusters;

  @Option(names = "--parameters", paramLabel = "FILE")
  private @Nullable Path parameters;

  @Option(names = "--relation", paramLabel = "many-to-many|one-to-many|one-to-one")
  private @Nullable Relation relation;

  @Option(names = "--explain", arity = "2", hideParamSyntax = true, paramLabel = "ID_L ID_R")
  private List<String> explained = List.of();

  LinkCommand(Program program) {
    this.program = program;
  }

  @Override
  public Integer call() {
    CsvLinks.link(program.setting(), order());
    return 0;
  }

  LinkOrder order() {
    if (links == null && clusters == null && explained.isEmpty()) {
      throw new KhoyteException(Fault.ARGUMENT, "arg.missing", "--out", "link");
    }
    return new LinkOrder(
        LinkModels.of(program.confDirectory()).file(model),
        new CsvTables(tables, columns),
        parameters,
        relation,
        links,
        clusters,
        explained);
  }
}
