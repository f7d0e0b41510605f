package khoyte.jobs.demo;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import khoyte.jobs.command.Program;
import khoyte.jobs.command.PublishedFacts;
import khoyte.jobs.console.Console;
import khoyte.jobs.night.NightRunner;
import khoyte.jobs.operations.NightFacts;
import khoyte.jobs.operations.NightRun;
import khoyte.jobs.operations.NightRuns;
import khoyte.jobs.operations.NightSetting;
import khoyte.jobs.operations.Operations;
import khoyte.jobs.report.ReportIssues;
import khoyte.jobs.step.NightWork;
import khoyte.warehouse.Fault;
import khoyte.warehouse.KhoyteException;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** {@code khoyte demo}: a synthetic province, its night, the two tables of 2022. */
@Command(name = "demo")
public final class DemoCommand implements Callable<Integer> {
  private static final LocalDate AS_OF = LocalDate.of(2022, 12, 31);

  private final Program program;

  @Option(names = "--scale", defaultValue = "0.01", paramLabel = "0.01")
  private double scale;

  @Option(names = "--seed", defaultValue = "2022", paramLabel = "N")
  private long seed;

  @Option(names = "--files-only")
  private boolean filesOnly;

  /** For measurements: further events of the same people, one in so many. */
  @Option(names = "--edition", defaultValue = "0", hidden = true)
  private int edition;

  @Option(names = "--every", defaultValue = "1", hidden = true)
  private int every;

  DemoCommand(Program program) {
    this.program = program;
  }

  @Override
  public Integer call() {
    NightSetting setting = program.setting();
    Console console = program.console();
    if (isFirst(setting) || !edition().equals(Edition.FIRST)) {
      DemoProvince.write(scale, seed, edition(), setting.layout().inbox());
    }
    console.say(
        "demo.written", String.valueOf(scale), String.valueOf(seed), setting.layout().inbox());
    if (filesOnly) {
      return 0;
    }
    NightRun run = new NightRunner(setting, NightWork::new).run(AS_OF, List.of());
    NightFacts night;
    try (Operations operations = setting.glance()) {
      night = PublishedFacts.of(operations, run.night());
    }
    for (String table : new ReportIssues(setting).draw(night)) {
      console.line("");
      console.line(table);
    }
    console.say("demo.synthetic");
    try (java.util.stream.Stream<Path> files = Files.list(setting.layout().reports(AS_OF))) {
      files.filter(Files::isRegularFile).sorted().forEach(file -> console.line(file.toString()));
    } catch (java.io.IOException e) {
      throw new java.io.UncheckedIOException(e);
    }
    return 0;
  }

  private Edition edition() {
    return edition == 0 ? Edition.FIRST : new Edition(edition, every);
  }

  /** Marks the warehouse as synthetic; refuses one that holds anything else. */
  private boolean isFirst(NightSetting setting) {
    String province = scale + " " + seed;
    try (Operations operations = setting.glance()) {
      NightRuns nights = operations.nights();
      Optional<String> synthetic = nights.fact(NightRuns.SYNTHETIC);
      if (synthetic.isEmpty() && operations.files().greatest() > 0) {
        throw new KhoyteException(Fault.ARGUMENT, "demo.real");
      }
      if (synthetic.isPresent() && !synthetic.get().equals(province)) {
        List<String> other = List.of(synthetic.get().split(" ", 2));
        throw new KhoyteException(Fault.ARGUMENT, "demo.other", other.get(0), other.get(1));
      }
      nights.keepFact(NightRuns.SYNTHETIC, province);
      return operations.files().greatest() == 0;
    }
  }
}
