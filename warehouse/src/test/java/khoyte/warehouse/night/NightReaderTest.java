package khoyte.warehouse.night;

import static khoyte.warehouse.table.DrawnTable.assertThatRows;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.io.IOException;
import java.io.Writer;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import khoyte.warehouse.Fault;
import khoyte.warehouse.KhoyteException;
import khoyte.warehouse.Layout;
import khoyte.warehouse.Messages;
import khoyte.warehouse.NightId;
import khoyte.warehouse.table.Field;
import khoyte.warehouse.table.NightTables;
import khoyte.warehouse.table.ResolvedTables;
import khoyte.warehouse.table.StagedTables;
import khoyte.warehouse.table.Table;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class NightReaderTest {
  private static final String NIGHT = "2022-12-31.v1";

  @TempDir static Path folder;
  private static Path home;
  private static NightReader reader;

  @BeforeAll
  static void open() throws IOException {
    home = folder.resolve("kho y tế, 'Đồng Nai'");
    reader =
        DrawnNight.of(home, NIGHT)
            .draw(
                ResolvedTables.CITIZEN,
                """
                citizen_key | district_code | birth_year | managed
                k1          | 731           | 1980       | true
                k2          |               |            | true
                """)
            .draw(
                ResolvedTables.ENCOUNTER,
                """
                facility_code | ma_lk | citizen_key | record_number | admitted_at      | total_cost | dialect
                75001         | 1     | k1          | 7             | 2022-12-31 08:15 | 120.5      | 4210
                """)
            .draw(
                ResolvedTables.COVID_DOSE,
                """
                ma_mui_tiem | citizen_key | status  | defects               | given_on
                D1          | k1          | cleaned | ID_FORMAT, DOB_FORMAT | 2021-09-01
                """)
            .draw(
                StagedTables.DRUG,
                """
                record_number | row_number | facility_code | ma_lk | unreadable
                7             | 1          | 75001         | 1     | DON_GIA=abc
                6             | 1          | 75001         | 1     |
                """)
            .draw(
                StagedTables.QUARANTINE,
                """
                source | file  | line | reason | reason_vi
                ehr    | a.csv | 12   | quote  | dấu nháy
                """)
            .read();
    Path secret = Files.createDirectories(home.resolve("lake/identity/citizen/data"));
    try (Stream<Path> files = Files.list(home.resolve("lake/health/citizen/data"))) {
      Files.copy(files.findFirst().orElseThrow(), secret.resolve("1.parquet"));
    }
  }

  @AfterAll
  static void close() {
    reader.close();
  }

  @Test
  void everyDeclaredFieldIsAColumnOfItsView() {
    for (Table table : ResolvedTables.ALL) {
      if (table.namespace().equals(Table.HEALTH)) {
        assertThat(reader.query("from " + table.name() + " limit 0").columns())
            .extracting(AnswerColumn::name)
            .as(table.name())
            .containsExactlyElementsOf(table.fields().stream().map(Field::name).toList());
      }
    }
    for (String view : NightTables.VIEWS) {
      assertThat(reader.query("from " + view + " limit 0").columns()).as(view).isNotEmpty();
    }
  }

  @Test
  void valuesHaveTheirTypes() {
    assertThat(
            reader.query("select admitted_at, total_cost, record_number, file_id from encounter"))
        .isEqualTo(
            new Answer(
                List.of(
                    new AnswerColumn("admitted_at", "TIMESTAMP"),
                    new AnswerColumn("total_cost", "DECIMAL(20,4)"),
                    new AnswerColumn("record_number", "INTEGER"),
                    new AnswerColumn("file_id", "BIGINT")),
                List.of(
                    List.of(
                        LocalDateTime.of(2022, 12, 31, 8, 15),
                        new BigDecimal("120.5000"),
                        7,
                        1L))));
    assertThat(
            reader
                .query(
                    "select given_on, defects, status = 'cleaned', duplicate_of, {'a': 1}"
                        + " from covid_dose")
                .rows())
        .containsExactly(
            Arrays.asList(
                LocalDate.of(2021, 9, 1),
                List.of("ID_FORMAT", "DOB_FORMAT"),
                true,
                null,
                Map.of("a", 1)));
  }

  @Test
  void aQuestionMarkStandsForAParameter() {
    assertThat(
            reader
                .query(
                    "select citizen_key from citizen where birth_year = ? and ?::date > '2000-01-01'",
                    1980,
                    LocalDate.of(2022, 1, 1))
                .rows())
        .containsExactly(List.of("k1"));
  }

  @Test
  void linesOfReplacedVisitsAndUnreadableValuesAreNotShown() {
    Answer drugs = reader.query("from drug");

    assertThat(drugs.columns()).extracting(AnswerColumn::name).doesNotContain("unreadable");
    assertThatRows(drugs.columns().stream().map(AnswerColumn::name).toList(), drugs.rows())
        .areExactly("record_number | ma_lk\n7 | 1\n");
  }

  @Test
  void aNightTellsWhatItIsMadeOf() {
    assertThatRows(
            List.of("as_of", "version", "data", "code", "matcher"),
            reader
                .query(
                    "select as_of, version, data_received_until, code_version, matcher_version"
                        + " from night")
                .rows())
        .areExactly(
            """
            as_of      | version | data             | code  | matcher
            2022-12-31 | 1       | 2023-01-01 01:30 | 1.0.0 | citizen.parameters.1 a1b2c3
            """);
    assertThatRows(
            List.of("source", "file", "line"),
            reader.query("select source, file, line from quarantine").rows())
        .areExactly("source | file | line\nehr | a.csv | 12\n");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "insert into mart_covid_cleaned_by_district values ('731', 'x', 1)",
        "update night set version = 2",
        "delete from night",
        "create table t (i integer)",
        "create temp table t (i integer)",
        "drop view citizen",
        "copy (select 1) to '${health}/citizen/data/x.parquet'",
        "copy night to '/tmp/khoyte-night.csv'",
        "with x as (copy (select 1) to '${health}/citizen/data/x.csv') select 1",
        "with x as materialized (insert into night from night returning *) select 1 from x",
        "select 1 from (with x as (delete from night returning *) select * from x)",
        "from query('select 1')",
        "from system.main.\"QUERY\"('select 1')",
        "from query_table('night')",
        "from json_execute_serialized_sql('{}')",
        "attach '${health}/other.duckdb' as other",
        "set threads = 4",
        "set variable khoyte_home = '/'",
        "reset file_search_path",
        "install httpfs",
        "load httpfs",
        "export database '/tmp/khoyte-export'",
        "pragma enable_profiling",
        "checkpoint",
        "select 1; drop view citizen",
        "drop view citizen; select 1"
      })
  void whateverIsNotAQueryIsRefused(String sql) throws IOException {
    KhoyteException failure = failure(sql.replace("${health}", health()));

    assertThat(failure.fault()).isEqualTo(Fault.ARGUMENT);
    assertThat(failure.text(Messages.VIETNAMESE))
        .isEqualTo("Không thể chạy câu lệnh: kho chỉ cho đọc.");
    assertThat(failure).hasMessage("Cannot run the statement: the warehouse is read-only.");
    try (Stream<Path> files = Files.walk(home.resolve("lake/health"))) {
      assertThat(files.map(file -> file.getFileName().toString()))
          .noneMatch(name -> name.startsWith("x.") || name.startsWith("other."));
    }
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "from read_parquet('${lake}/identity/citizen/data/1.parquet')",
        "from '${lake}/identity/citizen/data/1.parquet'",
        "from read_parquet('${lake}/health/../identity/citizen/data/1.parquet')",
        "from read_parquet(['${lake}/identity/citizen/data/1.parquet'])",
        "from read_parquet('lake/identity/citizen/data/1.parquet')",
        "from glob('${lake}/**')",
        "from read_text('/etc/passwd')",
        "from read_blob('${lake}/../operations/khoyte.mv.db')",
        "from parquet_schema('${lake}/identity/citizen/data/1.parquet')",
        "from sniff_csv('/etc/passwd')",
        "from read_csv('/proc/self/environ')"
      })
  void nothingOutsideThePseudonymousLakeIsRead(String sql) {
    String lake = home.resolve("lake").toString().replace("'", "''");

    assertThat(failure(sql.replace("${lake}", lake)).text(Messages.VIETNAMESE))
        .startsWith("Không thể chạy câu lệnh: Permission Error: Cannot access ")
        .endsWith("file system operations are disabled by configuration");
  }

  @Test
  void identityIsNotAmongTheTables() {
    assertThat(reader.query("select sql from duckdb_views() where sql ilike '%identity/%'").rows())
        .isEmpty();
  }

  @Test
  void anErrorOfAStatementIsOneLine() {
    assertThat(failure("selec 1").text(Messages.VIETNAMESE))
        .isEqualTo("Không thể chạy câu lệnh: syntax error at or near \"selec\"");
    assertThat(failure("select name\nfrom citizen").text(Messages.VIETNAMESE))
        .isEqualTo(
            "Không thể chạy câu lệnh: Binder Error: Referenced column \"name\" not found in FROM"
                + " clause!");
    assertThat(failure("select 1; select 2").text(Messages.VIETNAMESE))
        .isEqualTo("Không thể chạy câu lệnh: mỗi lần chỉ một câu.");
    assertThat(failure(" ; ")).hasMessage("Cannot run the statement: one at a time.");
    assertThat(failure("select")).hasMessageNotContaining("\n");
  }

  @Test
  void whyALongAnswerStopsIsSaid() {
    KhoyteException failure =
        catchThrowableOfType(
            KhoyteException.class,
            () ->
                reader.print(
                    "select (case when i = 70000 then 'x' else '1' end)::integer"
                        + " from range(100000) as t(i)",
                    AnswerFormat.CSV,
                    Writer.nullWriter(),
                    Messages.VIETNAMESE));

    assertThat(failure.text(Messages.VIETNAMESE))
        .isEqualTo(
            "Không thể chạy câu lệnh: Conversion Error: Could not convert string 'x' to INT32");
  }

  @Test
  void afterAnErrorTheNextQueryIsAnswered() {
    failure("select nothing from nowhere");

    assertThat(reader.query("select 42").rows()).containsExactly(List.of(42));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "with recursive r(i) as (select 1 union all select i + 1 from r where i < 3) select max(i) from r",
        "select count(*) from citizen union all select 3 order by 1 limit 1 offset 1",
        "select count(*) + 1 from (describe night) having false union all values (3)",
        "select 3 as \"INSERT_QUERY_NODE\" -- ; drop view citizen",
        "(select 3)"
      })
  void everyKindOfQueryIsAnswered(String sql) {
    assertThat(reader.query(sql).rows()).hasSize(1);
    assertThat(((Number) reader.query(sql).rows().get(0).get(0)).intValue()).isEqualTo(3);
  }

  @Test
  void tablesAndColumnsCanBeListed() {
    assertThat(reader.query("show tables").rows()).contains(List.of("covid_dose"));
    assertThat(reader.query("describe citizen").rows().get(0).get(0)).isEqualTo("citizen_key");
    assertThat(reader.query("summarize citizen").rows()).hasSize(9);
  }

  @Test
  void aNightCanBeReadTwiceAtOnce() {
    try (NightReader other =
        NightReader.open(new Layout(home), NightId.parse(NIGHT), DrawnNight.LIMITS)) {
      assertThat(other.query("select count(*) from citizen").rows()).containsExactly(List.of(2L));
      assertThat(reader.query("select count(*) from citizen").rows()).containsExactly(List.of(2L));
    }
  }

  @Test
  void aMovedHomeIsReadAsItIs(@TempDir Path elsewhere) throws IOException {
    Path before = elsewhere.resolve("before");
    DrawnNight.of(before, NIGHT)
        .draw(ResolvedTables.CITIZEN, "citizen_key | managed\nk1 | true\n")
        .publish();
    Path after = elsewhere.resolve("after");
    Files.move(before, after);

    try (NightReader moved =
        NightReader.open(new Layout(after), NightId.parse(NIGHT), DrawnNight.LIMITS)) {
      assertThat(moved.query("select citizen_key from citizen").rows())
          .containsExactly(List.of("k1"));
    }
  }

  @Test
  void anEarlierNightStaysAsItWas() {
    Path other = folder.resolve("two nights");
    DrawnNight.of(other, "2022-12-30.v1")
        .draw(ResolvedTables.CITIZEN, "citizen_key | managed\nk1 | true\n")
        .publish();
    DrawnNight.of(other, NIGHT)
        .draw(ResolvedTables.CITIZEN, "citizen_key | managed\nk2 | true\n")
        .draw(
            ResolvedTables.HEALTH_RECORD,
            """
            ma_hssk | citizen_key | state | opened_on
            HS-k2   | k2          | 1     | 2020-01-01
            """)
        .publish();

    try (NightReader first =
        NightReader.open(new Layout(other), NightId.parse("2022-12-30.v1"), DrawnNight.LIMITS)) {
      assertThat(first.query("select citizen_key from citizen").rows())
          .containsExactly(List.of("k1"));
    }
  }

  private static KhoyteException failure(String sql) {
    return catchThrowableOfType(KhoyteException.class, () -> reader.query(sql));
  }

  private static String health() {
    return home.resolve("lake/health").toString().replace("'", "''");
  }
}
