package khoyte.jobs.console;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import khoyte.warehouse.Messages;
import org.junit.jupiter.api.Test;

class TextTableTest {

  @Test
  void numbersAreWrittenAsTheLanguageDoes() {
    TextTable vietnamese = TextTable.of(Messages.VIETNAMESE, "status.night", "status.records");
    vietnamese.row("31/12/2022", 1500);
    vietnamese.row("30/12/2022", new BigDecimal("1500.20"));

    assertThat(vietnamese.lines())
        .containsExactly(
            "Phiên đêm    Bản ghi",
            "----------  --------",
            "31/12/2022     1.500",
            "30/12/2022  1.500,20");

    TextTable english = TextTable.of(Messages.ENGLISH, "status.night", "status.records");
    english.row("2022-12-31", 1500);
    english.row("2022-12-30", new BigDecimal("1500.20"));

    assertThat(english.lines())
        .containsExactly(
            "Night        Records",
            "----------  --------",
            "2022-12-31     1,500",
            "2022-12-30  1,500.20");
  }
}
