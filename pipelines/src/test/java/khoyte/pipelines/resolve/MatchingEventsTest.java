package khoyte.pipelines.resolve;

import static khoyte.warehouse.table.DrawnTable.assertThatRows;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.math.BigDecimal;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import khoyte.pipelines.link.estimate.Explanation;
import khoyte.pipelines.link.pair.PersonSearch;
import khoyte.pipelines.link.pair.PersonSearch.ExplainedPair;
import khoyte.warehouse.KhoyteException;
import khoyte.warehouse.explain.KnownPerson;
import khoyte.warehouse.explain.PersonValues;
import khoyte.warehouse.table.DrawnTable;
import khoyte.warehouse.table.ResolvedTables;
import khoyte.warehouse.table.StagedTables;
import khoyte.warehouse.table.Table;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Whom the matcher finds where the rules find nobody, among three million people. */
@Tag("slow")
class MatchingEventsTest {
  private static final LocalDate AS_OF = LocalDate.of(2022, 12, 31);
  private static final long PEOPLE = 3_000_000;

  private static final String RECORDS =
      """
      ma_hssk | citizen_id   | old_id    | name_text        | birth_date | gender | insurance_numbers | phone      | commune | opened_on  | state
      HOA     | 075080000001 | 270000001 | Nguyễn Văn Hòa   | 1980-01-02 | 1      | 7501000001        | 0901000001 | 26050   | 2020-01-01 | 1
      NHUNG   | 075195000044 |           | Nguyễn Thị Nhung | 1995-10-11 | 2      |                   | 0901000002 | 26500   | 2020-01-01 | 1
      NHI     | 075195000099 |           | Nguyễn Thị Nhi   | 1995-10-11 | 2      |                   | 0901000002 | 26500   | 2020-01-01 | 1
      BINH1   | 075080000021 |           | Hồ Văn Bình      | 1980-02-02 | 1      |                   | 0901000003 | 26050   | 2020-01-01 | 1
      BINH2   | 075080000089 |           | Hồ Văn Bình      | 1980-02-02 | 1      |                   | 0901000004 | 26068   | 2020-01-01 | 1
      LONG1   | 075062000031 |           | Trần Văn Long    | 1962-05-12 | 1      |                   | 0901000005 | 26050   | 2020-01-01 | 1
      LONG2   | 075088000032 |           | Trần Văn Long    | 1988-05-12 | 1      |                   | 0901000005 | 26050   | 2020-01-01 | 1
      MANH    | 075060000041 |           | Đỗ Văn Mạnh      | 1960-06-06 | 1      |                   | 0901000006 | 26050   | 2020-01-01 | 1
      PHUOC   |              |           | Huỳnh Văn Phước  | 1970-03-04 | 1      |                   | 0901000007 | 26050   | 2020-01-01 | 1
      CROWD1  |              |           | Lý Văn Đông      | 1951-01-11 | 1      |                   | 0901000099 | 26050   | 2020-01-01 | 1
      CROWD2  |              |           | Mai Văn Đông     | 1962-02-12 | 1      |                   | 0901000099 | 26068   | 2020-01-01 | 1
      CROWD3  |              |           | Lê Văn Đông      | 1973-03-13 | 1      |                   | 0901000099 | 26050   | 2020-01-01 | 1
      CROWD4  |              |           | Hà Văn Đông      | 1984-04-14 | 1      |                   | 0901000099 | 26500   | 2020-01-01 | 1
      CHAIN1  | 075085000051 |           | Vũ Văn Kha       | 1985-08-08 | 1      | 7501000008        |            | 26050   | 2020-01-01 | 1
      CHAIN2  |              |           | Vũ Văn Kha       | 1985-08-08 | 1      | 7501000008        | 0901000008 | 26050   | 2020-01-01 | 1
      """;

  private static final String DOSES =
      """
      ma_doi_tuong   | citizen_id   | id_text      | name_text             | birth_date | birth_year | gender | insurance_numbers | phone      | commune
      NAME-SLIP      |              |              | Nguyễn Vănn Hòa       | 1980-01-02 |            | 1      |                   |            | 26050
      MOVED          |              |              | Nguyễn Văn Hòa        | 1980-01-02 |            | 1      |                   |            | 26500
      MOVED-PHONE    |              |              | Nguyễn Văn Hòa        | 1980-01-02 |            | 1      |                   | 0901000001 | 26500
      ID-SLIP        | 075080000002 |              | Nguyễn Văn Hòa        | 1980-01-02 |            | 1      |                   |            | 26500
      ID-SLIP-FRONT  |              | 975080000001 | NGUYEN VAN HOA        | 1980-01-02 |            | 1      |                   |            | 26500
      OTHER-ID       | 075080999999 |              | Nguyễn Văn Hòa        | 1980-01-02 |            | 1      |                   |            | 26500
      OTHER-ID-PHONE | 075080999999 |              | Nguyễn Văn Hòa        | 1980-01-02 |            | 1      |                   | 0901000001 | 26500
      OTHER-ID-CHAIN | 075085999999 |              | Vũ Văn Khaa           | 1985-08-08 |            | 1      |                   | 0901000008 | 26050
      CARD-YEAR      |              |              | Nguyễn Vắn Hòaa       |            | 1980       | 1      | 7501000001        |            | 26050
      TWIN-SLIP      |              |              | Nguyễn Thị Nhunn      | 1995-10-11 |            | 2      |                   | 0901000002 | 26500
      NAMESAKE       |              |              | Hồ Văn Bình           | 1980-02-02 |            | 1      |                   |            |
      NAMESAKE-PHONE |              |              | Hồ Văn Bình           | 1980-02-02 |            | 1      |                   | 0901000004 |
      FATHER-OR-SON  |              |              | Trần Văn Long         | 1989-06-30 |            | 1      |                   | 0901000005 | 26050
      SON-UNKNOWN    |              |              | Đỗ Văn Mạnh           | 1990-06-06 |            | 1      |                   | 0901000006 | 26050
      RARE           |              |              | Đỗ Văn Mạnh           | 1960-06-06 |            | 1      |                   |            | 26500
      RARE-NEAR      |              |              | Đỗ Văn Mạnh           | 1960-06-06 |            | 1      |                   |            | 26068
      RARE-PHONE     |              |              | Đỗ Văn Mạnh           | 1960-06-06 |            | 1      |                   | 0901000006 | 26500
      VARIANT        |              |              | Hoàng Văn Phúc        | 1970-03-04 |            | 1      |                   |            | 26050
      PLACEHOLDER    |              |              | Con bà Nguyễn Văn Hòa | 1980-01-02 |            |        |                   |            | 26068
      CROWD          |              |              | Lý Văn Đông           |            |            | 1      |                   | 0901000099 | 26050
      FEW            |              |              | Trần Văn Long         |            |            | 1      |                   | 0901000005 | 26050
      STRANGER       |              |              | Phạm Thị Lan          | 1975-05-05 |            | 2      |                   |            | 26068
      """;

  @TempDir static Path home;
  private static List<Map<String, Object>> doses;
  private static List<Map<String, Object>> candidates;

  @BeforeAll
  static void theNightRuns() {
    try (SmallProvince province = new SmallProvince(home, DrawnMatcher.rule(PEOPLE, 3))) {
      province.arrives(StagedTables.HEALTH_RECORD_VERSION, RECORDS);
      province.arrives(StagedTables.IMMUNIZATION_VERSION, DOSES);
      province.night(AS_OF);
      doses = province.rows(ResolvedTables.IMMUNIZATION);
      candidates = province.rows(ResolvedTables.MATCH_CANDIDATE);
    }
  }

  @Test
  void whatAgreesNearlyIsEnoughIfThereIsEnoughOfIt() {
    linked(
        """
        ma_doi_tuong   | citizen | link      | evidence
        NAME-SLIP      | HOA     | resolved  | matcher
        MOVED          |         | undecided | matcher
        MOVED-PHONE    | HOA     | resolved  | matcher
        ID-SLIP        | HOA     | resolved  | matcher
        ID-SLIP-FRONT  | HOA     | resolved  | matcher
        CARD-YEAR      | HOA     | resolved  | matcher
        VARIANT        | PHUOC   | resolved  | matcher
        STRANGER       |         | nobody    |
        """);
  }

  @Test
  void aNameAndABirthDateThatNothingElseBearsOutAreForAPersonToDecide() {
    linked(
        """
        ma_doi_tuong | citizen | link      | evidence
        RARE         |         | undecided | matcher
        RARE-NEAR    | MANH    | resolved  | matcher
        RARE-PHONE   | MANH    | resolved  | matcher
        """);
  }

  @Test
  void aNameThatStandsInForOneSaysNothing() {
    linked(
        """
        ma_doi_tuong | citizen | link   | evidence
        PLACEHOLDER  |         | nobody |
        """);
  }

  @Test
  void twoValidIdsThatAreNoSlipApartAreTwoPeopleWhateverAgrees() {
    linked(
        """
        ma_doi_tuong   | citizen | link      | evidence
        OTHER-ID       |         | nobody    |
        OTHER-ID-PHONE |         | undecided | matcher
        OTHER-ID-CHAIN |         | undecided | matcher
        """);
  }

  @Test
  void ofPeopleWhoAreEasilyTakenForEachOtherNoneIsTaken() {
    linked(
        """
        ma_doi_tuong   | citizen | link      | evidence
        TWIN-SLIP      |         | undecided | matcher
        NAMESAKE       |         | undecided | matcher
        NAMESAKE-PHONE | BINH2   | resolved  | matcher
        FATHER-OR-SON  |         | undecided | matcher
        SON-UNKNOWN    |         | undecided | matcher
        """);
  }

  @Test
  void theCandidatesAreKeptWithTheirProbability() {
    assertThatRows(
            candidates.stream()
                .filter(
                    row ->
                        List.of("NAME-SLIP", "NAMESAKE", "MOVED", "FATHER-OR-SON")
                            .contains(row.get("record_key")))
                .toList())
        .areExactly(
            """
            source_table         | record_key    | first_ma_hssk | probability | decision
            immunization_version | NAME-SLIP     | HOA           | 0.9992      | match
            immunization_version | MOVED         | HOA           | 0.7815      | review
            immunization_version | NAMESAKE      | BINH1         | 0.9871      | review
            immunization_version | NAMESAKE      | BINH2         | 0.9871      | review
            immunization_version | FATHER-OR-SON | LONG1         | 1           | review
            immunization_version | FATHER-OR-SON | LONG2         | 1           | review
            """);
  }

  @Test
  void anExplanationComesToTheWeightThatDecided(@TempDir Path work) {
    Map<String, PersonValues> people = people(StagedTables.HEALTH_RECORD_VERSION, RECORDS);
    people.computeIfPresent("CHAIN2", (key, values) -> withId(values, "075085000051"));
    List<KnownPerson> known =
        people.entrySet().stream()
            .map(
                person ->
                    new KnownPerson(
                        person.getKey(),
                        person.getKey(),
                        person.getKey().equals("CHAIN2") ? "CHAIN1" : person.getKey(),
                        false,
                        person.getValue()))
            .toList();
    for (String dose :
        List.of("NAME-SLIP", "MOVED-PHONE", "ID-SLIP-FRONT", "CARD-YEAR", "OTHER-ID-CHAIN")) {
      Map<String, Double> weights = new TreeMap<>();
      List<ExplainedPair> explained =
          ExplainingLinks.of(
              DrawnMatcher.rule(PEOPLE).search(),
              people(StagedTables.IMMUNIZATION_VERSION, DOSES).get(dose),
              known,
              SmallProvince.COMMUNES);
      for (int i = 0; i < known.size(); i++) {
        Explanation explanation = explained.get(i).explanation();
        assertThat(sum(explanation)).isCloseTo(explanation.weight(), within(1e-9));
        weights.merge(known.get(i).firstHssk(), explanation.weight(), Math::max);
      }
      List<Map<String, Object>> found =
          candidates.stream().filter(row -> dose.equals(row.get("record_key"))).toList();
      assertThat(found).as(dose).isNotEmpty();
      for (Map<String, Object> candidate : found) {
        assertThat(weights.get(candidate.get("first_ma_hssk").toString()))
            .as(dose)
            .isCloseTo(((BigDecimal) candidate.get("weight")).doubleValue(), within(0.0001));
      }
    }
  }

  private static double sum(Explanation explanation) {
    return explanation.prior()
        + explanation.parts().stream()
            .mapToDouble(part -> part.weight() + part.termFrequency())
            .sum()
        + explanation.kinds().stream().mapToDouble(Explanation.OtherKind::weight).sum();
  }

  /** Drawn rows by their keys, the first column. */
  private static Map<String, PersonValues> people(Table table, String drawn) {
    Map<String, PersonValues> people = new TreeMap<>();
    for (Map<String, Object> row : DrawnTable.maps(table, drawn)) {
      SmallProvince.derive(table, row);
      people.put(
          row.get(drawn.substring(0, drawn.indexOf('|')).strip()).toString(),
          new PersonValues(
              (String) row.get("name_text"),
              (String) row.get("name"),
              (String) row.get("name_folded"),
              (LocalDate) row.get("birth_date"),
              (Integer) row.get("birth_year"),
              (Integer) row.get("gender"),
              (String) row.get("citizen_id"),
              (String) row.get("id_text"),
              (String) row.get("old_id"),
              ((List<?>) row.get("insurance_numbers")).stream().map(String::valueOf).toList(),
              (String) row.get("phone"),
              (String) row.get("commune")));
    }
    return people;
  }

  /** The same person with the verified id of his citizen. */
  private static PersonValues withId(PersonValues person, String id) {
    return new PersonValues(
        person.nameText(),
        person.name(),
        person.nameFolded(),
        person.birthDate(),
        person.birthYear(),
        person.gender(),
        id,
        person.idText(),
        person.oldId(),
        person.insuranceNumbers(),
        person.phone(),
        person.commune());
  }

  @Test
  void aKeyThatManyShareBringsNothingTogether() {
    linked(
        """
        ma_doi_tuong | citizen | link      | evidence
        FEW          |         | undecided | matcher
        CROWD        |         | nobody    |
        """);
  }

  @Test
  void aRuleThatBringsTooManyTogetherIsRefusedByItsName() {
    PersonSearch search = DrawnMatcher.rule(PEOPLE).search();

    search.checkCap(1, 1000);
    assertThatThrownBy(() -> search.checkCap(1, 1001))
        .isInstanceOf(KhoyteException.class)
        .hasMessageContaining("folded given_name + birth_date")
        .hasMessageContaining("1,001 pairs");
  }

  @Test
  void aLaterNightLooksAgainForWhomAChangedCitizenMayBe(@TempDir Path other) {
    // A folder may have blanks in its name.
    Path blank = other.resolve("kho y te");
    try (SmallProvince growing = new SmallProvince(blank, DrawnMatcher.rule(PEOPLE))) {
      growing.arrives(
          StagedTables.HEALTH_RECORD_VERSION,
          """
          ma_hssk | citizen_id   | name_text   | birth_date | gender | commune | opened_on  | state
          FIRST   | 075080000301 | Hồ Văn Kính | 1980-01-01 | 1      | 26050   | 2020-01-01 | 1
          """);
      growing.arrives(
          StagedTables.IMMUNIZATION_VERSION,
          """
          ma_doi_tuong | name_text        | birth_date | gender | commune
          D1           | Nguyễn Vănn Hòa  | 1980-01-02 | 1      | 26050
          D2           | Phạm Thị Lan     | 1975-05-05 | 2      | 26068
          D3           | Nguyễn Vănn Hòa  | 1980-01-02 | 1      | 26050
          """);
      growing.night(AS_OF);
      doses(growing, "D1 nobody null, D2 nobody null, D3 nobody null");

      growing.arrives(
          StagedTables.HEALTH_RECORD_VERSION,
          """
          ma_hssk | citizen_id   | name_text      | birth_date | gender | commune | opened_on  | state | updated_at
          HOA     | 075080000001 | Nguyễn Văn Hòa | 1980-01-02 | 1      | 26050   | 2020-01-01 | 1     | 2022-10-01 00:00
          """);
      growing.nextNight(AS_OF);
      doses(growing, "D1 resolved HOA, D2 nobody null, D3 resolved HOA");

      growing.arrives(
          StagedTables.HEALTH_RECORD_VERSION,
          """
          ma_hssk | citizen_id   | name_text      | birth_date | gender | commune | opened_on  | state | updated_at
          HOB     | 075080000777 | Nguyễn Văn Hòa | 1980-01-02 | 1      | 26050   | 2020-01-01 | 1     | 2022-10-01 00:00
          """);
      growing.nextNight(AS_OF);
      doses(growing, "D1 undecided null, D2 nobody null, D3 undecided null");

      growing.arrives(
          StagedTables.HEALTH_RECORD_VERSION,
          """
          ma_hssk | name_text | opened_on | state | withdrawn | updated_at
          HOA     |           |           | 0     | true      | 2022-11-01 00:00
          """);
      growing.arrives(
          StagedTables.IMMUNIZATION_VERSION,
          """
          ma_doi_tuong | withdrawn | updated_at
          D3           | true      | 2022-11-01 00:00
          """);
      growing.nextNight(AS_OF);
      doses(growing, "D1 resolved HOB, D2 nobody null");
      assertThatRows(growing.rows(ResolvedTables.MATCH_CANDIDATE))
          .areExactly(
              """
              record_key | citizen | decision
              D1         | HOB     | match
              """);
    }
  }

  @Test
  void aStationHasTheLastWord(@TempDir Path other) {
    try (SmallProvince decided = new SmallProvince(other, DrawnMatcher.rule(PEOPLE))) {
      decided.arrives(StagedTables.HEALTH_RECORD_VERSION, RECORDS);
      decided.arrives(StagedTables.IMMUNIZATION_VERSION, DOSES);
      decided.night(AS_OF);
      decided.arrives(
          StagedTables.CORRECTION_VERSION,
          """
          source_table         | record_key | list      | decision        | decision_text | linked_hssk | candidates  | chosen_hssk | unit_code | listed_as_of | listed_night  | updated_at
          immunization_version | NAME-SLIP  | other     | not_same_person | a             | HOA         |             |             | 26050     | 2022-12-31   | 2022-12-31.v1 | 2023-02-01 00:00
          immunization_version | TWIN-SLIP  | undecided | candidate_1     | b             |             | NHUNG, NHI  | NHUNG       | 26500     | 2022-12-31   | 2022-12-31.v1 | 2023-02-01 00:00
          immunization_version | NAMESAKE   | undecided | none_of_these   | c             |             | BINH1, BINH2 |            | 26050     | 2022-12-31   | 2022-12-31.v1 | 2023-02-01 00:00
          """);
      String drawn =
          """
          ma_doi_tuong | citizen | link     | evidence
          NAME-SLIP    |         | nobody   |
          TWIN-SLIP    | NHUNG   | resolved | decision
          NAMESAKE     |         | nobody   |
          """;
      decided.nextNight(AS_OF);
      assertThatRows(SmallProvince.drawnOf(decided.rows(ResolvedTables.IMMUNIZATION), drawn))
          .areExactly(drawn);
    }
  }

  private static void doses(SmallProvince province, String expected) {
    assertThat(
            province.rows(ResolvedTables.IMMUNIZATION).stream()
                .map(
                    row ->
                        row.get("ma_doi_tuong") + " " + row.get("link") + " " + row.get("citizen"))
                .sorted()
                .toList())
        .isEqualTo(List.of(expected.split(", ", -1)));
  }

  private static void linked(String drawn) {
    assertThatRows(SmallProvince.drawnOf(doses, drawn)).areExactly(drawn);
  }
}
