package khoyte.pipelines.read;

import static khoyte.pipelines.read.source.SourceKind.COVID_VACCINATION;
import static khoyte.pipelines.read.source.SourceKind.IMMUNIZATION;
import static khoyte.pipelines.read.source.SourceKind.POPULATION;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.List;
import khoyte.warehouse.Messages;
import org.dhatim.fastexcel.Workbook;
import org.dhatim.fastexcel.Worksheet;
import org.junit.jupiter.api.Test;

/** Whether the day or the month comes first is asked of a whole column, never of a cell. */
class DateOrderTest {
  private static final String ANSWERS = "MA_HSSK,HO_TEN,NGAY_SINH,GIOI_TINH,SO_DINH_DANH,KET_QUA\n";

  private static Landed answers(String... birthDates) {
    return Landed.read(POPULATION, ANSWERS + rows(birthDates));
  }

  private static String rows(String... birthDates) {
    StringBuilder rows = new StringBuilder();
    for (int i = 0; i < birthDates.length; i++) {
      rows.append("HS" + i + ",Lê Văn An," + birthDates[i] + ",Nam,,KHOP\n");
    }
    return rows.toString();
  }

  private static List<String> births(Landed landed) {
    return landed.drawn("population_answer_version", "birth_date_text", "birth_date", "birth_year");
  }

  @Test
  void inAColumnOfDaysFirstASlipIsNoDate() {
    Landed landed = answers("13/05/1990", "05/06/1990", "05/13/1990", "31/12/1990");

    assertThat(births(landed))
        .containsExactly(
            "13/05/1990|1990-05-13|1990",
            "05/06/1990|1990-06-05|1990",
            "05/13/1990||",
            "31/12/1990|1990-12-31|1990");
    assertThat(landed.warnings()).isEmpty();
  }

  @Test
  void aColumnOfMonthsFirstIsReadSoAndRemarkedOnce() {
    Landed landed = answers("05/13/1990", "05/06/1990", "12/31/1990", "02/28/1991 00:00");

    assertThat(births(landed))
        .containsExactly(
            "05/13/1990|1990-05-13|1990",
            "05/06/1990|1990-05-06|1990",
            "12/31/1990|1990-12-31|1990",
            "02/28/1991 00:00|1991-02-28|1991");
    assertThat(landed.warnings())
        .containsExactly(
            "Tệp x.csv: cột “NGAY_SINH” ghi tháng trước ngày, đã đọc theo thứ tự tháng/ngày/năm.");
    assertThat(landed.outcome.warnings().get(0).text(Messages.ENGLISH))
        .isEqualTo(
            "File x.csv: column “NGAY_SINH” puts the month before the day and was read as"
                + " month/day/year.");
  }

  @Test
  void inAMixedColumnOnlyWhatIsBeyondDoubtIsRead() {
    Landed landed =
        answers("05/13/1990", "13/05/1990", "05/06/1990", "07/07/1990", "12/31/1990", "01/15/1990");

    assertThat(births(landed))
        .containsExactly(
            "05/13/1990||",
            "13/05/1990|1990-05-13|1990",
            "05/06/1990||1990",
            "07/07/1990|1990-07-07|1990",
            "12/31/1990||",
            "01/15/1990||");
    assertThat(landed.warnings())
        .containsExactly(
            "Tệp x.csv: cột “NGAY_SINH” lẫn lộn ngày/tháng/năm với tháng/ngày/năm; ngày nào đọc"
                + " được cả hai cách thì coi là không đọc được.");
    assertThat(landed.outcome.warnings().get(0).text(Messages.ENGLISH))
        .isEqualTo(
            "File x.csv: column “NGAY_SINH” mixes day/month/year with month/day/year; a date that"
                + " could be either was not read.");
  }

  @Test
  void twoSlipsAreNoVoteInAListOfOneWeek() {
    assertThat(births(answers("05/13/1990", "05/06/1990", "05/14/1990", "06/06/1990")))
        .containsExactly(
            "05/13/1990||",
            "05/06/1990|1990-06-05|1990",
            "05/14/1990||",
            "06/06/1990|1990-06-06|1990");
  }

  @Test
  void partsOfAnArchiveVoteTogether() {
    byte[] zip =
        Landed.zip(
            "1.csv", Landed.utf8(ANSWERS + rows("05/13/1990", "05/14/1990", "05/15/1990")),
            "2.csv", Landed.utf8(ANSWERS + rows("05/06/1990")));

    assertThat(births(Landed.read(POPULATION, "x.zip", zip)))
        .endsWith("05/06/1990|1990-05-06|1990");
  }

  @Test
  void everyColumnOfDatesVotesForItself() {
    Landed landed =
        Landed.read(
            IMMUNIZATION,
            """
            MA_DOI_TUONG,SO_DINH_DANH,HO_TEN,NGAY_SINH,GIOI_TINH,HO_TEN_ME,DIEN_THOAI,MA_THE_BHYT,\
            MA_XA,MA_HUYEN,MA_TINH,DIA_CHI,MA_VACXIN,TEN_VACXIN,SO_MUI,NGAY_TIEM,SO_LO,CO_SO_TIEM,\
            NGAY_CAP_NHAT
            T1,,,13/05/2020,,,,,,,,,,,1,05/06/2021,,,07/08/2021
            T2,,,14/05/2020,,,,,,,,,,,1,05/13/2021,,,07/08/2021
            T3,,,03/04/2020,,,,,,,,,,,1,05/14/2021,,,13/08/2021
            T4,,,15/05/2020,,,,,,,,,,,1,05/15/2021,,,14/08/2021
            """);

    assertThat(landed.drawn("immunization_version", "birth_date", "given_on", "updated_at"))
        .containsExactly(
            "2020-05-13|2021-05-06|2021-08-07T00:00",
            "2020-05-14|2021-05-13|2021-08-07T00:00",
            "2020-04-03|2021-05-14|2021-08-13T00:00",
            "2020-05-15|2021-05-15|2021-08-14T00:00");
    assertThat(landed.warnings()).hasSize(1).first().asString().contains("“NGAY_TIEM”");
  }

  @Test
  void aBirthDateWithTheMonthFirstIsNotOfTheAgreedForm() {
    String heading =
        "STT;Mã mũi tiêm;Họ và tên;Ngày sinh;Giới tính;Số CMND/CCCD/Mã định danh;Số thẻ BHYT;"
            + "Số điện thoại;Mã tỉnh;Mã quận/huyện;Mã xã/phường;Địa chỉ chi tiết;Tên vắc xin;"
            + "Mũi số;Ngày tiêm;Số lô;Cơ sở tiêm;Ngày cập nhật\n";
    String row = "1;M1;Lê Văn An;%s;Nam;075090000011;;;75;;26050;;Pfizer;1;01/09/2021;;;\n";

    Landed landed =
        Landed.read(
            COVID_VACCINATION,
            heading
                + row.formatted("05/06/1990")
                + row.formatted("05/13/1990")
                + row.formatted("05/14/1990")
                + row.formatted("05/15/1990"));

    assertThat(landed.drawn("covid_dose_version", "birth_date", "defects"))
        .containsExactly(
            "1990-05-06|[DOB_FORMAT]",
            "1990-05-13|[DOB_FORMAT]",
            "1990-05-14|[DOB_FORMAT]",
            "1990-05-15|[DOB_FORMAT]");
  }

  @Test
  void aLongWorkbookIsAskedWhereOneOfItsTextsDeniesTheOrder() throws IOException {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    try (Workbook workbook = new Workbook(out, "test", "1.0")) {
      Worksheet sheet = workbook.newWorksheet("Danh sách");
      String[] headings = ANSWERS.strip().split(",", -1);
      for (int i = 0; i < headings.length; i++) {
        sheet.value(0, i, headings[i]);
      }
      for (int row = 1; row <= 3000; row++) {
        sheet.value(row, 0, "HS" + row);
        sheet.value(row, 2, row < 2000 ? "05/06/1990" : "05/13/1990");
        sheet.value(row, 5, "KHOP");
      }
    }

    Landed landed = Landed.read(POPULATION, "x.xlsx", out.toByteArray());

    assertThat(births(landed)).hasSize(3000).startsWith("05/06/1990|1990-05-06|1990");
    assertThat(landed.warnings()).hasSize(1);
  }
}
