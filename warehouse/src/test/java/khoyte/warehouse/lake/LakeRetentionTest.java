package khoyte.warehouse.lake;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeSet;
import java.util.stream.Stream;
import khoyte.warehouse.Layout;
import khoyte.warehouse.NightId;
import khoyte.warehouse.night.NightBuild;
import khoyte.warehouse.night.NightContents;
import khoyte.warehouse.night.NightReader;
import khoyte.warehouse.night.Publication;
import khoyte.warehouse.night.RetentionRule;
import khoyte.warehouse.sql.EngineLimits;
import khoyte.warehouse.table.DrawnTable;
import khoyte.warehouse.table.NightTables;
import khoyte.warehouse.table.ResolvedTables;
import khoyte.warehouse.table.Table;
import khoyte.warehouse.table.TableFiles;
import org.apache.iceberg.DataFile;
import org.apache.iceberg.DataFiles;
import org.apache.iceberg.Metrics;
import org.apache.iceberg.OverwriteFiles;
import org.apache.iceberg.PartitionSpec;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * Nights in any order, finished, cut off, or repeated, with retention after each: a night that is
 * kept answers as on its first day, and of all others nothing is left.
 */
class LakeRetentionTest {
  private static final Table CITIZEN = ResolvedTables.CITIZEN;
  private static final Table RECORD = ResolvedTables.HEALTH_RECORD;
  private static final List<Table> TABLES = List.of(CITIZEN, RECORD);
  private static final EngineLimits LIMITS = new EngineLimits("256MB", 1);
  private static final Instant LONG_AGO = Instant.parse("2020-01-01T00:00:00Z");
  private static final Instant SINCE_THEN = Instant.parse("2021-01-01T00:00:00Z");

  @TempDir Path home;
  private Layout layout;
  private Lake lake;
  private LakeRetention retention;
  private Publication publication;

  /** What the nights that are kept answered when they were published. */
  private final Map<NightId, List<?>> answers = new HashMap<>();

  /** The data files they consist of. */
  private final Map<NightId, Set<String>> consistOf = new HashMap<>();

  /** Every file that a published night consisted of. */
  private final Set<String> once = new HashSet<>();

  /** Files that belong to nothing and are too young to go. */
  private final Set<String> young = new HashSet<>();

  private int rows;

  @BeforeEach
  void open() {
    layout = new Layout(home);
    lake = Lake.open(LakeTest.location(home));
    lake.ensure(TABLES);
    retention = new LakeRetention(lake);
    publication = new Publication(layout);
  }

  @AfterEach
  void close() {
    lake.close();
  }

  @ParameterizedTest
  @ValueSource(longs = {1, 2})
  void aKeptNightStaysWholeAndNothingElseDoes(long seed) throws IOException {
    Random random = new Random(seed);
    RetentionRule rule = new RetentionRule(3, 2);
    for (int i = 0; i < 7; i++) {
      LocalDate asOf = LocalDate.of(2022, 11, 20).plusDays(random.nextInt(50));
      NightId night =
          new NightId(asOf, publication.newest(asOf).map(NightId::version).orElse(0) + 1);
      change(random);
      switch (random.nextInt(5)) {
        case 0 -> {} // cut off after its commits
        case 1 -> mark(night); // cut off before it was published
        default -> {
          publish(night);
          clear(rule, night);
        }
      }
    }

    clear(new RetentionRule(1, 1), publication.currentNight().orElseThrow());
    retention.delete(retention.unused(Set.of(), Instant.MAX, Set.of()));
    assertThat(lakeFiles()).isEqualTo(listed(Set.of()).keySet());
    assertAnswers();
  }

  @Test
  void aNightTakenUpAnewIsMarkedAnew() {
    NightId night = NightId.parse("2022-12-31.v1");
    append(CITIZEN, "citizen_key\nk1\n");
    mark(night);
    append(CITIZEN, "citizen_key\nk2\n");

    lake.untag(CITIZEN, night);
    lake.tag(CITIZEN, night);
    lake.untag(CITIZEN, NightId.parse("2022-12-31.v2"));

    assertThat(lake.snapshotOf(CITIZEN, night)).hasValue(lake.currentSnapshot(CITIZEN));
  }

  @Test
  void whatIsAboutToBeAppendedIsSpared() throws IOException {
    WrittenFile waiting = write(CITIZEN, "citizen_key\nk1\n");
    WrittenFile stray = write(CITIZEN, "citizen_key\nk1\n");
    WrittenFile fresh = write(CITIZEN, "citizen_key\nk1\n");
    age(waiting.path());
    age(stray.path());

    assertThat(retention.unused(Set.of(), SINCE_THEN, Set.of(waiting.path())))
        .containsExactly(stray.path());
    assertThat(retention.unused(Set.of(fresh.path()), SINCE_THEN, Set.of()))
        .containsExactlyInAnyOrder(waiting.path(), stray.path(), fresh.path());
  }

  @Test
  void whatWasListedBeforeIsLeftOut() {
    append(CITIZEN, "citizen_key\nk1\n");
    Set<String> before = listed(Set.of()).keySet();
    WrittenFile added = write(CITIZEN, "citizen_key\nk2\n");
    lake.append(CITIZEN, List.of(added), "k2");

    Map<String, Long> since = listed(before);

    assertThat(since).containsEntry(added.path(), added.bytes());
    assertThat(since.keySet().stream().map(LakeRetentionTest::kind))
        .containsExactlyInAnyOrder("parquet", "metadata.json", "snap.avro", "m0.avro");
  }

  private SortedMap<String, Long> listed(Set<String> known) {
    return new LakeFiles(layout.lake()).of(lake.metadataFiles(), known);
  }

  private static String kind(String path) {
    String name = path.substring(path.lastIndexOf('/') + 1);
    return name.startsWith("snap-")
        ? "snap.avro"
        : name.endsWith("-m0.avro") ? "m0.avro" : name.substring(name.indexOf('.') + 1);
  }

  /** Adds rows to one table and replaces those of another, and may leave a file behind. */
  private void change(Random random) throws IOException {
    append(CITIZEN, "citizen_key\nk%d\n".formatted(++rows));
    if (random.nextBoolean()) {
      replace(RECORD, "ma_hssk | link\nhs%d | nobody\n".formatted(++rows));
    }
    if (random.nextBoolean()) {
      WrittenFile left = write(CITIZEN, "citizen_key\nleft\n");
      if (random.nextBoolean()) {
        age(left.path());
      } else {
        young.add(left.path());
      }
    }
  }

  private void publish(NightId night) {
    List<TableFiles> tables =
        NightTables.LAKE.stream()
            .map(
                table ->
                    TABLES.contains(table)
                        ? lake.dataFiles(table, lake.currentSnapshot(table))
                        : TableFiles.none(table))
            .toList();
    mark(night);
    new NightBuild(layout, LIMITS).build(new NightContents(night, tables, Map.of()));
    publication.publish(night);
    answers.put(night, ask(night));
    once.addAll(listed(Set.of()).keySet());
    Set<String> paths = new HashSet<>();
    tables.forEach(table -> paths.addAll(table.paths()));
    consistOf.put(night, paths);
  }

  private void mark(NightId night) {
    for (Table table : TABLES) {
      lake.untag(table, night);
      lake.tag(table, night);
    }
  }

  private void clear(RetentionRule rule, NightId justPublished) throws IOException {
    Set<NightId> kept = rule.kept(publication.nights());
    kept.add(justPublished);
    for (NightId night : publication.nights()) {
      if (!kept.contains(night)) {
        publication.retract(night);
      }
    }
    answers.keySet().retainAll(kept);
    consistOf.keySet().retainAll(kept);
    retention.release(kept);
    retention.delete(retention.unused(once, SINCE_THEN, Set.of()));

    assertThat(publication.nights()).containsExactlyInAnyOrderElementsOf(kept);
    assertAnswers();
    Set<String> expected = new TreeSet<>(young);
    consistOf.values().forEach(expected::addAll);
    for (Table table : TABLES) {
      expected.addAll(lake.dataFiles(table, lake.currentSnapshot(table)).paths());
    }
    assertThat(lakeFiles().stream().filter(file -> file.endsWith(".parquet")))
        .containsExactlyElementsOf(expected);
  }

  private void assertAnswers() {
    answers.forEach((night, answer) -> assertThat(ask(night)).as("%s", night).isEqualTo(answer));
  }

  private List<?> ask(NightId night) {
    List<Object> rows = new ArrayList<>();
    try (NightReader reader = NightReader.open(layout, night, LIMITS)) {
      for (String table : List.of("citizen", "health_record")) {
        rows.addAll(reader.query("select * from lake." + table + " order by all").rows());
      }
    }
    return rows;
  }

  private void append(Table table, String drawn) {
    lake.append(table, List.of(write(table, drawn)), "rows " + rows);
  }

  /** As Spark overwrites a table: every file of before is taken out of it, none is deleted. */
  private void replace(Table table, String drawn) {
    WrittenFile written = write(table, drawn);
    org.apache.iceberg.Table stored =
        lake.tables().stream()
            .filter(one -> one.name().endsWith(table.qualifiedName()))
            .findFirst()
            .orElseThrow();
    OverwriteFiles overwrite = stored.newOverwrite();
    stored
        .newScan()
        .planFiles()
        .forEach(task -> overwrite.deleteFile(task.file().copyWithoutStats()));
    DataFile added =
        DataFiles.builder(PartitionSpec.unpartitioned())
            .withInputFile(stored.io().newInputFile(written.path()))
            .withMetrics(new Metrics(written.rows(), null, null, null, null))
            .build();
    overwrite.addFile(added).commit();
  }

  private WrittenFile write(Table table, String drawn) {
    DataFileWriter writer = lake.writer(table, "part");
    DrawnTable.rows(table, drawn).forEach(writer::write);
    return writer.close();
  }

  private void age(String path) throws IOException {
    Files.setLastModifiedTime(layout.lake().resolve(path), FileTime.from(LONG_AGO));
  }

  private Set<String> lakeFiles() throws IOException {
    try (Stream<Path> files = Files.walk(layout.lake())) {
      return new TreeSet<>(
          files
              .filter(Files::isRegularFile)
              .map(file -> layout.lake().relativize(file).toString())
              .toList());
    }
  }
}
