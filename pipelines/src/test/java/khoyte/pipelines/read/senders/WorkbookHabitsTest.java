package khoyte.pipelines.read.senders;

import static khoyte.pipelines.read.senders.Lists.ANSWER;
import static khoyte.pipelines.read.senders.Lists.ANSWERS;
import static khoyte.pipelines.read.senders.Lists.ARE_ANSWERS;
import static khoyte.pipelines.read.senders.Lists.HEADING;
import static khoyte.pipelines.read.senders.Lists.IS_FIRST;
import static khoyte.pipelines.read.senders.Lists.answers;
import static khoyte.pipelines.read.senders.Lists.cells;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.List;
import java.util.function.UnaryOperator;
import khoyte.pipelines.read.source.SourceKind;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The habits of lists of text in the cells of a workbook, and doses that have no key. */
class WorkbookHabitsTest {

  private static Received read(UnaryOperator<String> habit) {
    SheetXml sheet = new SheetXml().row(cells(HEADING));
    for (String line : List.of(Lists.FIRST, Lists.SECOND, Lists.THIRD)) {
      sheet.row(Arrays.stream(cells(line)).map(habit).toArray(String[]::new));
    }
    return answers("tra-loi_20221231.xlsx", WorkbookBytes.of(sheet));
  }

  @Test
  void armourAndApostrophesAreNoPartOfTheText() {
    for (String armour : List.of("=\"%s\"", "'%s")) {
      Received received = read(armour::formatted);

      assertThat(received.rows(ANSWER)).isEqualTo(ARE_ANSWERS);
      assertThat(received.texts()).isEqualTo(answers(ANSWERS).texts());
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"\u00A0", "\u202F", "\u200B", "\u2060", "\uFEFF", " ", "\n"})
  void spacesAroundAValueAreFolded(String space) {
    assertThat(read(value -> space + value + space).rows(ANSWER)).isEqualTo(ARE_ANSWERS);
  }

  @Test
  void headingsAreFoundBehindWhatNobodySees() {
    String[] headings = cells(HEADING);
    headings[0] = "\uFEFF" + headings[0] + "\u00A0";
    headings[3] = headings[3] + "\n";
    SheetXml sheet = new SheetXml().row(headings).row(cells(Lists.FIRST));

    assertThat(answers("tra-loi.xlsx", WorkbookBytes.of(sheet)).rows(ANSWER))
        .containsExactly(IS_FIRST);
  }

  /** Id, name, birth date, vaccine, date and place tell a dose that has no key of its own. */
  @Test
  void aDoseWithoutAKeyHasTheSameInEveryWriting() {
    String[] headings = withoutKey(Lists.doseHeadings());
    String[] first = withoutKey(Lists.dose("", "Mũi số", "1"));
    String[] otherPlace = withoutKey(Lists.dose("", "Cơ sở tiêm", "Bệnh viện"));
    SheetXml sheet = new SheetXml().row("DANH SÁCH").row(headings).row(first).row(otherPlace);
    String list = line(headings) + line(first) + line(otherPlace);
    String armoured =
        line(headings)
            + line(first).replace("075190000001", "=\"075190000001\"")
            + line(otherPlace).replace("075190000001", "'075190000001");

    List<String> keys = keys("covid.csv", Received.utf8(list));
    assertThat(keys).hasSize(2).doesNotHaveDuplicates().doesNotContain("");
    assertThat(keys("covid_2.csv", Received.utf8("\uFEFF" + list))).isEqualTo(keys);
    assertThat(keys("covid.csv", Received.utf8(armoured))).isEqualTo(keys);
    assertThat(keys("covid.xlsx", WorkbookBytes.of(sheet))).isEqualTo(keys);
    assertThat(keys("covid.zip", ZipBytes.of("a.csv", Received.utf8(list)))).isEqualTo(keys);
  }

  private static String[] withoutKey(String[] row) {
    int key = Lists.DOSE_HEADINGS.indexOf("Mã mũi tiêm");
    String[] rest = new String[row.length - 1];
    System.arraycopy(row, 0, rest, 0, key);
    System.arraycopy(row, key + 1, rest, key, rest.length - key);
    return rest;
  }

  private static String line(String[] row) {
    return String.join(";", row) + "\n";
  }

  private static List<String> keys(String name, byte[] bytes) {
    Received received = Received.of(SourceKind.COVID_VACCINATION, name, bytes);
    assertThat(received.balance()).isEqualTo("2 = 2 + 0");
    return received.rows("ma_mui_tiem");
  }
}
