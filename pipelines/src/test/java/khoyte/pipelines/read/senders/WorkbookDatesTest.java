package khoyte.pipelines.read.senders;

import static khoyte.pipelines.read.senders.Lists.dose;
import static khoyte.pipelines.read.senders.Lists.doseHeadings;
import static khoyte.pipelines.read.senders.Lists.doses;
import static khoyte.pipelines.read.senders.SheetXml.isoDate;
import static khoyte.pipelines.read.senders.SheetXml.number;
import static khoyte.pipelines.read.senders.SheetXml.styled;
import static khoyte.pipelines.read.senders.WorkbookBytes.serial;
import static khoyte.pipelines.read.senders.WorkbookBytes.serial1904;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Dates in workbooks: as cells, as texts, as nothing of the kind. */
class WorkbookDatesTest {
  private static final String[] DATES = {"birth_date", "given_on", "updated_at"};

  private static SheetXml sheet(String birth, String given, String updated) {
    return new SheetXml()
        .row(doseHeadings())
        .row(dose("M1", "Ngày sinh", birth, "Ngày tiêm", given, "Ngày cập nhật", updated));
  }

  private static Received read(SheetXml sheet) {
    return doses(WorkbookBytes.of(sheet));
  }

  @ParameterizedTest
  @ValueSource(
      ints = {
        WorkbookBytes.DATE,
        WorkbookBytes.DATE_TIME,
        WorkbookBytes.OWN_DATE,
        WorkbookBytes.LOCAL_DATE,
        WorkbookBytes.OWN_DATE_TIME
      })
  void aCellShownAsADateIsOne(int style) {
    Received received =
        read(sheet(styled("32998", style), styled("44440", style), styled("44441.0", style)));

    assertThat(received.rows(DATES)).containsExactly("1990-05-05|2021-09-01|2021-09-02T00:00");
    assertThat(received.rows("defects")).containsExactly("[]");
  }

  @Test
  void aTimeOfTheDayIsKept() {
    Received received =
        read(
            sheet(
                "05/05/1990",
                styled("44440.99998842593", WorkbookBytes.DATE_TIME),
                styled("44441.604166666664", WorkbookBytes.DATE_TIME)));

    assertThat(received.rows(DATES)).containsExactly("1990-05-05|2021-09-01|2021-09-02T14:30");
  }

  /** Without the format nobody can tell a date from a number: no witness, no repair. */
  @ParameterizedTest
  @ValueSource(ints = {0, WorkbookBytes.DONG, WorkbookBytes.RED, WorkbookBytes.TEXT})
  void aNumberNotShownAsADateIsNone(int style) {
    Received received = read(sheet("05/05/1990", styled("44440", style), ""));

    assertThat(received.rows(DATES)).containsExactly("1990-05-05||");
  }

  @Test
  void aDateTypedAsATextIsOneWhateverTheFormat() {
    Received received =
        read(
            sheet(
                "<c t=\"inlineStr\" s=\"1\"><is><t>05/05/1990</t></is></c>",
                "<c t=\"str\" s=\"1\"><v>01/09/2021</v></c>",
                "2/9/2021"));

    assertThat(received.rows(DATES)).containsExactly("1990-05-05|2021-09-01|2021-09-02T00:00");
  }

  @ParameterizedTest
  @CsvSource({"1, 1900-01-01", "59, 1900-02-28", "61, 1900-03-01", "1462, 1904-01-01"})
  void theFirstDaysOfTheCenturyAreExact(String serial, String day) {
    assertThat(serial(LocalDate.parse(day))).isEqualTo(Long.parseLong(serial));

    assertThat(read(sheet(styled(serial, WorkbookBytes.DATE), "01/09/2021", "")).rows("birth_date"))
        .containsExactly(day);
  }

  @ParameterizedTest
  @CsvSource({"1, true", "true, true", "0, false", "false, false"})
  void daysAreCountedFrom1904IfTheWorkbookSaysSo(String flag, boolean is1904) {
    LocalDate birth = LocalDate.of(1990, 5, 5);
    LocalDate given = LocalDate.of(2021, 9, 1);
    SheetXml sheet =
        sheet(
            styled("" + (is1904 ? serial1904(birth) : serial(birth)), WorkbookBytes.DATE),
            styled("" + (is1904 ? serial1904(given) : serial(given)), WorkbookBytes.LOCAL_DATE),
            "");

    Received received = doses(new WorkbookBytes().date1904(flag).sheet("a", sheet).bytes());

    assertThat(received.rows(DATES)).containsExactly("1990-05-05|2021-09-01|");
  }

  @Test
  void isoDatesOfAStrictWorkbookAreExact() {
    SheetXml sheet =
        sheet(
            isoDate("1990-05-05"), isoDate("2021-09-01T00:00:00"), isoDate("2021-09-02T14:30:00"));

    for (WorkbookBytes book :
        new WorkbookBytes[] {new WorkbookBytes().strict(), new WorkbookBytes()}) {
      assertThat(doses(book.sheet("a", sheet).bytes()).rows(DATES))
          .containsExactly("1990-05-05|2021-09-01|2021-09-02T14:30");
    }
  }

  /** In a strict workbook, too, a date may be a number of days. */
  @Test
  void numbersOfDaysInAStrictWorkbookAreExact() {
    SheetXml sheet = sheet(styled("32998", WorkbookBytes.DATE), styled("44440", 3), "");

    assertThat(doses(new WorkbookBytes().strict().sheet("a", sheet).bytes()).rows(DATES))
        .containsExactly("1990-05-05|2021-09-01|");
  }

  static java.util.List<Long> seeds() {
    return Seeds.drawn(5);
  }

  /** Every day of a hundred years, as a cell and as a text. */
  @ParameterizedTest(name = "seed {0}")
  @MethodSource("seeds")
  void anyDayIsTheSameAsACellOrAsAText(long seed) {
    var random = new Random(seed);
    SheetXml cells = new SheetXml().row(doseHeadings());
    SheetXml cells1904 = new SheetXml().row(doseHeadings());
    SheetXml texts = new SheetXml().row(doseHeadings());
    for (int i = 0; i < 200; i++) {
      LocalDate day = LocalDate.of(1904, 1, 2).plusDays(random.nextInt(43_000));
      int style = 1 + random.nextInt(4);
      cells.row(dose("M" + i, "Ngày sinh", styled("" + serial(day), style)));
      cells1904.row(dose("M" + i, "Ngày sinh", styled("" + serial1904(day), style)));
      texts.row(
          dose(
              "M" + i,
              "Ngày sinh",
              "%02d/%02d/%d".formatted(day.getDayOfMonth(), day.getMonthValue(), day.getYear())));
    }

    var expected = read(texts).understood();
    assertThat(read(cells).understood()).isEqualTo(expected);
    assertThat(doses(new WorkbookBytes().date1904("1").sheet("a", cells1904).bytes()).understood())
        .isEqualTo(expected);
  }

  @Test
  void aNumberOfAYearIsAYear() {
    Received received = read(sheet(number("1990"), "01/09/2021", ""));

    assertThat(received.rows("birth_date", "birth_year", "defects"))
        .containsExactly("|1990|[DOB_FORMAT]");
  }
}
