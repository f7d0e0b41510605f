package khoyte.jobs.command.night;

import java.nio.file.Path;
import java.util.concurrent.Callable;
import khoyte.jobs.command.Program;
import khoyte.jobs.link.LinkModels;
import khoyte.jobs.link.LinkParametersFile;
import khoyte.jobs.link.ModelPages;
import khoyte.warehouse.Fault;
import khoyte.warehouse.KhoyteException;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code khoyte explain model}: what was learned for a linker, on a page. */
@Command(name = "model")
public final class ExplainModelCommand implements Callable<Integer> {
  private final Program program;

  @Parameters(index = "0", arity = "1", paramLabel = "MODEL")
  private String model = "";

  @Option(names = "--parameters", paramLabel = "FILE")
  private @Nullable Path parameters;

  @Option(names = "--out", required = true, paramLabel = "FILE.pdf")
  private Path out = Path.of("");

  ExplainModelCommand(Program program) {
    this.program = program;
  }

  @Override
  public Integer call() {
    ModelPages.write(program.setting(), parameters(), out);
    return 0;
  }

  /** The file of parameters that is printed. */
  Path parameters() {
    if (!out.toString().endsWith(".pdf")) {
      throw new KhoyteException(Fault.ARGUMENT, "explain.page.form", out.toString());
    }
    LinkModels models = LinkModels.of(program.confDirectory());
    models.file(model);
    return parameters != null
        ? parameters
        : LinkParametersFile.newestOf(models.directory(), model)
            .orElseThrow(() -> new KhoyteException(Fault.ARGUMENT, "explain.untrained", model));
  }
}
