package khoyte.warehouse.night;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import khoyte.warehouse.NightId;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class RetentionRuleTest {
  private static final RetentionRule RULE = new RetentionRule(30, 24);

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          # published                                         | kept
          2022-12-31.v1                                       | 2022-12-31.v1
          2022-12-31.v1 2022-12-31.v2                         | 2022-12-31.v1 2022-12-31.v2
          2022-12-31.v1 2022-12-02.v1 2022-12-01.v1           | 2022-12-31.v1 2022-12-02.v1
          2022-12-31.v1 2022-11-30.v1 2022-11-29.v1           | 2022-12-31.v1 2022-11-30.v1
          2022-12-31.v1 2022-11-30.v1 2022-11-30.v2           | 2022-12-31.v1 2022-11-30.v2
          2022-12-31.v1 2022-11-07.v1 2022-11-03.v1           | 2022-12-31.v1 2022-11-07.v1
          2022-12-31.v1 2021-01-31.v1 2021-01-30.v1 2021-02-28.v1 2021-12-31.v1 | 2022-12-31.v1 2021-01-31.v1 2021-02-28.v1 2021-12-31.v1
          2022-12-31.v1 2020-11-30.v1 2020-12-31.v1 2020-12-30.v1 | 2022-12-31.v1 2020-12-31.v1
          2022-12-31.v1 2015-03-01.v3 2015-03-01.v2 2015-02-28.v1 | 2022-12-31.v1 2015-03-01.v3
          """)
  void daysThenMonthsThenYears(String published, String kept) {
    assertThat(RULE.kept(nights(published))).isEqualTo(nights(kept));
  }

  @Test
  void ofNothingNothingIsKept() {
    assertThat(RULE.kept(List.of())).isEmpty();
  }

  private static Set<NightId> nights(String names) {
    return Stream.of(names.strip().split(" +", -1)).map(NightId::parse).collect(Collectors.toSet());
  }
}
