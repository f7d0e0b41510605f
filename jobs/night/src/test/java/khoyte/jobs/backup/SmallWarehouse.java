package khoyte.jobs.backup;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import khoyte.jobs.command.CommandGroup;
import khoyte.jobs.command.CommandTree;
import khoyte.jobs.command.Program;
import khoyte.jobs.conf.BuildInfo;
import khoyte.jobs.conf.Conf;
import khoyte.jobs.console.Console;
import khoyte.jobs.keep.Checksums;
import khoyte.jobs.keep.Retention;
import khoyte.jobs.operations.ArrivedFile;
import khoyte.jobs.operations.NightRun;
import khoyte.jobs.operations.NightSetting;
import khoyte.jobs.operations.NightState;
import khoyte.jobs.operations.Operations;
import khoyte.jobs.operations.TestedConf;
import khoyte.warehouse.HomePermissions;
import khoyte.warehouse.Layout;
import khoyte.warehouse.Messages;
import khoyte.warehouse.NightId;
import khoyte.warehouse.Sha256;
import khoyte.warehouse.lake.DataFileWriter;
import khoyte.warehouse.lake.Lake;
import khoyte.warehouse.lake.WrittenFile;
import khoyte.warehouse.night.Publication;
import khoyte.warehouse.table.DrawnTable;
import khoyte.warehouse.table.ResolvedTables;
import khoyte.warehouse.table.Table;

/**
 * A warehouse of real files and a real operations database, without what a night computes: a night
 * is a landed file, a row of the lake, a file that stands for the night's, and a report.
 */
public final class SmallWarehouse {
  private static final Table CITIZEN = ResolvedTables.CITIZEN;

  public final Layout layout;
  public final Path conf;
  public final Map<String, String> environment = new HashMap<>();
  public Instant now = Instant.parse("2023-01-06T02:00:00Z");

  /** Of a home that may not exist yet. */
  public SmallWarehouse(Path home, Path conf) {
    this.layout = new Layout(home);
    this.conf = TestedConf.of(home, conf);
    environment.put("KHOYTE_HOME", home.toString());
    environment.put("KHOYTE_CONF", this.conf.toString());
  }

  /** With a copy of the shipped configuration. */
  public static SmallWarehouse in(Path folder) throws IOException {
    Path conf = Files.createDirectories(folder.resolve("conf"));
    for (String file : List.of("khoyte.yml", "sources.yml", "report.yml")) {
      Files.copy(Path.of("../../conf").resolve(file), conf.resolve(file));
    }
    return new SmallWarehouse(folder.resolve("var"), conf);
  }

  /** Replaces text of {@code khoyte.yml}. */
  public void configure(String before, String after) throws IOException {
    Path file = conf.resolve("khoyte.yml");
    String text = Files.readString(file);
    if (!text.contains(before)) {
      throw new AssertionError(before);
    }
    Files.writeString(file, text.replace(before, after));
  }

  public NightSetting setting() {
    Console console =
        new Console(
            new PrintStream(new ByteArrayOutputStream()),
            new PrintStream(new ByteArrayOutputStream()),
            false,
            Messages.VIETNAMESE);
    return new NightSetting(
        Conf.read(conf),
        layout,
        environment,
        () -> now,
        console,
        new BuildInfo("1.0.0", "a1b2c3d"));
  }

  public Operations operations() {
    return Operations.glance(Conf.read(conf).general().operations(), layout, environment);
  }

  /** A night, published, with its checksums; every one has another citizen and another file. */
  public NightId night(String name) throws IOException {
    NightId night = NightId.parse(name);
    Files.createDirectories(layout.secret());
    Files.writeString(layout.secret().resolve("citizen-key"), "a secret of 32 bytes, all of them.");
    try (Operations operations = operations();
        Lake lake = Lake.open(operations.lake())) {
      NightRun run = operations.nights().start(night, 7, "1.0.0", now, null);
      operations.nights().know(run.id(), land(operations, name), now);
      lake.ensure(List.of(CITIZEN));
      lake.append(CITIZEN, List.of(write(lake, name)), "run-" + run.id());
      lake.tag(CITIZEN, night);
      Files.createDirectories(layout.work());
      Files.writeString(layout.unpublished(night), "figures of " + name);
      new Publication(layout).publish(night);
      Checksums checksums = new Checksums(layout, operations.keeping());
      checksums.recordLake(lake);
      checksums.record(List.of(layout.nightFile(night), report(night)));
      operations.nights().finish(run.id(), NightState.COMPLETED, now);
    }
    new HomePermissions(layout).narrow();
    return night;
  }

  private long land(Operations operations, String text) throws IOException {
    Path arrived = Files.writeString(Files.createDirectories(layout.work()).resolve("file"), text);
    String sha256 = Sha256.of(arrived);
    Path landed = layout.landed(sha256);
    Files.createDirectories(landed.getParent());
    Files.move(arrived, landed);
    return operations
        .files()
        .insert(
            new ArrivedFile(
                0, "ehr", "", text + ".csv", sha256, text.length(), now, LocalDate.EPOCH));
  }

  /** A data file of one citizen that belongs to nothing yet. */
  public WrittenFile write(Lake lake, String key) {
    DataFileWriter writer = lake.writer(CITIZEN, "part");
    DrawnTable.rows(CITIZEN, "citizen_key\n" + key + "\n").forEach(writer::write);
    return writer.close();
  }

  private Path report(NightId night) throws IOException {
    Path folder = Files.createDirectories(layout.reports(night));
    return Files.writeString(folder.resolve("ho-so-suc-khoe.csv"), "report of " + night);
  }

  /** What follows a night. */
  public void clear(NightId night) {
    try (Operations operations = operations();
        Lake lake = Lake.open(operations.lake())) {
      new Retention(setting(), operations, lake).after(night);
    }
  }

  /** Data files of a night in the lake. */
  public List<String> lakeFiles(NightId night) {
    try (Operations operations = operations();
        Lake lake = Lake.open(operations.lake())) {
      return lake.dataFiles(CITIZEN, lake.snapshotOf(CITIZEN, night).orElseThrow()).paths();
    }
  }

  /** What a command answers. */
  public record Answer(int code, String out, String err) {}

  /** Runs a command. */
  public Answer khoyte(String... args) {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    ByteArrayOutputStream err = new ByteArrayOutputStream();
    Console console =
        new Console(
            new PrintStream(out, true, StandardCharsets.UTF_8),
            new PrintStream(err, true, StandardCharsets.UTF_8),
            false,
            Messages.VIETNAMESE);
    Program program = new Program(layout.home(), environment, () -> now, console);
    int code = new CommandTree(program, CommandGroup.here()).run(args);
    return new Answer(
        code, out.toString(StandardCharsets.UTF_8), err.toString(StandardCharsets.UTF_8));
  }

  /** Files of the home by their names, with their SHA-256; database, locks, log and work aside. */
  public TreeMap<String, String> files() {
    return files(layout.home(), "(operations|logs|work|conf)/.*");
  }

  /** Files below a folder by their names, with their SHA-256. */
  public static TreeMap<String, String> files(Path folder, String but) {
    TreeMap<String, String> files = new TreeMap<>();
    try (Stream<Path> found = Files.walk(folder)) {
      for (Path file : found.filter(Files::isRegularFile).toList()) {
        String name = folder.relativize(file).toString();
        if (!name.matches(but)) {
          files.put(name, Sha256.of(file));
        }
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return files;
  }

  /** Changes one bit in the middle of a file. */
  public static void flip(Path file) throws IOException {
    byte[] bytes = Files.readAllBytes(file);
    bytes[bytes.length / 2] ^= 1;
    Files.write(file, bytes);
  }

  /** Cuts a byte off. */
  public static void cut(Path file) throws IOException {
    byte[] bytes = Files.readAllBytes(file);
    Files.write(file, java.util.Arrays.copyOf(bytes, bytes.length - 1));
  }
}
