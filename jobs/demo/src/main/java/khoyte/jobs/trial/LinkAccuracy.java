package khoyte.jobs.trial;

import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.NamedCsvRecord;
import java.io.IOException;
import java.io.PrintStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * How right the links of {@code khoyte link} are, judged from its files by the truth that a public
 * set carries in its ids: {@code rec-7-org} and {@code rec-7-dup-0} are one person.
 */
public final class LinkAccuracy {
  private static final Pattern PERSON = Pattern.compile("rec-(\\d+)-(?:org|dup-\\d+)");

  private LinkAccuracy() {}

  /** A written pair, and whether it is one person. */
  record Judged(double weight, boolean match, boolean isTrue) {}

  /**
   * A line of the table.
   *
   * @param what links or clusters, and at which threshold
   */
  record Line(String set, String what, PairScore score) {}

  /**
   * Prints the table.
   *
   * @param sets threes of: name, links, clusters
   */
  public static void main(String[] sets) throws IOException {
    PrintStream out = new PrintStream(System.out, true, StandardCharsets.UTF_8);
    out.printf(
        Locale.ROOT,
        "%-18s %-26s %9s %9s %9s %8s %6s %6s%n",
        "set",
        "threshold",
        "precision",
        "recall",
        "F1",
        "right",
        "wrong",
        "missed");
    for (int i = 0; i < sets.length; i += 3) {
      for (Line line : lines(sets[i], Path.of(sets[i + 1]), Path.of(sets[i + 2]))) {
        PairScore score = line.score();
        out.printf(
            Locale.ROOT,
            "%-18s %-26s %9.4f %9.4f %9.4f %8d %6d %6d%n",
            line.set(),
            line.what(),
            score.precision(),
            score.recall(),
            score.f1(),
            score.right(),
            score.wrong(),
            score.missed());
      }
    }
  }

  static List<Line> lines(String set, Path links, Path clusters) throws IOException {
    List<String[]> people =
        records(
            clusters, row -> new String[] {row.getField("cluster_id"), person(row.getField("id"))});
    long truth = pairs(people.stream().map(row -> row[1]));
    List<Judged> judged =
        new ArrayList<>(
            records(
                links,
                row ->
                    new Judged(
                        Double.parseDouble(row.getField("weight")),
                        row.getField("decision").equals("match"),
                        person(row.getField("id_l")).equals(person(row.getField("id_r"))))));
    long matches = judged.stream().filter(Judged::match).count();
    long right = judged.stream().filter(pair -> pair.match() && pair.isTrue()).count();
    long together = pairs(people.stream().map(row -> row[0]));
    long rightTogether = pairs(people.stream().map(row -> row[0] + " " + row[1]));
    return List.of(
        new Line(set, "links, production", PairScore.of(right, matches, truth)),
        best(set, judged, truth),
        new Line(set, "clusters, production", PairScore.of(rightTogether, together, truth)));
  }

  /** The threshold that would have been best, found with the truth at hand. */
  private static Line best(String set, List<Judged> judged, long truth) {
    judged.sort(Comparator.comparingDouble(Judged::weight).reversed());
    PairScore best = PairScore.of(0, 0, truth);
    double weight = Double.POSITIVE_INFINITY;
    long right = 0;
    for (int i = 0; i < judged.size(); i++) {
      right += judged.get(i).isTrue() ? 1 : 0;
      boolean isLastOfItsWeight =
          i + 1 == judged.size() || judged.get(i + 1).weight() < judged.get(i).weight();
      PairScore score = PairScore.of(right, i + 1, truth);
      if (isLastOfItsWeight && score.f1() > best.f1()) {
        best = score;
        weight = judged.get(i).weight();
      }
    }
    return new Line(set, String.format(Locale.ROOT, "links, best (weight %.1f)", weight), best);
  }

  private static String person(String id) {
    Matcher matcher = PERSON.matcher(id);
    if (!matcher.matches()) {
      throw new IllegalArgumentException("An id carries no truth: it must be like rec-7-dup-0");
    }
    return matcher.group(1);
  }

  private static long pairs(Stream<String> names) {
    return names
        .collect(Collectors.groupingBy(name -> name, Collectors.counting()))
        .values()
        .stream()
        .mapToLong(size -> size * (size - 1) / 2)
        .sum();
  }

  private static <T> List<T> records(Path file, Function<NamedCsvRecord, T> reading)
      throws IOException {
    try (CsvReader<NamedCsvRecord> reader = CsvReader.builder().ofNamedCsvRecord(file);
        Stream<NamedCsvRecord> records = reader.stream()) {
      return records.map(reading).toList();
    } catch (UncheckedIOException e) {
      throw e.getCause();
    }
  }
}
