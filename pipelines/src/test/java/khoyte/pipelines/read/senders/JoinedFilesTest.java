package khoyte.pipelines.read.senders;

import static khoyte.pipelines.read.senders.Lists.ANSWER;
import static khoyte.pipelines.read.senders.Lists.ANSWERS;
import static khoyte.pipelines.read.senders.Lists.ARE_ANSWERS;
import static khoyte.pipelines.read.senders.Lists.FIRST;
import static khoyte.pipelines.read.senders.Lists.HEADING;
import static khoyte.pipelines.read.senders.Lists.IS_FIRST;
import static khoyte.pipelines.read.senders.Lists.IS_SECOND;
import static khoyte.pipelines.read.senders.Lists.IS_THIRD;
import static khoyte.pipelines.read.senders.Lists.SECOND;
import static khoyte.pipelines.read.senders.Lists.THIRD;
import static khoyte.pipelines.read.senders.Lists.answers;
import static khoyte.pipelines.read.senders.Lists.lines;
import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Lists of several stations joined by {@code copy a.csv+b.csv all.csv} or {@code cat}. */
class JoinedFilesTest {
  private static final String MARK = "\uFEFF";
  private static final String CTRL_Z = "\u001A";

  private static void assertWhole(Received received) {
    assertThat(received.rows(ANSWER)).isEqualTo(ARE_ANSWERS);
    assertThat(received.balance()).isEqualTo("3 = 3 + 0");
  }

  /** What is passed over is told. */
  private static void assertWholeAndRemarked(Received received) {
    assertWhole(received);
    assertThat(received.remarks()).isNotEmpty();
  }

  @Test
  void theHeadingAgainIsPassedOver() {
    assertWholeAndRemarked(answers(lines(HEADING, FIRST, HEADING, SECOND, HEADING, THIRD)));
    assertWholeAndRemarked(answers(lines(HEADING, FIRST, MARK + HEADING, SECOND, THIRD)));
    assertWholeAndRemarked(
        answers(MARK + lines(HEADING, FIRST, MARK + HEADING, SECOND, MARK + HEADING, THIRD)));
    assertWholeAndRemarked(answers(lines(HEADING, HEADING, FIRST, SECOND, THIRD, HEADING)));
  }

  @Test
  void theHeadingAgainInOtherQuotesIsPassedOver() {
    String quoted = "\"" + HEADING.replace(",", "\",\"") + "\"";
    assertWholeAndRemarked(answers(lines(HEADING, FIRST, quoted, SECOND, MARK + quoted, THIRD)));
    assertWholeAndRemarked(answers(lines(quoted, FIRST, HEADING, SECOND, THIRD)));
  }

  @Test
  void linesAreCountedAllTheSame() {
    Received received =
        answers(lines(HEADING, FIRST, MARK + HEADING, SECOND, "HS9,Lê An", HEADING, THIRD));

    assertThat(received.rows("line")).containsExactly("2", "4", "7");
    assertThat(received.keptBack()).containsExactly("5||quarantine.fields");
    assertThat(received.balance()).isEqualTo("4 = 3 + 1");
  }

  @Test
  void aByteOrderMarkBeforeARowIsNoPartOfItsKey() {
    assertWholeAndRemarked(answers(lines(HEADING, FIRST, MARK + SECOND, MARK + THIRD)));
    assertWholeAndRemarked(
        answers(lines(HEADING, FIRST, MARK + "\"HS2\"" + SECOND.substring(3), THIRD)));
  }

  @ParameterizedTest
  @ValueSource(strings = {CTRL_Z, CTRL_Z + "\r\n", CTRL_Z + CTRL_Z, "\r\n" + CTRL_Z})
  void ctrlZAtTheEndIsNoRow(String end) {
    assertWhole(answers(ANSWERS + end));
    assertWhole(answers(ANSWERS.stripTrailing() + end));
  }

  @Test
  void ctrlZBetweenTheFilesIsNoRow() {
    assertWholeAndRemarked(
        answers(lines(HEADING, FIRST, CTRL_Z + MARK + HEADING, SECOND, CTRL_Z + HEADING, THIRD)));
    assertWholeAndRemarked(answers(lines(HEADING, FIRST, CTRL_Z, MARK + HEADING, SECOND, THIRD)));
    assertWholeAndRemarked(answers(lines(HEADING, FIRST, CTRL_Z + SECOND, THIRD)));
  }

  /** The last row of a file without a last line end and the next heading are one line. */
  @ParameterizedTest
  @ValueSource(strings = {"", MARK})
  void aRowGluedToAHeadingIsKeptBackAlone(String between) {
    Received received = answers(lines(HEADING, FIRST, SECOND + between + HEADING, THIRD));

    assertKeptBackAlone(received);
  }

  private static void assertKeptBackAlone(Received received) {
    assertThat(received.rows(ANSWER)).containsExactly(IS_FIRST, IS_THIRD);
    assertThat(received.keptBack())
        .hasSize(1)
        .first()
        .isIn("3||quarantine.fields", "3||quarantine.control");
    assertThat(received.balance()).isEqualTo("3 = 2 + 1");
  }

  /** Between them stands the sign that ends a file: the line is broken, or is two by this sign. */
  @ParameterizedTest
  @ValueSource(strings = {CTRL_Z, CTRL_Z + MARK})
  void aRowThatEndsItsFileBeforeAHeadingIsReadOrKeptBackAlone(String between) {
    Received received = answers(lines(HEADING, FIRST, SECOND + between + HEADING, THIRD));

    if (received.keptBack().isEmpty()) {
      assertWholeAndRemarked(received);
    } else {
      assertKeptBackAlone(received);
    }
  }

  /** The second station's program orders its columns otherwise: names would stand under dates. */
  @ParameterizedTest
  @ValueSource(
      strings = {
        "MA_HSSK,NGAY_SINH,HO_TEN,GIOI_TINH,SO_DINH_DANH,KET_QUA",
        MARK + "MA_HSSK,NGAY_SINH,HO_TEN,GIOI_TINH,SO_DINH_DANH,KET_QUA"
      })
  void aHeadingInAnotherOrderIsNeverPassedOver(String other) {
    Received received =
        answers(
            lines(HEADING, FIRST, other, "HS2,02/01/1980,Lê Văn Đức,Nam,075080000002,KHONG_KHOP"));

    if (received.isRefused()) {
      received.assertRefused(Reason.HEADING);
    } else {
      assertThat(received.rows(ANSWER)).containsExactly(IS_FIRST, IS_SECOND);
    }
  }

  /** The second list has another separator: by the first's every row of it has one field. */
  @Test
  void aListWithAnotherSeparatorIsNeverLost() {
    Received received =
        answers(
            lines(
                HEADING,
                FIRST,
                HEADING.replace(",", ";"),
                SECOND.replace(",", ";"),
                THIRD.replace(",", ";")));

    if (received.isRefused()) {
      received.assertRefused(Reason.ANY);
    } else if (!received.rows(ANSWER).equals(ARE_ANSWERS)) {
      assertThat(received.rows(ANSWER)).containsExactly(IS_FIRST);
      assertThat(received.keptBack()).contains("4||quarantine.fields", "5||quarantine.fields");
    }
  }

  @Test
  void aSheetWhoseHeadingComesAgainOnEveryPageIsReadWhole() {
    SheetXml sheet =
        new SheetXml()
            .row(Lists.cells(HEADING))
            .row(Lists.cells(FIRST))
            .row(Lists.cells(HEADING))
            .row(Lists.cells(SECOND))
            .row(Lists.cells(HEADING))
            .row(Lists.cells(THIRD));

    Received received = answers("tra-loi.xlsx", WorkbookBytes.of(sheet));

    assertWholeAndRemarked(received);
    assertThat(received.rows("line")).containsExactly("2", "4", "6");
  }
}
