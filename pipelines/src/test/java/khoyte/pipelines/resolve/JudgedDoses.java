package khoyte.pipelines.resolve;

import static khoyte.warehouse.table.DrawnTable.assertThatRows;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import khoyte.warehouse.table.ResolvedTables;

/** The COVID-19 doses of a drawn province after its night. */
record JudgedDoses(
    List<FileBalance> balances,
    List<Map<String, Object>> doses,
    List<Map<String, Object>> repairs) {

  static JudgedDoses of(SmallProvince province, LocalDate asOf) {
    List<FileBalance> balances = province.night(asOf);
    return new JudgedDoses(
        balances,
        province.rows(ResolvedTables.COVID_DOSE),
        province.rows(ResolvedTables.COVID_DOSE_REPAIR));
  }

  /** The doses that are drawn are judged as they are drawn. */
  void areJudged(String drawn) {
    assertThatRows(SmallProvince.drawnOf(doses, drawn)).areExactly(drawn);
  }

  /** The doses that are drawn have just the repairs that are drawn. */
  void areRepaired(String drawn) {
    assertThatRows(SmallProvince.drawnOf(repairs, drawn)).areExactly(drawn);
  }

  void areNotRepaired(String... keys) {
    assertThat(repairs).extracting(row -> row.get("ma_mui_tiem")).doesNotContain((Object[]) keys);
  }
}
