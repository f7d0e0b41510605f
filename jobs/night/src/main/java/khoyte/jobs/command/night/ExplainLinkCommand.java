package khoyte.jobs.command.night;

import java.nio.file.Path;
import java.util.Optional;
import java.util.concurrent.Callable;
import khoyte.jobs.command.Program;
import khoyte.jobs.command.PublishedNights;
import khoyte.jobs.conf.SourceConf;
import khoyte.jobs.link.LinkExplanations;
import khoyte.jobs.link.LinkQuestion;
import khoyte.jobs.operations.NightSetting;
import khoyte.warehouse.Fault;
import khoyte.warehouse.KhoyteException;
import khoyte.warehouse.NightId;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code khoyte explain link}: why a record is whose it is. */
@Command(name = "link")
public final class ExplainLinkCommand implements Callable<Integer> {
  private final Program program;

  @Parameters(index = "0", arity = "1", paramLabel = "SOURCE")
  private String source = "";

  @Parameters(index = "1", arity = "1", paramLabel = "RECORD")
  private String record = "";

  @Option(names = "--as-of-night", paramLabel = "N")
  private @Nullable String night;

  @Option(names = "--out", paramLabel = "FILE.svg|FILE.png")
  private @Nullable Path out;

  @Option(names = "--json")
  private boolean json;

  ExplainLinkCommand(Program program) {
    this.program = program;
  }

  @Override
  public Integer call() {
    NightSetting setting = program.setting();
    new LinkExplanations(setting).explain(question(setting));
    return 0;
  }

  LinkQuestion question(NightSetting setting) {
    SourceConf asked = source(setting);
    if (out != null && !out.toString().matches(".*\\.(svg|png)")) {
      throw new KhoyteException(Fault.ARGUMENT, "explain.picture", out.toString());
    }
    NightId of = PublishedNights.in(setting.layout()).asked(Optional.ofNullable(night));
    return new LinkQuestion(of, asked, record, out, json);
  }

  private SourceConf source(NightSetting setting) {
    return setting.conf().sources().stream()
        .filter(SourceConf::isAboutPeople)
        .filter(one -> one.id().equals(source))
        .findFirst()
        .orElseThrow(
            () ->
                new KhoyteException(
                    Fault.ARGUMENT,
                    "explain.source",
                    source,
                    String.join(
                        ", ",
                        setting.conf().sources().stream()
                            .filter(SourceConf::isAboutPeople)
                            .map(SourceConf::id)
                            .toList())));
  }
}
