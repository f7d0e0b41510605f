package khoyte.warehouse.reference;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.Test;

class AdministrativeUnitsTest {
  private static final LocalDate IN_2022 = LocalDate.of(2022, 12, 31);
  private static final LocalDate IN_2024 = LocalDate.of(2024, 11, 1);
  private static final LocalDate IN_2026 = LocalDate.of(2026, 1, 1);
  private final AdministrativeUnits units = AdministrativeUnits.load();

  private static List<String> codes(List<AdministrativeUnit> units) {
    return units.stream().map(AdministrativeUnit::code).toList();
  }

  @Test
  void theProvinceOf2022HasElevenDistrictsAnd170Communes() {
    assertThat(codes(units.districtsOf("75", IN_2022)))
        .containsExactly(
            "731", "732", "734", "735", "736", "737", "738", "739", "740", "741", "742");
    assertThat(units.communesOf("75", IN_2022)).hasSize(170);
    assertThat(units.communesOf("75", IN_2024)).hasSize(159);
    assertThat(units.districtsOf("75", IN_2026)).isEmpty();
    assertThat(units.communesOf("75", IN_2026)).hasSize(95);
    assertThat(units.communesOf("77", IN_2022)).hasSize(82);
    assertThat(units.communesOf("08", IN_2022)).hasSize(138);
    assertThat(units.childrenOf("755", IN_2022)).isEmpty();
  }

  @Test
  void aCodeMayBeUsedAgainUnderAnotherName() {
    assertThat(unit("26014", IN_2022))
        .isEqualTo(
            new AdministrativeUnit(
                "26014", "26014", "Phường Tân Tiến", UnitLevel.COMMUNE, "731", null, IN_2024));
    assertThat(unit("26014", IN_2024))
        .isEqualTo(
            new AdministrativeUnit(
                "26014~2024-11-01",
                "26014",
                "Phường Tân Mai",
                UnitLevel.COMMUNE,
                "731",
                IN_2024,
                LocalDate.of(2025, 7, 1)));
    assertThat(units.find("26014", IN_2026)).isNull();
    assertThat(units.byId("26014~2024-11-01")).isEqualTo(unit("26014", IN_2024));
    assertThat(units.versions("26041")).hasSize(3);
    assertThat(units.versions("00000")).isEmpty();
  }

  private AdministrativeUnit unit(String code, LocalDate on) {
    return Objects.requireNonNull(units.find(code, on));
  }

  @Test
  void districtAndProvinceOfAUnit() {
    assertThat(units.districtOf(unit("26050", IN_2022))).isEqualTo("731");
    assertThat(units.provinceOf(unit("26050", IN_2022))).isEqualTo("75");
    assertThat(units.districtOf(unit("26041", IN_2026))).isNull();
    assertThat(units.provinceOf(unit("26041", IN_2026))).isEqualTo("75");
    assertThat(units.districtOf(unit("731", IN_2022))).isEqualTo("731");
    assertThat(units.provinceOf(unit("75", IN_2022))).isEqualTo("75");
  }

  @Test
  void relatedUnitsAreSuccessorsAndPredecessorsButNotSiblings() {
    assertThat(units.successors("26026"))
        .startsWith("26014~2024-11-01")
        .allMatch(id -> units.byId(id) != null);
    assertThat(units.predecessors("26014~2024-11-01")).containsExactlyInAnyOrder("26014", "26026");
    assertThat(units.related("26026"))
        .contains("26026", "26014~2024-11-01")
        .doesNotContain("26014");
    assertThat(units.related("26014~2024-11-01")).contains("26014", "26026");
    assertThat(units.successors("25996"))
        .contains("25996~2024-11-01", "26023~2024-11-01", "26041~2024-11-01", "26041~2025-07-01");
  }

  @Test
  void onlyProvincesWithKnownCommunesAreCovered() {
    assertThat(units.covers("75", IN_2022)).isTrue();
    assertThat(units.covers("77", IN_2022)).isTrue();
    assertThat(units.covers("77", IN_2026)).isFalse();
    assertThat(units.covers("79", IN_2022)).isFalse();
  }

  @Test
  void birthRegistrationCodes() {
    assertThat(BirthRegistration.isKnown(75)).isTrue();
    assertThat(BirthRegistration.isKnown(3)).isFalse();
    assertThat(BirthRegistration.isKnown(0)).isFalse();
    assertThat(BirthRegistration.isKnown(100)).isFalse();
    assertThat(BirthRegistration.isKnown(101)).isTrue();
  }

  @Test
  void listsOfVaccinesAndPrefixes() {
    assertThat(CovidVaccines.NAMES)
        .containsExactly(
            "AstraZeneca",
            "Pfizer",
            "Moderna",
            "Vero Cell",
            "Abdala",
            "Hayat-Vax",
            "Sputnik V",
            "Janssen");
    assertThat(CovidVaccines.ALIASES).hasSize(16).containsEntry("AZ", "AstraZeneca");
    assertThat(MobilePrefixes.successorOf("0168")).isEqualTo("038");
    assertThat(MobilePrefixes.successorOf("0130")).isNull();
  }

  @Test
  void legacyEncodings() {
    assertThat(LegacyEncoding.TCVN3.toUnicode("B¶o Th¾ng, Mêng Kh¬ng"))
        .isEqualTo("Bảo Thắng, Mờng Khơng");
    assertThat(LegacyEncoding.TCVN3.toUnicode("M\u00ADêng Kh\u00AD¬ng")).isEqualTo("Mường Khương");
    assertThat(LegacyEncoding.VNI.toUnicode("Nguyeãn Ñöùc AÙnh Aùnh"))
        .isEqualTo("Nguyễn Đức Ánh Ánh");
  }
}
