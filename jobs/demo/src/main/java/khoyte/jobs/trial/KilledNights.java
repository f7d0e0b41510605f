package khoyte.jobs.trial;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileVisitOption;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import khoyte.jobs.demo.DemoProvince;
import khoyte.jobs.demo.Edition;
import khoyte.warehouse.Layout;
import khoyte.warehouse.NightId;
import khoyte.warehouse.night.NightReader;
import khoyte.warehouse.night.Publication;
import khoyte.warehouse.sql.EngineLimits;
import khoyte.warehouse.table.NightTables;
import khoyte.warehouse.table.ResolvedTables;
import khoyte.warehouse.table.Table;
import org.springframework.util.FileSystemUtils;

/**
 * Kills nights of the built program with SIGKILL and has them run again: the first night of the
 * smallest province and the one after it, some times each before it may end. What is published in
 * the end must be what undisturbed nights publish. Prints a line for each kill.
 *
 * <pre>KilledNights PROGRAM COUNT SEED</pre>
 */
final class KilledNights {
  private static final String AS_OF = "2022-12-31";
  private static final List<Table> TABLES =
      List.of(
          ResolvedTables.CITIZEN,
          ResolvedTables.HEALTH_RECORD,
          ResolvedTables.ENCOUNTER,
          ResolvedTables.IMMUNIZATION,
          ResolvedTables.COVID_DOSE,
          NightTables.HEALTH_RECORD_BY_DISTRICT,
          NightTables.COVID_CLEANED_BY_DISTRICT);
  private static final int KILLS_OF_A_NIGHT = 5;

  private final Path program;
  private final Path folder;

  /**
   * When a night is killed.
   *
   * @param step so named on the terminal, after whose end the time runs; empty: the start
   */
  record Moment(String step, long millis) {
    @Override
    public String toString() {
      return (step.isEmpty() ? "start" : "“" + step + "”")
          + String.format(Locale.ROOT, " + %.3f s", millis / 1000.0);
    }
  }

  /** What a night published: rows of its file by query, and the reports as text. */
  record Figures(Map<String, List<String>> rows) {}

  /**
   * An undisturbed night.
   *
   * @param steps as named on the terminal, with the milliseconds from the start to their end
   */
  record Undisturbed(Figures figures, Map<String, Long> steps, long millis) {}

  KilledNights(Path program, Path folder) {
    this.program = program;
    this.folder = folder;
  }

  public static void main(String... args) throws Exception {
    int count = Integer.parseInt(args[1]);
    long seed = Long.parseLong(args[2]);
    Path folder = Files.createTempDirectory("khoyte-kills");
    try {
      KilledNights nights = new KilledNights(Path.of(args[0]), folder);
      System.exit(nights.killMany(count, new Random(seed)) ? 0 : 1);
    } finally {
      FileSystemUtils.deleteRecursively(folder);
    }
  }

  /** Whether all came out right. */
  private boolean killMany(int count, Random random) throws Exception {
    Path first = folder.resolve("first");
    Path undisturbed = folder.resolve("undisturbed");
    send(first, Edition.FIRST);
    FileSystemUtils.copyRecursively(first, undisturbed);
    Undisturbed one = undisturbed(undisturbed);
    FileSystemUtils.copyRecursively(undisturbed.resolve("secret"), first.resolve("secret"));
    Path next = folder.resolve("next");
    send(undisturbed, new Edition(1, 10));
    FileSystemUtils.copyRecursively(undisturbed, next);
    Undisturbed two = undisturbed(undisturbed);
    System.out.printf(
        Locale.ROOT,
        "undisturbed: first night %.1f s, next night %.1f s%n",
        one.millis / 1000.0,
        two.millis / 1000.0);

    Deque<Moment> ofFirst = moments(one, (count + 1) / 2, random);
    Deque<Moment> ofNext = moments(two, count / 2, random);
    boolean right = true;
    int number = 0;
    while (!ofFirst.isEmpty() || !ofNext.isEmpty()) {
      for (Deque<Moment> moments : List.of(ofFirst, ofNext)) {
        if (!moments.isEmpty()) {
          List<Moment> some = take(moments);
          boolean isFirst = moments == ofFirst;
          Path home = folder.resolve("home" + number);
          FileSystemUtils.copyRecursively(isFirst ? first : next, home);
          String wrong = killed(home, some, isFirst ? one.figures : two.figures);
          for (Moment moment : some) {
            number++;
            System.out.printf("%3d  %s night  %s%n", number, isFirst ? "first" : "next ", moment);
          }
          System.out.println(wrong.isEmpty() ? "     the same" : "     WRONG: " + wrong);
          right &= wrong.isEmpty();
          FileSystemUtils.deleteRecursively(home);
        }
      }
    }
    return right;
  }

  private static List<Moment> take(Deque<Moment> moments) {
    List<Moment> some = new ArrayList<>();
    while (some.size() < KILLS_OF_A_NIGHT && !moments.isEmpty()) {
      some.add(moments.poll());
    }
    return some;
  }

  /** The end of every step, and any moment. */
  private static Deque<Moment> moments(Undisturbed night, int count, Random random) {
    Deque<Moment> moments = new ArrayDeque<>();
    List<String> steps = List.copyOf(night.steps.keySet());
    for (int i = 0; i < count; i++) {
      moments.add(
          i < steps.size()
              ? new Moment(steps.get(i), random.nextInt(30))
              : i % 2 == 0
                  ? new Moment("", random.nextLong(night.millis))
                  : new Moment(steps.get(random.nextInt(steps.size())), random.nextInt(4000)));
    }
    return moments;
  }

  static void send(Path home, Edition edition) throws IOException {
    DemoProvince.write(DemoProvince.LEAST_SCALE, 2022, edition, home.resolve("inbox"));
  }

  Undisturbed undisturbed(Path home) throws Exception {
    Map<String, Long> steps = new TreeMap<>();
    long start = System.nanoTime();
    Process process = start(home);
    try (BufferedReader lines = output(process)) {
      for (String line = lines.readLine(); line != null; line = lines.readLine()) {
        String step = endOfStep(line);
        if (!step.isEmpty()) {
          steps.put(step, millisSince(start));
        }
      }
    }
    if (process.waitFor() != 0) {
      throw new IllegalStateException("Cannot run the undisturbed night in " + home);
    }
    return new Undisturbed(figures(home), steps, millisSince(start));
  }

  /** What is wrong after the kills and a last run that may end; empty if nothing. */
  String killed(Path home, List<Moment> moments, Figures expected) throws Exception {
    for (Moment moment : moments) {
      killAt(home, moment);
    }
    Process last = start(home);
    List<String> said = output(last).lines().toList();
    if (last.waitFor() != 0) {
      return String.join(" / ", said);
    }
    if (!figures(home).equals(expected)) {
      return "other figures";
    }
    Process verification = start(home, "verify");
    List<String> found = output(verification).lines().toList();
    if (verification.waitFor() != 0) {
      return String.join(" / ", found);
    }
    return leftOver(home);
  }

  private void killAt(Path home, Moment moment) throws Exception {
    Process process = start(home);
    Thread reading =
        new Thread(
            () -> {
              try (BufferedReader lines = output(process)) {
                boolean reached = moment.step.isEmpty();
                while (!reached) {
                  String line = lines.readLine();
                  reached = line == null || endOfStep(line).equals(moment.step);
                }
                process.waitFor(moment.millis, TimeUnit.MILLISECONDS);
                process.destroyForcibly();
              } catch (IOException e) {
                process.destroyForcibly();
              } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
              }
            });
    reading.start();
    process.waitFor();
    reading.join();
  }

  private Process start(Path home) throws IOException {
    return start(home, "night", "--as-of", AS_OF);
  }

  private Process start(Path home, String... command) throws IOException {
    List<String> words = new ArrayList<>(List.of(program.toString()));
    words.addAll(List.of(command));
    ProcessBuilder builder = new ProcessBuilder(words).redirectErrorStream(true);
    builder.environment().put("KHOYTE_HOME", home.toString());
    return builder.start();
  }

  private static BufferedReader output(Process process) {
    return new BufferedReader(
        new InputStreamReader(process.getInputStream(), StandardCharsets.UTF_8));
  }

  /** The name of the step whose end a line tells; empty if it tells something else. */
  private static String endOfStep(String line) {
    return line.matches("[^:]+: [0-9.]+ (bản ghi|tệp), .*(giây|phút)\\.")
        ? line.substring(0, line.indexOf(':'))
        : "";
  }

  private static long millisSince(long start) {
    return TimeUnit.NANOSECONDS.toMillis(System.nanoTime() - start);
  }

  private static Figures figures(Path path) throws IOException {
    Layout layout = new Layout(path);
    NightId night = new Publication(layout).currentNight().orElseThrow();
    Map<String, List<String>> rows = new TreeMap<>();
    try (NightReader reader = NightReader.open(layout, night, new EngineLimits("512MB", 2))) {
      for (Table table : TABLES) {
        rows.put(
            table.name(),
            reader.query("from " + table.name()).rows().stream()
                .map(String::valueOf)
                .sorted()
                .toList());
      }
    }
    for (String report : List.of("ho-so-suc-khoe.csv", "tiem-chung-covid.csv")) {
      rows.put(
          report, Files.readAllLines(path.resolve("out/reports").resolve(AS_OF).resolve(report)));
    }
    rows.put("night", List.of(night.toString()));
    return new Figures(rows);
  }

  /** Files that only a running night has. */
  private static String leftOver(Path home) throws IOException {
    try (Stream<Path> files =
        Stream.concat(
            Files.walk(home.resolve("work"), FileVisitOption.FOLLOW_LINKS),
            Files.walk(home.resolve("inbox"), FileVisitOption.FOLLOW_LINKS))) {
      List<String> left =
          files.filter(Files::isRegularFile).map(file -> home.relativize(file).toString()).toList();
      return left.isEmpty() ? "" : "left over: " + left;
    }
  }
}
