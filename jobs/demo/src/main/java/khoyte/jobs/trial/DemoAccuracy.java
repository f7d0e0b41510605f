package khoyte.jobs.trial;

import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.NamedCsvRecord;
import de.siegmar.fastcsv.writer.CsvWriter;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.stream.Collectors;
import khoyte.jobs.demo.DemoProvince;
import khoyte.jobs.demo.DemoTruth;
import khoyte.jobs.demo.Dirt;
import khoyte.jobs.demo.Planted;
import khoyte.pipelines.link.model.Thresholds;
import khoyte.warehouse.Layout;

/**
 * How right a night is about whose visits and doses are, judged by the truth of a synthetic
 * province: {@code write} invents one, {@code judge} compares what its night published. See {@code
 * bin/accuracy}.
 */
public final class DemoAccuracy {
  private static final String TRUTH = "truth.csv";
  private static final String CANDIDATES =
      "from read_parquet('${files}') select source_table, record_key, weight, first_ma_hssk"
          + " order by weight desc";

  /** Written so that a person who looks at the registry could not tell either. */
  private static final Set<Planted> UNDECIDABLE =
      EnumSet.of(Planted.HARD_MOVED, Planted.HARD_PLACEHOLDER);

  private DemoAccuracy() {}

  /**
   * A visit or dose.
   *
   * @param truth smallest MA_HSSK of its citizen, empty if it is nobody's or cannot be decided
   * @param found the same as published
   * @param evidence as published
   * @param planted what was planted in it
   * @param surname of its citizen
   */
  record Judged(
      String source,
      String key,
      String truth,
      String found,
      String link,
      String evidence,
      Set<Planted> planted,
      String surname) {

    boolean isRight() {
      return !found.isEmpty() && found.equals(truth);
    }

    boolean isHard() {
      return planted.stream().anyMatch(Planted::isHard) && !truth.isEmpty();
    }

    boolean isDecidable() {
      return isHard() && planted.stream().noneMatch(UNDECIDABLE::contains);
    }

    boolean isOfTheMatcher() {
      return evidence.equals("matcher") && link.equals("resolved");
    }
  }

  /** {@code write HOME SCALE SEED usual|hardest}, or {@code judge HOME links.csv owners.csv}. */
  public static void main(String[] arguments) throws IOException, SQLException {
    PrintStream out = new PrintStream(System.out, true, StandardCharsets.UTF_8);
    Path home = Path.of(arguments[1]);
    if (arguments[0].equals("write")) {
      Dirt dirt = Dirt.valueOf(arguments[4].toUpperCase(Locale.ROOT));
      write(
          home,
          DemoProvince.writeWithRecords(
              Double.parseDouble(arguments[2]),
              Long.parseLong(arguments[3]),
              dirt,
              new Layout(home).inbox()));
      return;
    }
    List<Judged> judged = judged(home, Path.of(arguments[2]), Path.of(arguments[3]));
    print(out, judged);
    best(out, home, judged);
  }

  private static void write(Path home, DemoTruth truth) throws IOException {
    Map<String, String> names = new HashMap<>();
    truth.citizens().forEach(citizen -> names.put(citizen.firstRecordKey(), citizen.name()));
    try (CsvWriter csv = CsvWriter.builder().build(home.resolve(TRUTH))) {
      csv.writeRecord("source", "key", "citizen", "planted", "name");
      for (DemoTruth.Link link : truth.records()) {
        if (!link.source().equals("ehr")) {
          String citizen = link.citizen() == null ? "" : link.citizen();
          csv.writeRecord(
              link.source(),
              link.key(),
              citizen,
              link.planted().stream().map(Enum::name).collect(Collectors.joining(" ")),
              names.getOrDefault(citizen, ""));
        }
      }
    }
  }

  private static List<Judged> judged(Path home, Path links, Path owners) throws IOException {
    Map<String, String> smallest = new HashMap<>();
    each(
        owners,
        row ->
            smallest.merge(
                row.getField("citizen_key"),
                row.getField("ma_hssk"),
                (one, other) -> one.compareTo(other) < 0 ? one : other));
    Map<String, NamedCsvRecord> published = new HashMap<>();
    each(links, row -> published.put(row.getField("source") + " " + row.getField("key"), row));
    List<Judged> judged = new ArrayList<>();
    each(
        home.resolve(TRUTH),
        row -> {
          NamedCsvRecord link = published.get(row.getField("source") + " " + row.getField("key"));
          if (link == null) {
            return;
          }
          String planted = row.getField("planted");
          judged.add(
              new Judged(
                  row.getField("source"),
                  row.getField("key"),
                  row.getField("citizen"),
                  smallest.getOrDefault(link.getField("citizen_key"), ""),
                  link.getField("link"),
                  link.getField("evidence"),
                  planted.isEmpty()
                      ? Set.of()
                      : Arrays.stream(planted.split(" ", -1))
                          .map(Planted::valueOf)
                          .collect(Collectors.toSet()),
                  row.getField("name").split(" ", -1)[0]));
        });
    return judged;
  }

  private static void each(Path file, Consumer<NamedCsvRecord> taker) throws IOException {
    try (CsvReader<NamedCsvRecord> reader = CsvReader.builder().ofNamedCsvRecord(file)) {
      reader.forEach(taker);
    }
  }

  private static void print(PrintStream out, List<Judged> all) {
    heading(out);
    line(out, "all", all);
    group(out, "source", all, Judged::source);
    line(out, "hard, a clerk could decide", all.stream().filter(Judged::isDecidable).toList());
    line(out, "strangers", all.stream().filter(one -> one.truth().isEmpty()).toList());
    line(out, "links of the matcher", all.stream().filter(Judged::isOfTheMatcher).toList());
    Map<String, List<Judged>> byDefect = new TreeMap<>();
    for (Judged one : all) {
      one.planted()
          .forEach(
              trap ->
                  byDefect
                      .computeIfAbsent("defect " + trap.name(), any -> new ArrayList<>())
                      .add(one));
    }
    byDefect.forEach((defect, some) -> line(out, defect, some));
    Map<String, Long> sizes =
        all.stream().collect(Collectors.groupingBy(Judged::surname, Collectors.counting()));
    group(
        out,
        "name",
        all.stream().filter(one -> !one.surname().isEmpty()).toList(),
        one ->
            one.surname().equalsIgnoreCase("Nguyễn") || one.surname().equals("NGUYEN")
                ? "Nguyễn"
                : sizes.getOrDefault(one.surname(), 0L) * 50 > all.size()
                    ? "other frequent"
                    : "rare");
  }

  private static void group(
      PrintStream out, String what, List<Judged> all, Function<Judged, String> by) {
    new TreeMap<>(all.stream().collect(Collectors.groupingBy(by)))
        .forEach((name, some) -> line(out, what + " " + name, some));
  }

  private static void heading(PrintStream out) {
    out.printf(
        Locale.ROOT,
        "%-44s %9s %9s %9s %8s %6s %6s %6s%n",
        "records",
        "precision",
        "recall",
        "F1",
        "right",
        "wrong",
        "missed",
        "review");
  }

  private static void line(PrintStream out, String what, List<Judged> some) {
    long right = some.stream().filter(Judged::isRight).count();
    long found = some.stream().filter(one -> !one.found().isEmpty()).count();
    long truth = some.stream().filter(one -> !one.truth().isEmpty()).count();
    long review = some.stream().filter(one -> one.link().equals("undecided")).count();
    line(out, what, PairScore.of(right, found, truth), review);
  }

  private static void line(PrintStream out, String what, PairScore score, long review) {
    out.printf(
        Locale.ROOT,
        "%-44s %9.5f %9.5f %9.5f %8d %6d %6d %6d%n",
        what,
        score.precision(),
        score.recall(),
        score.f1(),
        score.right(),
        score.wrong(),
        score.missed(),
        review);
  }

  /** The weight that would have been best for the matcher, found with the truth at hand. */
  private static void best(PrintStream out, Path home, List<Judged> all) throws SQLException {
    Map<String, Map.Entry<Double, String>> likeliest = likeliest(home);
    List<Judged> asked =
        all.stream()
            .filter(one -> one.evidence().equals("matcher") || one.link().equals("nobody"))
            .toList();
    record Weighed(double weight, boolean isRight, boolean isDecidable) {}
    List<Weighed> weighed =
        asked.stream()
            .filter(one -> likeliest.containsKey(one.source() + " " + one.key()))
            .map(
                one -> {
                  Map.Entry<Double, String> best =
                      Objects.requireNonNull(likeliest.get(one.source() + " " + one.key()));
                  return new Weighed(
                      best.getKey(), best.getValue().equals(one.truth()), one.isDecidable());
                })
            .sorted(Comparator.comparingDouble(Weighed::weight).reversed())
            .toList();
    long truth = asked.stream().filter(one -> !one.truth().isEmpty()).count();
    PairScore best = PairScore.of(0, 0, truth);
    double weight = Double.POSITIVE_INFINITY;
    long right = 0;
    for (int i = 0; i < weighed.size(); i++) {
      right += weighed.get(i).isRight() ? 1 : 0;
      PairScore score = PairScore.of(right, i + 1, truth);
      if (score.f1() > best.f1()) {
        best = score;
        weight = weighed.get(i).weight();
      }
    }
    line(out, "whom the rules do not find, production", asked);
    for (double probability : new double[] {0.5, 0.9, 0.95, 0.98, 0.99, 0.995, 0.999, 0.9999}) {
      double least = Thresholds.weight(probability);
      List<Weighed> some = weighed.stream().filter(one -> one.weight() >= least).toList();
      long wrong = some.stream().filter(one -> !one.isRight()).count();
      long decided = some.stream().filter(one -> one.isRight() && one.isDecidable()).count();
      long decidable = asked.stream().filter(Judged::isDecidable).count();
      line(
          out,
          "the same, to be decided, from " + probability,
          new PairScore(decided, wrong, decidable - decided),
          0);
    }
    line(
        out,
        String.format(Locale.ROOT, "whom the rules do not find, best (%.1f)", weight),
        best,
        0);
  }

  /** By source and key, the candidate with the greatest weight. */
  private static Map<String, Map.Entry<Double, String>> likeliest(Path home) throws SQLException {
    Map<String, String> sources =
        Map.of(
            "encounter_version", "his-xml",
            "immunization_version", "immunization",
            "covid_dose_version", "covid-vaccination");
    Path files = new Layout(home).lake().resolve("identity/match_candidate/data/*.parquet");
    Map<String, Map.Entry<Double, String>> likeliest = new HashMap<>();
    try (Connection database = DriverManager.getConnection("jdbc:duckdb:");
        Statement statement = database.createStatement();
        ResultSet row = statement.executeQuery(CANDIDATES.replace("${files}", files.toString()))) {
      while (row.next()) {
        likeliest.putIfAbsent(
            sources.get(row.getString(1)) + " " + row.getString(2),
            Map.entry(row.getDouble(3), row.getString(4)));
      }
    }
    return likeliest;
  }
}
