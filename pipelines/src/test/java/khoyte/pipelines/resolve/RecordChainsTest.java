package khoyte.pipelines.resolve;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.Collectors;
import khoyte.pipelines.resolve.RecordChains.Member;
import khoyte.pipelines.resolve.RecordChains.Pair;
import org.junit.jupiter.api.Test;

class RecordChainsTest {
  private final Map<String, Member> members = new HashMap<>();

  @Test
  void recordsThatShareKeysAreOneCitizenNamedByTheSmallestKey() {
    assertThat(placed(pair("HS3", "HS2"), pair("HS2", "HS1")))
        .containsOnly("HS1 of HS1", "HS2 of HS1", "HS3 of HS1");
  }

  @Test
  void aRecordWithoutIdJoinsTheOnlyIdItLeadsTo() {
    assertThat(placed(pair("HS1", "HS2:075A"), pair("HS1", "HS3")))
        .containsOnly("HS1 of HS1 075A", "HS2 of HS1 075A", "HS3 of HS1 075A");
  }

  @Test
  void aChainOfTwoIdsIsCutById() {
    assertThat(placed(pair("HS1:075A", "HS2:075B"), pair("HS2:075B", "HS3:075B")))
        .containsOnly("HS1 of HS1 075A", "HS2 of HS2 075B", "HS3 of HS2 075B");
  }

  @Test
  void aRecordWhoseKeysLeadToTwoIdsStandsAloneAndIsUndecided() {
    assertThat(placed(pair("HS1:075A", "HS2"), pair("HS2", "HS3:075B")))
        .containsOnly("HS1 of HS1 075A", "HS2 of HS2 undecided", "HS3 of HS3 075B");
  }

  @Test
  void recordsWithoutIdBetweenTwoIdsAllStandAlone() {
    assertThat(placed(pair("HS1:075A", "HS2"), pair("HS2", "HS3"), pair("HS3", "HS4:075B")))
        .containsOnly(
            "HS1 of HS1 075A", "HS2 of HS2 undecided", "HS3 of HS3 undecided", "HS4 of HS4 075B");
  }

  @Test
  void theOrderOfThePairsDoesNotMatter() {
    Random random = new Random(7);
    for (int round = 0; round < 200; round++) {
      List<Pair> pairs = new ArrayList<>();
      for (int i = 0; i < 12; i++) {
        pairs.add(pair(drawn(random), drawn(random)));
      }
      List<String> inOrder = placed(pairs.toArray(Pair[]::new));
      Collections.shuffle(pairs, random);
      assertThat(placed(pairs.toArray(Pair[]::new))).hasSameElementsAs(inOrder);
      assertThat(idsByCitizen(pairs).values()).allMatch(ids -> ids.size() <= 1);
    }
  }

  private static String drawn(Random random) {
    int number = random.nextInt(9);
    return "HS" + number + (number % 3 == 0 ? "" : number % 3 == 1 ? ":075A" : ":075B");
  }

  private Map<Long, List<String>> idsByCitizen(List<Pair> pairs) {
    Map<Long, Member> byNumber =
        members.values().stream().collect(Collectors.toMap(Member::recordNo, member -> member));
    return RecordChains.placed(pairs).stream()
        .filter(place -> byNumber.get(place.recordNo()).id() != null)
        .collect(
            Collectors.groupingBy(
                RecordChains.Placed::citizenNo,
                Collectors.collectingAndThen(
                    Collectors.toList(),
                    places ->
                        places.stream()
                            .map(place -> byNumber.get(place.recordNo()).id())
                            .distinct()
                            .toList())));
  }

  private List<String> placed(Pair... pairs) {
    Map<Long, String> keys =
        members.values().stream().collect(Collectors.toMap(Member::recordNo, Member::maHssk));
    return RecordChains.placed(List.of(pairs)).stream()
        .map(
            place ->
                keys.get(place.recordNo())
                    + " of "
                    + place.citizenHssk()
                    + (place.citizenId() == null ? "" : " " + place.citizenId())
                    + (place.undecided() ? " undecided" : ""))
        .toList();
  }

  private Pair pair(String one, String other) {
    return new Pair(member(one), member(other));
  }

  private Member member(String text) {
    return members.computeIfAbsent(
        text,
        key -> {
          int colon = key.indexOf(':');
          String maHssk = colon < 0 ? key : key.substring(0, colon);
          return new Member(
              Long.parseLong(maHssk.substring(2)),
              maHssk,
              colon < 0 ? null : key.substring(colon + 1));
        });
  }
}
