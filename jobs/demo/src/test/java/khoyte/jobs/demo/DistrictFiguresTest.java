package khoyte.jobs.demo;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.util.List;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DistrictFiguresTest {

  @Test
  void atScaleOneTheyAreThePlans() {
    assertThat(drawn(DistrictFigures.at(1)))
        .isEqualTo(
            """
            731 902921 43250 130954 318126
            732 158301 7304 66021 33858
            734 171797 10673 53856 29624
            735 141587 6114 13686 53827
            736 210213 9084 18429 48973
            737 280849 12070 25573 120877
            738 165867 6222 15430 15717
            739 152558 6082 78678 23991
            740 226951 9580 21267 79445
            741 240226 9634 64026 58666
            742 189596 8181 53711 88648\
            """);
  }

  @Test
  void theTotalsAreThePlans() {
    List<DistrictFigures> all = DistrictFigures.at(1);
    assertThat(all.stream().mapToInt(DistrictFigures::managed).sum()).isEqualTo(2_840_866);
    assertThat(all.stream().mapToInt(DistrictFigures::withImmunization).sum()).isEqualTo(128_194);
    assertThat(all.stream().mapToInt(DistrictFigures::withEncounter).sum()).isEqualTo(541_631);
    assertThat(all.stream().mapToInt(DistrictFigures::cleanedDoses).sum()).isEqualTo(871_752);
  }

  @Test
  void atOtherScalesEachIsRoundedHalfUp() {
    assertThat(drawn(DistrictFigures.at(0.01)))
        .startsWith("731 9029 433 1310 3181\n732 1583 73 660 339\n")
        .endsWith("742 1896 82 537 886");
  }

  @Test
  void aScaleOutsideIsRefused(@TempDir Path inbox) {
    assertThatThrownBy(() -> DemoProvince.write(0.001, 1, Edition.FIRST, inbox))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("Cannot build a province of scale 0.001: from 0.002 to 1");
  }

  private static String drawn(List<DistrictFigures> figures) {
    return figures.stream()
        .map(
            f ->
                "%s %d %d %d %d"
                    .formatted(
                        f.districtCode(),
                        f.managed(),
                        f.withImmunization(),
                        f.withEncounter(),
                        f.cleanedDoses()))
        .collect(Collectors.joining("\n"));
  }
}
