package khoyte.pipelines.resolve;

import java.io.BufferedWriter;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.function.Consumer;
import khoyte.pipelines.link.Linkage;
import khoyte.pipelines.link.Remark;
import khoyte.pipelines.link.SourceTable;
import khoyte.pipelines.link.estimate.LinkParameters;
import khoyte.pipelines.link.estimate.ValueShares;
import khoyte.pipelines.link.model.Comparison;
import khoyte.pipelines.link.model.LinkModel;
import khoyte.pipelines.link.pair.PersonSearch;
import khoyte.pipelines.link.pair.TextHash;
import khoyte.pipelines.spark.Sessions;
import khoyte.pipelines.spark.SparkPath;
import khoyte.pipelines.version.MatchValues;
import khoyte.warehouse.engine.Engine;
import khoyte.warehouse.engine.Model;
import khoyte.warehouse.table.ResolvedTables;
import khoyte.warehouse.table.StagedTables;
import org.apache.spark.sql.SparkSession;
import org.apache.spark.sql.types.DataTypes;
import org.apache.spark.sql.types.StructType;
import org.jspecify.annotations.Nullable;

/**
 * Learns the parameters of the matcher, without labels, from what the newest night left: the health
 * records of the registry against visits and doses, of which most are found by the exact rules as
 * well. How frequent names are is learned from the registry and kept with the parameters.
 */
public final class MatcherTraining {
  /** Events looked at, about; the registry is always whole. */
  private static final long EVENTS = 300_000;

  /** A name that fewer records have is one of the others. */
  private static final long RECORDS_WORTH_KEEPING = 5;

  private static final int MOST_VALUES = 3_000;
  private static final String SEPARATOR = "\u001f";

  private final Engine engine;
  private final KnownPeople people;
  private final Path directory;
  private final Map<String, Map<String, Long>> values = new HashMap<>();

  private MatcherTraining(Engine engine, Communes communes, Path directory) {
    this.engine = engine;
    this.people = new KnownPeople(communes.known(), Map.of(), Map.of());
    this.directory = directory;
  }

  /**
   * Where it runs.
   *
   * @param master of Spark
   * @param partitions of a shuffle
   * @param directory for what is needed more than once; may be emptied afterwards
   */
  public record Place(String master, int partitions, Path directory) {}

  /**
   * Learns.
   *
   * @param engine that reads the lake
   * @param communes as of the newest night's date
   * @param remarks hears what each rule of the model finds
   */
  public static LinkParameters learn(
      LinkModel model, Engine engine, Communes communes, Place place, Consumer<Remark> remarks) {
    MatcherTraining training = new MatcherTraining(engine, communes, place.directory());
    for (Comparison comparison : model.comparisons()) {
      if (comparison.termFrequency()) {
        training.values.put(comparison.column(), new HashMap<>());
      }
    }
    Path registry = training.writeRegistry();
    Path events = training.writeEvents();
    SparkSession session =
        Sessions.open(
            place.master(),
            Map.of("spark.sql.shuffle.partitions", String.valueOf(place.partitions())),
            place.directory().resolve("spark"));
    try {
      LinkParameters learned =
          Linkage.of(
                  session,
                  model,
                  List.of(
                      table(session, "health_record", registry), table(session, "event", events)),
                  place.directory().resolve("link"),
                  remarks)
              .train();
      return learned.with(training.shares());
    } finally {
      session.stop();
    }
  }

  /** The health records under their own values. */
  private Path writeRegistry() {
    engine.know("registered_record", ResolvedTables.REGISTERED_RECORD);
    engine.make(Model.of("link/registered_person"));
    return written(
        "registry",
        lines ->
            engine.read(
                "registered_person",
                KnownPeople.COLUMNS,
                row -> {
                  @Nullable Object[] person = people.faces(row).get(0);
                  values.forEach((column, counts) -> count(person, column, counts));
                  lines.accept("n" + row.number(1) + SEPARATOR + line(person));
                }));
  }

  private static void count(@Nullable Object[] person, String column, Map<String, Long> counts) {
    Object value = person[MatchValues.NAMES.indexOf(column)];
    if (value != null) {
      counts.merge(PersonSearch.withoutDiacritics((String) value), 1L, Long::sum);
    }
  }

  /** Some of the current events, drawn by their numbers. */
  private Path writeEvents() {
    engine.know("uncounted_version", ResolvedTables.UNCOUNTED_VERSION);
    engine.know("encounter_version", StagedTables.ENCOUNTER_VERSION);
    engine.know("immunization_version", StagedTables.IMMUNIZATION_VERSION);
    engine.know("covid_dose_version", StagedTables.COVID_DOSE_VERSION);
    engine.make(Model.of("registry/uncounted"));
    engine.know("version", khoyte.warehouse.table.VersionTables.VERSION);
    engine.make(Model.of("link/learned_event"));
    long share = 1_000_000 * EVENTS / Math.max(EVENTS, engine.count("learned_event"));
    return written(
        "events",
        lines ->
            engine.read(
                "learned_event",
                KnownPeople.EVENT_COLUMNS,
                row -> {
                  String number = "n" + row.number(0);
                  if (Math.floorMod(TextHash.of(number, 0), 1_000_000L) < share) {
                    lines.accept(number + SEPARATOR + line(people.event(row)));
                  }
                }));
  }

  private static String line(@Nullable Object[] person) {
    List<String> texts = new ArrayList<>();
    for (Object value : person) {
      // Unit ids as 26068~2024-11-01 are one word.
      texts.add(
          value instanceof List<?> list
              ? String.join(" ", list.stream().map(String::valueOf).toList())
                  .replace('~', 'x')
                  .replace('-', 'x')
              : Objects.requireNonNullElse((String) value, ""));
    }
    return String.join(SEPARATOR, texts);
  }

  private Path written(String name, Consumer<Consumer<String>> lines) {
    Path file = directory.resolve(name).resolve("rows.txt");
    try {
      Files.createDirectories(file.getParent());
      try (BufferedWriter writer = Files.newBufferedWriter(file)) {
        lines.accept(
            line -> {
              try {
                writer.write(line);
                writer.write('\n');
              } catch (IOException e) {
                throw new UncheckedIOException(e);
              }
            });
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return file;
  }

  private static SourceTable table(SparkSession session, String name, Path file) {
    List<String> headings = new ArrayList<>(List.of("id"));
    headings.addAll(MatchValues.NAMES);
    StructType schema = new StructType();
    for (String heading : headings) {
      schema = schema.add(heading, DataTypes.StringType);
    }
    return new SourceTable(
        name,
        headings,
        session
            .read()
            .schema(schema)
            .option("sep", SEPARATOR)
            .option("quote", "")
            .option("nullValue", "")
            .csv(SparkPath.of(file)));
  }

  private Map<String, ValueShares> shares() {
    Map<String, ValueShares> shares = new TreeMap<>();
    values.forEach((column, counts) -> shares.put(column, shares(counts)));
    return shares;
  }

  private static ValueShares shares(Map<String, Long> counts) {
    double all = counts.values().stream().mapToLong(Long::longValue).sum();
    List<Map.Entry<String, Long>> inOrder = new ArrayList<>(counts.entrySet());
    inOrder.removeIf(entry -> entry.getValue() < RECORDS_WORTH_KEEPING);
    inOrder.sort(
        Map.Entry.<String, Long>comparingByValue()
            .reversed()
            .thenComparing(Map.Entry::getKey, Utf8Order::compare));
    Map<String, Double> shares = new LinkedHashMap<>();
    inOrder.stream()
        .limit(MOST_VALUES)
        .forEach(entry -> shares.put(entry.getKey(), rounded(entry.getValue() / all)));
    return new ValueShares(
        shares, rounded(RECORDS_WORTH_KEEPING / Math.max(all, RECORDS_WORTH_KEEPING * 10.0)));
  }

  private static double rounded(double share) {
    return new java.math.BigDecimal(share).round(new java.math.MathContext(4)).doubleValue();
  }
}
