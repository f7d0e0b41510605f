package khoyte.warehouse.lake;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import khoyte.warehouse.NightId;
import khoyte.warehouse.sql.LakeView;
import khoyte.warehouse.table.DrawnTable;
import khoyte.warehouse.table.ResolvedTables;
import khoyte.warehouse.table.StagedTables;
import khoyte.warehouse.table.Table;
import khoyte.warehouse.table.TableFiles;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class LakeTest {
  private static final NightId NIGHT = new NightId(LocalDate.of(2022, 12, 31), 1);
  private static final Table CITIZEN = ResolvedTables.CITIZEN;

  @TempDir Path home;
  private Lake lake;

  @BeforeEach
  void open() {
    lake = Lake.open(location(home));
    lake.ensure(List.of(CITIZEN));
  }

  @AfterEach
  void close() {
    lake.close();
  }

  @Test
  void anAppendIsOneCommitHoweverOftenItIsMade() {
    WrittenFile file = write("k1", "k2");

    long first = lake.append(CITIZEN, List.of(file), "load 2022-12-31.v1");
    long again = lake.append(CITIZEN, List.of(file), "load 2022-12-31.v1");

    assertThat(again).isEqualTo(first).isEqualTo(lake.currentSnapshot(CITIZEN));
    assertThat(paths()).containsExactly(file.path());
    assertThat(file.rows()).isEqualTo(2);
    assertThat(file.bytes()).isEqualTo(home.resolve("lake").resolve(file.path()).toFile().length());
  }

  @Test
  void anEarlierAppendIsKnownAfterOthers() {
    WrittenFile file = write("k1");
    long first = lake.append(CITIZEN, List.of(file), "first");
    lake.append(CITIZEN, List.of(write("k2")), "second");

    assertThat(lake.append(CITIZEN, List.of(file), "first")).isEqualTo(first);
    assertThat(paths()).hasSize(2);
  }

  @Test
  void aTableWithoutRowsHasASnapshotWithoutFiles() {
    long created = lake.currentSnapshot(CITIZEN);

    WrittenFile nothing = lake.writer(CITIZEN, "empty").close();
    assertThat(nothing.rows()).isZero();
    assertThat(lake.append(CITIZEN, List.of(nothing), "nothing")).isEqualTo(created);
    assertThat(lake.dataFiles(CITIZEN, created).paths()).isEmpty();
  }

  @Test
  void aNightsSnapshotStaysAsItWas() {
    WrittenFile before = write("k1");
    lake.append(CITIZEN, List.of(before), "before");
    lake.tag(CITIZEN, NIGHT);
    lake.tag(CITIZEN, NIGHT);
    lake.append(CITIZEN, List.of(write("k2")), "after");

    long tagged = lake.snapshotOf(CITIZEN, NIGHT).orElseThrow();
    assertThat(lake.dataFiles(CITIZEN, tagged).paths()).containsExactly(before.path());
    assertThat(lake.snapshotOf(CITIZEN, new NightId(NIGHT.asOf(), 2))).isEmpty();
    assertThatThrownBy(() -> lake.tag(CITIZEN, NIGHT))
        .hasMessage(
            "Cannot tag health.citizen with night 2022-12-31.v1: the tag is on an earlier"
                + " snapshot");
  }

  @Test
  void filesOfAnInterruptedNightAreNeverRead() {
    WrittenFile orphan = write("k1");
    WrittenFile written = write("k1");
    lake.append(CITIZEN, List.of(written), "load");

    assertThat(orphan.path()).isNotEqualTo(written.path());
    assertThat(paths()).containsExactly(written.path());
  }

  @Test
  void aDiscardedFileIsGone() throws IOException {
    DataFileWriter writer = lake.writer(CITIZEN, "part");
    writer.write(DrawnTable.rows(CITIZEN, "citizen_key\nk1\n").get(0));
    writer.discard();

    assertThat(dataDirectory()).isEmptyDirectory();
  }

  @Test
  void nothingInTheLakeNamesItsPlace() throws IOException {
    lake.append(CITIZEN, List.of(write("k1")), "load");

    try (Stream<Path> files = Files.walk(home.resolve("lake"))) {
      for (Path file : files.filter(Files::isRegularFile).toList()) {
        assertThat(file.getFileName().toString()).doesNotEndWith(".crc");
        assertThat(Files.readString(file, StandardCharsets.ISO_8859_1))
            .as(file.toString())
            .doesNotContain(home.toString());
      }
    }
  }

  @Test
  void aMovedHomeIsOpenedAsItIs(@TempDir Path elsewhere) throws IOException {
    WrittenFile file = write("k1");
    lake.append(CITIZEN, List.of(file), "load");
    lake.close();
    Path moved = elsewhere.resolve("moved");
    Files.move(home.resolve("lake"), Files.createDirectories(moved).resolve("lake"));
    Files.move(home.resolve("operations"), moved.resolve("operations"));

    lake = Lake.open(location(moved));

    assertThat(paths()).containsExactly(file.path());
    lake.append(CITIZEN, List.of(write("k2")), "second");
    assertThat(paths()).hasSize(2);
  }

  @Test
  void aTableGrowsWithItsDeclaration() throws SQLException, IOException {
    Table before = without(CITIZEN, "gender");
    Table table = renamed(before);
    lake.ensure(List.of(table));
    lake.append(table, List.of(write(table, "citizen_key\nk1\n")), "before");
    TableFiles alike = lake.dataFiles(table, lake.currentSnapshot(table));
    assertThat(alike.areAlike()).isTrue();
    assertThat(genders(alike)).containsExactly("k1 null");

    Table grown = renamed(CITIZEN);
    lake.ensure(List.of(grown));
    lake.ensure(List.of(grown));
    lake.append(grown, List.of(write(grown, "citizen_key | gender\nk2 | 1\n")), "after");

    TableFiles files = lake.dataFiles(grown, lake.currentSnapshot(grown));
    assertThat(files.paths()).hasSize(2);
    assertThat(files.fieldIds()).hasSize(CITIZEN.fields().size());
    assertThat(files.areAlike()).isFalse();
    assertThat(genders(files)).containsExactly("k1 null", "k2 1");
  }

  /** Of the citizens k1 and k2, as DuckDB reads them. */
  private List<String> genders(TableFiles files) throws SQLException {
    boolean hasGender = files.fieldIds().containsKey("gender");
    List<String> genders = new ArrayList<>();
    try (Connection database = DriverManager.getConnection("jdbc:duckdb:");
        Statement statement = database.createStatement()) {
      statement.execute("set variable khoyte_home = '" + home + "/'");
      statement.execute(LakeView.create("found", files));
      try (ResultSet rows =
          statement.executeQuery(
              "select citizen_key, "
                  + (hasGender ? "gender" : "null")
                  + " from found order by 1")) {
        while (rows.next()) {
          genders.add(rows.getString(1) + " " + rows.getString(2));
        }
      }
    }
    return genders;
  }

  @Test
  void everyDeclaredTableCanBeMade() {
    lake.ensure(StagedTables.ALL);
    lake.ensure(ResolvedTables.ALL);

    for (Table table : StagedTables.ALL) {
      assertThat(lake.dataFiles(table, lake.currentSnapshot(table)).paths()).isEmpty();
    }
  }

  @Test
  void anH2CatalogThatIcebergWouldNotFindAgainIsRefused() {
    LakeLocation upperCase = new LakeLocation("jdbc:h2:mem:upper", "sa", "", home);

    assertThatThrownBy(() -> Lake.open(upperCase))
        .hasMessage(
            "Cannot open the lake: the URL of an H2 database needs DATABASE_TO_LOWER=TRUE:"
                + " jdbc:h2:mem:upper");
  }

  @Test
  void sparkFindsTheCatalogByItsProperties() {
    assertThat(lake.sparkProperties())
        .containsEntry("spark.sql.catalog.lake", "org.apache.iceberg.spark.SparkCatalog")
        .containsEntry("spark.sql.catalog.lake.type", "jdbc")
        .containsEntry("spark.sql.catalog.lake.uri", location(home).catalogUrl())
        .containsEntry("spark.sql.catalog.lake.jdbc.schema-version", "V1")
        .containsEntry("spark.sql.catalog.lake.io-impl", LakeFileIO.class.getName())
        .containsEntry("spark.sql.catalog.lake.cache-enabled", "false");
  }

  private List<String> paths() {
    return lake.dataFiles(CITIZEN, lake.currentSnapshot(CITIZEN)).paths();
  }

  private Path dataDirectory() {
    return home.resolve("lake/health/citizen/data");
  }

  private WrittenFile write(String... citizens) {
    return write(CITIZEN, "citizen_key\n" + String.join("\n", citizens));
  }

  private WrittenFile write(Table table, String drawn) {
    DataFileWriter writer = lake.writer(table, "part");
    DrawnTable.rows(table, drawn).forEach(writer::write);
    return writer.close();
  }

  static LakeLocation location(Path home) {
    return new LakeLocation(
        "jdbc:h2:file:" + home.resolve("operations/khoyte") + ";DATABASE_TO_LOWER=TRUE",
        "sa",
        "",
        home.resolve("lake"));
  }

  private static Table without(Table table, String field) {
    return new Table(
        table.namespace(),
        table.name(),
        table.grain(),
        table.key(),
        table.fields().stream().filter(kept -> !kept.name().equals(field)).toList());
  }

  private static Table renamed(Table table) {
    return new Table(table.namespace(), "growing", table.grain(), table.key(), table.fields());
  }
}
