package khoyte.warehouse.night;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import khoyte.warehouse.Layout;
import khoyte.warehouse.NightId;
import khoyte.warehouse.lake.DataFileWriter;
import khoyte.warehouse.lake.Lake;
import khoyte.warehouse.table.DrawnTable;
import khoyte.warehouse.table.NightTables;
import khoyte.warehouse.table.ResolvedTables;
import khoyte.warehouse.table.Table;
import khoyte.warehouse.table.TableFiles;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class NightBuildTest {
  private static final NightId NIGHT = NightId.parse("2022-12-31.v1");

  @TempDir Path home;

  @Test
  void aFieldDeclaredLaterIsNullInEarlierFiles() {
    Table conflict = ResolvedTables.VERSION_CONFLICT;
    Table before =
        new Table(
            conflict.namespace(),
            conflict.name(),
            conflict.grain(),
            List.of(),
            conflict.fields().subList(0, 2));
    List<TableFiles> files = new ArrayList<>();
    try (Lake lake = Lake.open(DrawnNight.lakeLocation(home))) {
      lake.ensure(List.of(before));
      append(lake, before, "source_table | record_key\nold | 1\n");
    }
    try (Lake lake = Lake.open(DrawnNight.lakeLocation(home))) {
      lake.ensure(NightTables.LAKE);
      append(lake, conflict, "source_table | record_key | contents\nnew | 1 | 2\n");
      for (Table table : NightTables.LAKE) {
        files.add(lake.dataFiles(table, lake.currentSnapshot(table)));
      }
    }

    publish(files);

    try (NightReader reader = NightReader.open(new Layout(home), NIGHT, DrawnNight.LIMITS)) {
      assertThat(
              reader
                  .query("select source_table, contents from version_conflict order by all")
                  .rows())
          .containsExactly(List.of("new", 2), Arrays.asList("old", null));
    }
  }

  @Test
  void aNightWithoutAnyRowIsWhole() {
    publish(NightTables.LAKE.stream().map(TableFiles::none).toList());

    try (NightReader reader = NightReader.open(new Layout(home), NIGHT, DrawnNight.LIMITS)) {
      assertThat(reader.query("select count(*), sum(managed) from mart_health_record_by_district"))
          .extracting(answer -> answer.rows().get(0).get(0))
          .isEqualTo(12L);
      assertThat(reader.query("from covid_dose").rows()).isEmpty();
    }
  }

  @Test
  void whatAnEarlierAttemptLeftIsThrownAway() throws IOException {
    Layout layout = new Layout(home);
    Files.createDirectories(layout.work());
    Files.writeString(layout.unpublished(NIGHT), "half a file");
    Files.writeString(layout.work().resolve(NIGHT + ".duckdb.wal"), "half a log");

    publish(NightTables.LAKE.stream().map(TableFiles::none).toList());

    assertThat(new Publication(layout).currentNight()).contains(NIGHT);
    assertThat(layout.work()).isEmptyDirectory();
  }

  @Test
  void aNightTakesEveryTableOfTheNamespaceHealthAndNoOther() {
    List<TableFiles> withIdentity =
        Stream.concat(NightTables.LAKE.stream(), Stream.of(ResolvedTables.CITIZEN_IDENTITY))
            .map(TableFiles::none)
            .toList();

    assertThatThrownBy(() -> new NightContents(NIGHT, withIdentity, Map.of()))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageStartingWith(
            "Cannot build night 2022-12-31.v1: it takes each table of the namespace health once,"
                + " got [")
        .hasMessageEndingWith(", identity.citizen]");
    assertThatThrownBy(() -> new NightContents(NIGHT, List.of(), Map.of()))
        .hasMessageEndingWith("got []");
  }

  @Test
  void filesOfAnUnknownFieldAreRefused() {
    TableFiles files = new TableFiles(ResolvedTables.CITIZEN, Map.of(), List.of("a.parquet"));

    assertThatThrownBy(() -> NightSql.createLakeView(files))
        .hasMessage("Cannot read health.citizen: no field id of citizen_key");
  }

  @Test
  void everySqlFileIsListed() throws IOException, URISyntaxException {
    assertThat(sqlFiles("views")).containsExactlyInAnyOrderElementsOf(NightTables.VIEWS);
    assertThat(sqlFiles("marts"))
        .containsExactlyInAnyOrderElementsOf(NightTables.MARTS.stream().map(Table::name).toList());
    List<String> checks = new ArrayList<>(NightTables.CHECKS);
    checks.add("balance");
    assertThat(sqlFiles("checks")).containsExactlyInAnyOrderElementsOf(checks);
  }

  private void publish(List<TableFiles> files) {
    Layout layout = new Layout(home);
    Object[] night = {LocalDate.of(2022, 12, 31), 1, "75", null, null, null};
    new NightBuild(layout, DrawnNight.LIMITS)
        .build(new NightContents(NIGHT, files, Map.of(NightTables.NIGHT, row(night))));
    new Publication(layout).publish(NIGHT);
  }

  private static List<Object[]> row(Object[] values) {
    List<Object[]> rows = new ArrayList<>();
    rows.add(values);
    return rows;
  }

  private static void append(Lake lake, Table table, String drawn) {
    DataFileWriter writer = lake.writer(table, "part");
    DrawnTable.rows(table, drawn).forEach(writer::write);
    lake.append(table, List.of(writer.close()), drawn);
  }

  private static List<String> sqlFiles(String folder) throws IOException, URISyntaxException {
    Path path = Path.of(NightBuildTest.class.getResource("/sql/" + folder).toURI());
    try (Stream<Path> files = Files.list(path)) {
      return files.map(file -> file.getFileName().toString().replace(".sql", "")).toList();
    }
  }
}
