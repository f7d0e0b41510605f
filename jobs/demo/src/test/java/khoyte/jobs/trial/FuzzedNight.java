package khoyte.jobs.trial;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import java.util.concurrent.TimeUnit;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import khoyte.jobs.demo.DemoProvince;
import khoyte.jobs.demo.Edition;
import khoyte.jobs.operations.FileRecord;
import khoyte.jobs.operations.Operations;
import khoyte.jobs.step.NightHome;
import khoyte.pipelines.read.source.LandedFile;
import khoyte.warehouse.NightId;
import khoyte.warehouse.lake.Lake;
import khoyte.warehouse.table.Field;
import khoyte.warehouse.table.StagedTables;
import khoyte.warehouse.table.Table;
import khoyte.warehouse.table.VersionTables;
import org.apache.commons.io.FileUtils;
import org.jspecify.annotations.Nullable;
import org.springframework.util.FileSystemUtils;

/**
 * A night of the built program over the files of the smallest province and, beside them, many that
 * were made of them by {@link Mutation}. It must complete, take or refuse every file with a reason
 * that names no fault of its own, add up, show no stack trace, stay within its heap and time, and
 * stage of the untouched files what a night stages that has only those. Prints what became of the
 * others, by reason.
 *
 * <pre>FuzzedNight PROGRAM COUNT SEED</pre>
 */
final class FuzzedNight {
  private static final String NIGHT = "2022-12-31.v1";
  private static final String HEAP = "-Xmx1500m";
  private static final long MILLIS_OF_A_FILE = 2000;
  private static final Pattern STACK_TRACE = Pattern.compile("^\\s+at [\\w.$/]+\\(");
  private static final String UNTOUCHED = "untouched";

  private final Path program;
  private final Path folder;
  private final List<String> wrong = new ArrayList<>();

  FuzzedNight(Path program, Path folder) {
    this.program = program;
    this.folder = folder;
  }

  public static void main(String... args) throws Exception {
    Path folder = Files.createTempDirectory("khoyte-fuzz");
    try {
      FuzzedNight night = new FuzzedNight(Path.of(args[0]), folder);
      night.run(Integer.parseInt(args[1]), Long.parseLong(args[2]));
      night.wrong.forEach(line -> System.out.println("WRONG: " + line));
      System.exit(night.wrong.isEmpty() ? 0 : 1);
    } finally {
      FileSystemUtils.deleteRecursively(folder);
    }
  }

  private void run(int count, long seed) throws Exception {
    Path untouched = folder.resolve(UNTOUCHED);
    DemoProvince.write(DemoProvince.LEAST_SCALE, 2022, Edition.FIRST, untouched.resolve("inbox"));
    Path fuzzed = folder.resolve("fuzzed");
    FileUtils.copyDirectory(untouched.toFile(), fuzzed.toFile());
    long millis = night(untouched, Long.MAX_VALUE);
    khoyte(untouched, Long.MAX_VALUE, "worklist", "--as-of", "2022-12-31");
    FileUtils.copyDirectory(
        untouched.resolve("secret").toFile(), fuzzed.resolve("secret").toFile());

    mutate(fuzzed.resolve("inbox"), worklist(untouched), count, seed);
    long fuzzedMillis = night(fuzzed, 3 * millis + count * MILLIS_OF_A_FILE);
    System.out.printf(
        Locale.ROOT,
        "seed %d, %d files: %.1f s; without them %.1f s%n",
        seed,
        count,
        fuzzedMillis / 1000.0,
        millis / 1000.0);
    if (wrong.isEmpty()) {
      checkFiles(new NightHome(fuzzed));
      checkStaged(new NightHome(untouched), new NightHome(fuzzed));
      checkLogs(fuzzed);
    }
  }

  /** One that a commune would send back; the smallest. */
  private static Path worklist(Path home) throws IOException {
    try (Stream<Path> files = Files.walk(home.resolve("out/worklists"))) {
      return files
          .filter(file -> file.toString().endsWith(".xlsx"))
          .min((one, other) -> Long.compare(one.toFile().length(), other.toFile().length()))
          .orElseThrow();
    }
  }

  /** Puts the mutated files behind the others in the order of names, so that those land first. */
  private static void mutate(Path inbox, Path worklist, int count, long seed) throws IOException {
    List<Path> files;
    try (Stream<Path> all = Files.walk(inbox)) {
      files = new ArrayList<>(all.filter(Files::isRegularFile).sorted().toList());
    }
    Random random = new Random(seed);
    Path correction = Files.createDirectories(inbox.resolve("correction"));
    for (int i = 1; i <= count; i++) {
      boolean isWorklist = random.nextInt(20) == 0;
      Path file = isWorklist ? worklist : files.get(random.nextInt(files.size()));
      Path other = files.get(random.nextInt(files.size()));
      byte[] mutated =
          new Mutation(random.nextLong()).of(Files.readAllBytes(file), Files.readAllBytes(other));
      Path beside = isWorklist ? correction : file.getParent();
      Files.write(beside.resolve("z%05d %s".formatted(i, file.getFileName())), mutated);
    }
  }

  private long night(Path home, long mostMillis) throws Exception {
    return khoyte(home, mostMillis, "night", "--as-of", "2022-12-31");
  }

  /** Runs a command, which must succeed and say nothing that only a programmer understands. */
  private long khoyte(Path home, long mostMillis, String... command) throws Exception {
    List<String> words = new ArrayList<>(List.of(program.toString()));
    words.addAll(List.of(command));
    Path said = folder.resolve("said");
    ProcessBuilder builder =
        new ProcessBuilder(words).redirectErrorStream(true).redirectOutput(said.toFile());
    builder.environment().put("KHOYTE_HOME", home.toString());
    builder.environment().put("KHOYTE_JAVA_OPTS", HEAP);
    long start = System.nanoTime();
    Process process = builder.start();
    boolean isOver = process.waitFor(mostMillis, TimeUnit.MILLISECONDS);
    if (!isOver) {
      process.destroyForcibly();
      wrong.add("not over after " + mostMillis / 1000 + " s");
    } else if (process.exitValue() != 0) {
      wrong.add("exit code " + process.exitValue() + ": " + last(Files.readAllLines(said)));
    }
    checkLines(home + " said", Files.readAllLines(said));
    return TimeUnit.NANOSECONDS.toMillis(System.nanoTime() - start);
  }

  private static String last(List<String> lines) {
    return String.join(" / ", lines.subList(Math.max(0, lines.size() - 5), lines.size()));
  }

  private void checkLines(String where, List<String> lines) {
    lines.stream()
        .filter(line -> STACK_TRACE.matcher(line).find() || line.contains("Exception"))
        .findFirst()
        .ifPresent(line -> wrong.add(where + ": " + line));
  }

  private void checkLogs(Path home) throws IOException {
    try (Stream<Path> logs = Files.list(home.resolve("logs"))) {
      for (Path log : logs.filter(file -> file.toString().endsWith(".log")).toList()) {
        checkLines(log.getFileName().toString(), Files.readAllLines(log));
      }
    }
  }

  /** Every file that was sent is taken or refused, adds up, and is refused for a reason. */
  private void checkFiles(NightHome home) throws IOException {
    try (Stream<Path> inbox = Files.walk(home.layout.inbox())) {
      inbox.filter(Files::isRegularFile).forEach(file -> wrong.add("left in the inbox: " + file));
    }
    Map<String, Integer> reasons = new TreeMap<>();
    for (List<@Nullable Object> row : home.rows(NIGHT, "files")) {
      String name = row.get(0) + " " + row.get(1);
      String state = String.valueOf(row.get(2));
      String refusal = row.get(3) == null ? "" : row.get(3).toString();
      boolean isRefused = state.equals("refused");
      if (isRefused != refusal.startsWith("file.refused.")
          || !isRefused && !state.equals("loaded")) {
        wrong.add(name + " is " + state + ": " + refusal);
      }
      if (refusal.equals(LandedFile.UNEXPECTED)) {
        wrong.add(name + " met a fault of the program");
      }
      if (!"0".equals(String.valueOf(row.get(6)))) {
        wrong.add(name + " lost " + row.get(6) + " records");
      }
      reasons.merge(isRefused ? refusal : "taken", 1, Integer::sum);
    }
    reasons.forEach((reason, files) -> System.out.printf("%6d  %s%n", files, reason));
  }

  /** Of the untouched files the same counts, and the same rows in every table. */
  private void checkStaged(NightHome untouched, NightHome fuzzed) throws SQLException {
    Map<String, String> found = staged(fuzzed);
    staged(untouched)
        .forEach(
            (file, rows) -> {
              if (!rows.equals(found.get(file))) {
                wrong.add(file + ": " + rows + " and now " + found.get(file));
              }
            });
  }

  /** What was staged of every file, by sender and bytes. */
  private static Map<String, String> staged(NightHome home) throws SQLException {
    Map<Long, String> names = new TreeMap<>();
    Map<String, String> staged = new TreeMap<>();
    try (Operations operations = home.operations();
        Lake lake = Lake.open(operations.lake());
        Connection database = DriverManager.getConnection("jdbc:duckdb:");
        Statement statement = database.createStatement()) {
      for (FileRecord record : operations.files().known(Long.MAX_VALUE)) {
        var file = record.file();
        String name = file.source() + " " + file.folder() + " " + file.sha256();
        names.put(file.id(), name);
        staged.put(
            name,
            "%s %s %d %d %d"
                .formatted(
                    record.refused(),
                    record.announced(),
                    record.read(),
                    record.staged(),
                    record.quarantined()));
      }
      List<Table> tables = new ArrayList<>(StagedTables.ALL);
      tables.removeAll(VersionTables.ALL); // made of the others, and of the files' numbers
      for (Table table : tables) {
        long snapshot = lake.snapshotOf(table, NightId.parse(NIGHT)).orElseThrow();
        String paths =
            lake.dataFiles(table, snapshot).paths().stream()
                .map(path -> "'" + home.layout.lake().resolve(path) + "'")
                .collect(Collectors.joining(", "));
        if (!paths.isEmpty()) {
          String sql =
              NightHome.sql("staged")
                  .replace("${files}", paths)
                  .replace("${columns}", columns(table));
          try (ResultSet row = statement.executeQuery(sql)) {
            while (row.next()) {
              String rows = " " + table.name() + " " + row.getLong(2) + " " + row.getString(3);
              staged.merge(names.get(row.getLong(1)), rows, String::concat);
            }
          }
        }
      }
    }
    return staged;
  }

  /** What a file's number and a file's place among others say nothing of. */
  private static String columns(Table table) {
    return table.fields().stream()
        .map(Field::name)
        .filter(name -> !name.equals("file_id"))
        .map(name -> '"' + name + '"')
        .collect(Collectors.joining(", "));
  }
}
