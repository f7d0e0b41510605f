package khoyte.jobs.night;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.InstantSource;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;
import khoyte.jobs.conf.BuildInfo;
import khoyte.jobs.conf.Conf;
import khoyte.jobs.conf.SourceConf;
import khoyte.jobs.console.Console;
import khoyte.jobs.console.KeptNotice;
import khoyte.jobs.operations.ArrivedFile;
import khoyte.jobs.operations.FileOutcome;
import khoyte.jobs.operations.NightFacts;
import khoyte.jobs.operations.NightRun;
import khoyte.jobs.operations.NightSetting;
import khoyte.jobs.operations.Operations;
import khoyte.jobs.operations.RecordBalance;
import khoyte.jobs.operations.TestedConf;
import khoyte.jobs.step.NightWork;
import khoyte.jobs.step.StepCount;
import khoyte.pipelines.read.source.LandedFile;
import khoyte.warehouse.Fault;
import khoyte.warehouse.KhoyteException;
import khoyte.warehouse.Layout;
import khoyte.warehouse.Messages;
import khoyte.warehouse.NightId;
import khoyte.warehouse.lake.WrittenFile;
import khoyte.warehouse.table.StagedTables;

/**
 * A house whose files are lines of text: a line is a record, a line {@code bad} a row kept back, a
 * file that starts with {@code cut} is refused, one with {@code bug} because the program fails.
 * What the steps were asked is written down.
 */
public final class FakeHouse {
  public final Layout layout;
  public final Path confDirectory;
  public final List<String> asked = Collections.synchronizedList(new ArrayList<>());
  public final Map<String, Long> lake = new TreeMap<>();

  /** Records of a file that resolution forgets, by the file's id. */
  public final Map<Long, Long> forgotten = new TreeMap<>();

  public final ByteArrayOutputStream out = new ByteArrayOutputStream();
  public final ByteArrayOutputStream err = new ByteArrayOutputStream();
  public Instant now = Instant.parse("2022-12-31T18:00:00Z");

  /** Step that breaks down, by the name of its part. */
  public String broken = "";

  /** Part in which the process is killed, without any farewell. */
  public String killed = "";

  /** Whether the program reads also files with {@code bug}. */
  public boolean isMended;

  /** What happens while a part is at work, by its name. */
  public final Map<String, Runnable> meanwhile = new TreeMap<>();

  private final Conf conf;
  private final TreeSet<String> commits = new TreeSet<>();
  private final Map<Long, Long> staged = new TreeMap<>();

  public FakeHouse(Path home, Path conf) {
    this.layout = new Layout(home);
    this.confDirectory = TestedConf.of(home, conf);
    this.conf = Conf.read(confDirectory);
  }

  public NightSetting setting() {
    InstantSource clock = () -> now;
    return new NightSetting(
        conf, layout, Map.of(), clock, console(), new BuildInfo("1.0.0", "a1b2c3d"));
  }

  public Console console() {
    return new Console(
        new PrintStream(out, true, StandardCharsets.UTF_8),
        new PrintStream(err, true, StandardCharsets.UTF_8),
        false,
        Messages.VIETNAMESE);
  }

  public NightRun night(String asOf) {
    return new NightRunner(setting(), this::work).run(LocalDate.parse(asOf), List.of());
  }

  public NightRun night(String asOf, String reason) {
    return new NightRunner(setting(), this::work).run(LocalDate.parse(asOf), List.of(), reason);
  }

  public Operations operations() {
    return Operations.glance(conf.general().operations(), layout, Map.of());
  }

  /** Puts a file into the inbox. */
  public void send(String path, String... lines) throws IOException {
    Path file = layout.inbox().resolve(path);
    Files.createDirectories(file.getParent());
    Files.writeString(file, String.join("\n", lines));
  }

  public List<String> said() {
    return lines(out);
  }

  public List<String> remarked() {
    return lines(err);
  }

  private static List<String> lines(ByteArrayOutputStream stream) {
    List<String> lines = stream.toString(StandardCharsets.UTF_8).lines().toList();
    stream.reset();
    return lines;
  }

  /** The work of a night of this house. */
  public NightWork work(NightSetting setting, Operations operations) {
    return new FakeWork(setting, operations);
  }

  private final class FakeWork extends NightWork {

    FakeWork(NightSetting setting, Operations operations) {
      super(setting, operations);
    }

    @Override
    public FileOutcome read(ArrivedFile file, SourceConf source) {
      return FakeHouse.this.read(file);
    }

    @Override
    public void stage(String commit, List<WrittenFile> files) {
      ask("stage");
      if (commits.add(commit)) {
        for (WrittenFile file : files) {
          String[] place = file.path().split("/", -1);
          lake.merge(place[0], file.rows(), Long::sum);
          staged.merge(Long.valueOf(place[1]), file.rows(), Long::sum);
        }
      }
    }

    @Override
    public StepCount clean(NightFacts night) {
      ask("clean");
      return new StepCount(lake.values().stream().mapToLong(rows -> rows).sum(), 0);
    }

    @Override
    public List<RecordBalance> resolve(NightFacts night) {
      ask("resolve");
      return staged.entrySet().stream()
          .map(
              file ->
                  new RecordBalance(
                      file.getKey(),
                      file.getValue(),
                      0,
                      0,
                      file.getValue() - forgotten.getOrDefault(file.getKey(), 0L),
                      0,
                      0,
                      0))
          .toList();
    }

    @Override
    public StepCount marts(NightFacts night) {
      ask("marts");
      return new StepCount(2, 0);
    }

    @Override
    public void check(NightFacts night) {
      ask("check");
    }

    @Override
    public Map<String, Long> publish(NightFacts night) {
      ask("publish");
      return Map.of("health.citizen", 7L);
    }

    @Override
    public Map<String, List<Path>> report(NightFacts night) {
      ask("report");
      return Map.of("ho-so-suc-khoe", List.of(), "tiem-chung-covid", List.of());
    }

    @Override
    public void clearAfter(NightId night) {
      ask("clear");
    }

    @Override
    public void close() {
      ask("close");
    }
  }

  private FileOutcome read(ArrivedFile file) {
    ask("read " + file.shownName());
    List<String> lines;
    try {
      lines = Files.readAllLines(layout.landed(file.sha256()));
    } catch (IOException e) {
      throw new java.io.UncheckedIOException(e);
    }
    if (lines.get(0).startsWith("cut")) {
      return refused(KeptNotice.of("file.refused.truncated", List.of(file.name(), 1)));
    }
    if (lines.get(0).startsWith("bug") && !isMended) {
      return refused(KeptNotice.of(LandedFile.UNEXPECTED, List.of(file.name(), "Bug")));
    }
    long bad = lines.stream().filter("bad"::equals).count();
    long good = lines.size() - bad;
    return new FileOutcome(
        null,
        lines.size(),
        good,
        bad,
        null,
        List.of(),
        List.of(
            new WrittenFile(
                StagedTables.HEALTH_RECORD_VERSION, file.source() + "/" + file.id(), good, 10)),
        null);
  }

  private static FileOutcome refused(KeptNotice refusal) {
    return new FileOutcome(null, 0, 0, 0, null, List.of(), List.of(), refusal);
  }

  private void ask(String part) {
    asked.add(part);
    meanwhile.getOrDefault(part, () -> {}).run();
    if (!killed.isEmpty() && part.startsWith(killed)) {
      Runtime.getRuntime().halt(137);
    }
    if (!broken.isEmpty() && part.startsWith(broken)) {
      throw new KhoyteException(Fault.RESOURCE, "disk.full", part, 0, 1);
    }
  }
}
