package khoyte.pipelines.resolve;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.ThreadLocalRandom;
import java.util.stream.Collectors;
import java.util.stream.LongStream;
import khoyte.warehouse.table.DrawnTable;
import khoyte.warehouse.table.Field;
import khoyte.warehouse.table.ResolvedTables;
import khoyte.warehouse.table.Table;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Whatever files come in which night and order, the tables are those of one night that resolves
 * everything, row by row; and whatever key a night published leads to the keys that now hold its
 * records. Every run draws another province, or {@code -Dprovinces=<number>} of them, from a seed
 * that it prints; {@code -Dseed=<number>} draws them again, {@code -Dnights=<number>} cuts them
 * into more nights.
 */
@Tag("slow")
class NightsInAnyOrderTest {
  private static final LocalDate AS_OF = LocalDate.of(2022, 12, 31);

  /** About arrival, and so outside the promise where files come in another order. */
  private static final Set<String> LINEAGE =
      Set.of(
          "file_id",
          "record_number",
          "line",
          "citizen_no",
          "citizen_key",
          "record_no",
          "first_no",
          "answer_no",
          "event_no");

  /** Tables of which a province may have nothing. */
  private static final int SELDOM_DRAWN = 3;

  @TempDir Path home;

  static LongStream provinces() {
    int count = Integer.getInteger("provinces", 1);
    long seed = Long.getLong("seed", ThreadLocalRandom.current().nextInt(Integer.MAX_VALUE));
    System.out.printf("Provinces of -Dseed=%d -Dprovinces=%d%n", seed, count);
    return LongStream.range(seed, seed + count);
  }

  @ParameterizedTest
  @MethodSource("provinces")
  void manyNightsLeaveWhatOneLeaves(long seed) {
    Map<String, String> other;
    try (SmallProvince province =
        new SmallProvince(home.resolve("other"), DrawnMatcher.rule(10_000))) {
      new RandomProvince(seed)
          .files()
          .forEach(file -> province.arrives(file.table(), file.drawn()));
      province.night(AS_OF);
      other = tables(province, LINEAGE);
    }
    try (SmallProvince province =
        new SmallProvince(home.resolve("many"), DrawnMatcher.rule(10_000))) {
      RandomProvince drawn = new RandomProvince(seed);
      List<List<RandomProvince.File>> nights = drawn.nights(Integer.getInteger("nights", 2));
      PublishedKeys keys = new PublishedKeys();
      for (int i = 0; i < nights.size(); i++) {
        nights.get(i).forEach(file -> province.arrives(file.table(), file.drawn()));
        if (i == 0) {
          province.night(drawn.asOf());
        } else if (i < nights.size() - 1) {
          province.nextNight(drawn.asOf());
        }
        keys.add(province);
      }
      List<FileBalance> balances = province.nextNight(AS_OF);
      keys.add(province);
      keys.leadToWhoHoldsTheirRecords(province);
      Map<String, String> many = tables(province, Set.of());
      Map<String, String> manyWithoutLineage = tables(province, LINEAGE);

      List<FileBalance> balancesOfOne = province.night(AS_OF);
      Map<String, String> one = tables(province, Set.of());
      keys.add(province);
      keys.leadToWhoHoldsTheirRecords(province);

      one.forEach((table, rows) -> assertThat(many.get(table)).as(table).isEqualTo(rows));
      assertThat(balances).isEqualTo(balancesOfOne);
      other.forEach(
          (table, rows) -> assertThat(manyWithoutLineage.get(table)).as(table).isEqualTo(rows));
      assertThat(many.values())
          .filteredOn(rows -> rows.lines().count() == 1)
          .as("tables of this province without rows")
          .hasSizeLessThanOrEqualTo(SELDOM_DRAWN);
    }
  }

  private static Map<String, String> tables(SmallProvince province, Set<String> without) {
    Map<String, String> tables = new TreeMap<>();
    for (Table table : ResolvedTables.ALL) {
      if (table.equals(ResolvedTables.CITIZEN_KEY_MOVE)
          || (table.equals(ResolvedTables.UNCOUNTED_VERSION) && !without.isEmpty())) {
        continue;
      }
      List<String> names = new ArrayList<>();
      table.fields().stream()
          .map(Field::name)
          // the night that repaired is outside the promise as well
          .filter(name -> !without.contains(name) && !name.equals("night"))
          .forEach(names::add);
      names.add("citizen");
      List<List<Object>> rows = new ArrayList<>();
      for (Map<String, Object> row : province.rows(table)) {
        // a list that may hold null
        rows.add(names.stream().map(row::get).collect(Collectors.toList()));
      }
      rows.sort(Comparator.comparing(Object::toString));
      tables.put(table.qualifiedName(), DrawnTable.draw(names, rows));
    }
    return tables;
  }
}
