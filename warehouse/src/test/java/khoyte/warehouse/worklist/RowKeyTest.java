package khoyte.warehouse.worklist;

import static khoyte.warehouse.worklist.WorklistSheet.GROUP_1;
import static khoyte.warehouse.worklist.WorklistSheet.GROUP_2;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashSet;
import java.util.Set;
import org.junit.jupiter.api.Test;

class RowKeyTest {

  /** Printed lists are out there: a key never changes. */
  @Test
  void aKeyIsTheSameForEver() {
    assertThat(key("MT0000000004")).isEqualTo("TJDC-R3YL");
    assertThat(RowKey.of("review_pair", "HS3/HS4", WorklistSheet.UNDECIDED, 0))
        .isEqualTo("YNFB-LP9C");
  }

  @Test
  void anotherRecordListOrAttemptHasAnotherKey() {
    Set<String> keys = new HashSet<>();
    keys.add(RowKey.of("covid_dose_version", "M1", GROUP_1, 0));
    keys.add(RowKey.of("covid_dose_version", "M1", GROUP_2, 0));
    keys.add(RowKey.of("immunization_version", "M1", GROUP_1, 0));
    keys.add(RowKey.of("covid_dose_version", "M1", GROUP_1, 1));

    assertThat(keys).hasSize(4);
  }

  @Test
  void aHugeCommuneHasHardlyTwoRowsOfOneKey() {
    Set<String> keys = new HashSet<>();
    for (int i = 0; i < 50_000; i++) {
      keys.add(key("MT" + i));
    }

    assertThat(keys).hasSizeGreaterThanOrEqualTo(49_999);
  }

  @Test
  void theCheckFindsEveryWrongSignAndEverySwapOfNeighbours() {
    String signs = "0123456789BCDFGHJKLNPQRSTVXYZ";
    for (int i = 0; i < 200; i++) {
      String key = key("MT" + i);
      assertThat(RowKey.isWhole(key)).isTrue();
      assertThat(key).matches("[0-9BCDFGHJKLNPQRSTVXYZ]{4}-[BCDFGHJKLNPQRSTVXYZ][0-9A-Z]{3}");
      String plain = key.replace("-", "");
      for (int at = 0; at < plain.length(); at++) {
        for (char sign : signs.toCharArray()) {
          String changed = plain.substring(0, at) + sign + plain.substring(at + 1);
          assertThat(RowKey.isWhole(RowKey.normal(changed))).isEqualTo(changed.equals(plain));
        }
        if (at + 1 < plain.length() - 1) {
          String swapped =
              plain.substring(0, at)
                  + plain.charAt(at + 1)
                  + plain.charAt(at)
                  + plain.substring(at + 2);
          assertThat(RowKey.isWhole(RowKey.normal(swapped))).isEqualTo(swapped.equals(plain));
        }
      }
    }
  }

  @Test
  void spacesHyphensAndSmallLettersDoNotMatter() {
    assertThat(RowKey.normal(" g6j3 k3t7\u00A0")).isEqualTo("G6J3-K3T7");
    assertThat(RowKey.normal("G6J3–K3T7")).isEqualTo("G6J3-K3T7");
    assertThat(RowKey.isWhole(RowKey.normal("G6J3-K3T"))).isFalse();
    assertThat(RowKey.isWhole("")).isFalse();
    assertThat(RowKey.isWhole("G6J3-KAT7")).isFalse();
  }

  private static String key(String record) {
    return RowKey.of("covid_dose_version", record, GROUP_1, 0);
  }
}
