package khoyte.jobs.link;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.ZoneId;
import khoyte.jobs.console.Spoken;
import khoyte.pipelines.link.model.Comparison;
import khoyte.pipelines.link.model.LinkModel;
import khoyte.pipelines.link.model.PairKind;
import khoyte.warehouse.Messages;
import khoyte.warehouse.reference.AdministrativeUnits;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** An explanation speaks one language, whichever shipped linker it is about. */
class LinkWordsTest {
  private static final LinkWords VIETNAMESE = words(Messages.VIETNAMESE);
  private static final LinkWords ENGLISH = words(Messages.ENGLISH);

  @ParameterizedTest
  @ValueSource(strings = {"person", "citizen"})
  void everythingThatIsComparedHasItsWords(String name) {
    LinkModel model = LinkModelFile.read(Path.of("../../conf/link/" + name + ".yml"));

    for (Comparison comparison : model.comparisons()) {
      String one = comparison.name();
      assertThat(VIETNAMESE.comparison(one)).as(one).isNotEqualTo(one);
      assertThat(ENGLISH.comparison(one)).as(one).doesNotContain("_");
      for (String level : comparison.levelNames()) {
        assertThat(VIETNAMESE.level(level))
            .as(level)
            .doesNotContain(" or ", "-", "_")
            .doesNotContainPattern("[0-9][.][0-9]")
            .doesNotContainIgnoringCase(level);
        assertThat(ENGLISH.level(level))
            .as(level)
            .doesNotContain("jaro", "damerau", "date-", "one-slip", "_")
            .doesNotContainPattern("[0-9][.][0-9]|at most 1 ");
      }
    }
    for (PairKind kind : model.kinds()) {
      assertThat(Messages.VIETNAMESE.textOr("calibration.kind." + kind.name(), "")).isNotEmpty();
    }
  }

  @Test
  void numbersAreSaidForWhatTheyMean() {
    assertThat(VIETNAMESE.level("swapped surname 0.88 or starts 2"))
        .isEqualTo("đổi chỗ với họ hoặc cùng 2 ký tự đầu trở lên");
    assertThat(ENGLISH.level("jaro-winkler 0.92 or damerau 1"))
        .isEqualTo("at least 92% alike or at most one character apart");
    assertThat(VIETNAMESE.level("jaro-winkler 0.92 or damerau 2"))
        .isEqualTo("giống từ 92% hoặc khác nhiều nhất 2 ký tự");
  }

  private static LinkWords words(Messages messages) {
    return new LinkWords(
        new Spoken(messages, ZoneId.of("Asia/Ho_Chi_Minh")), AdministrativeUnits.load());
  }
}
