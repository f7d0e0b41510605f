package khoyte.pipelines.read;

import static khoyte.pipelines.read.source.SourceKind.COVID_VACCINATION;
import static khoyte.pipelines.read.source.SourceKind.POPULATION;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.LocalDate;
import java.util.Collections;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.dhatim.fastexcel.Workbook;
import org.dhatim.fastexcel.Worksheet;
import org.junit.jupiter.api.Test;

class WorkbookReadingTest {
  private static final String DOSES = "covid_dose_version";
  private static final String[] HEADINGS = {
    "STT", "Mã mũi tiêm", "Họ và tên", "Ngày sinh", "Giới tính", "Số CMND/CCCD/Mã định danh",
    "Số thẻ BHYT", "Số điện thoại", "Mã tỉnh", "Mã quận/huyện", "Mã xã/phường", "Địa chỉ chi tiết",
    "Tên vắc xin", "Mũi số", "Ngày tiêm", "Số lô", "Cơ sở tiêm", "Ngày cập nhật"
  };

  private static byte[] workbook(Consumer<Workbook> content) {
    var out = new ByteArrayOutputStream();
    try (var workbook = new Workbook(out, "test", "1.0")) {
      content.accept(workbook);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return out.toByteArray();
  }

  private static byte[] sheet(Consumer<Worksheet> content) {
    return workbook(workbook -> content.accept(workbook.newWorksheet("Danh sách")));
  }

  private static void headings(Worksheet sheet, int row) {
    for (int i = 0; i < HEADINGS.length; i++) {
      sheet.value(row, i, HEADINGS[i]);
    }
  }

  @Test
  void numbersDatesAndFormulasAreReadAsAPersonWouldHaveTypedThem() {
    byte[] file =
        sheet(
            sheet -> {
              sheet.value(0, 0, "SỞ Y TẾ ĐỒNG NAI");
              sheet.value(2, 3, "DANH SÁCH ĐỐI TƯỢNG TIÊM CHỦNG");
              headings(sheet, 4);
              sheet.value(5, 1, "M1");
              sheet.value(5, 2, "Trần Thị Mai");
              sheet.value(5, 3, LocalDate.of(1961, 5, 5));
              sheet.style(5, 3).format("dd/mm/yyyy").set();
              sheet.value(5, 4, "Nữ");
              sheet.value(5, 5, 75161221470L);
              sheet.value(5, 7, 912345678);
              sheet.value(5, 8, 75);
              sheet.value(5, 10, 26050);
              sheet.value(5, 12, "Comirnaty");
              sheet.value(5, 13, 2);
              sheet.value(5, 14, "01/09/2021");
              sheet.value(6, 1, "M2");
              sheet.formula(6, 5, "CONCATENATE(\"0751\",\"61221470\")");
              sheet.value(6, 13, 1.5);
              sheet.value(9, 2, "Người lập biểu");
            });

    Landed landed = Landed.read(COVID_VACCINATION, "x.xlsx", file);

    assertThat(
            landed.drawn(
                DOSES,
                "line",
                "ma_mui_tiem",
                "birth_date_text",
                "birth_date",
                "id_text",
                "citizen_id",
                "phone",
                "commune",
                "vaccine",
                "dose_number_text",
                "dose_number",
                "given_on",
                "defects"))
        .containsExactly(
            "6|M1|05/05/1961|1961-05-05|75161221470|075161221470|0912345678|26050|Pfizer|2|2|"
                + "2021-09-01|[ID_FORMAT, VACCINE_ALIAS]",
            "7|M2||||||||1.5|||[ID_MISSING, DOB_FORMAT, VACCINE_ALIAS]");
    assertThat(landed.quarantine).containsExactly("10|Mã mũi tiêm|thiếu mã bản ghi");
  }

  @Test
  void theFirstCompleteHeadingOfASheetCountsAndARepeatedOneIsNoRecord() {
    byte[] file =
        workbook(
            workbook -> {
              workbook.newWorksheet("Bìa").value(0, 0, "Mã mũi tiêm");
              Worksheet sheet = workbook.newWorksheet("Danh sách");
              sheet.value(0, 1, "Mã mũi tiêm");
              sheet.value(0, 2, "Họ và tên");
              headings(sheet, 1);
              sheet.value(2, 1, "M1");
              headings(sheet, 3);
              sheet.value(3, 0, "STT");
              sheet.value(4, 1, "M2");
              headings(workbook.newWorksheet("Khác"), 0);
            });

    Landed landed = Landed.read(COVID_VACCINATION, "x.xlsx", file);

    assertThat(landed.drawn(DOSES, "line", "ma_mui_tiem")).containsExactly("3|M1", "5|M2");
    assertThat(landed.quarantine).isEmpty();
    assertThat(landed.warnings())
        .contains("Tệp x.xlsx: đã bỏ qua 1 dòng tiêu đề lặp lại (từ dòng 4).");
  }

  @Test
  void withoutAColumnForTheDoseKeyItIsAHashOfTheRow() {
    byte[] file =
        sheet(
            sheet -> {
              for (int i = 2; i < HEADINGS.length; i++) {
                sheet.value(0, i, HEADINGS[i]);
              }
              for (int row = 1; row <= 3; row++) {
                sheet.value(row, 2, "Lê An");
                sheet.value(row, 14, row < 3 ? "01/09/2021" : "02/09/2021");
                sheet.value(row, 15, "LOT" + row);
              }
              sheet.value(4, 15, "LOT4");
            });

    Landed landed = Landed.read(COVID_VACCINATION, "x.xlsx", file);

    var keys = landed.drawn(DOSES, "ma_mui_tiem");
    assertThat(keys.get(0)).hasSize(64).isEqualTo(keys.get(1)).isNotEqualTo(keys.get(2));
    assertThat(landed.quarantine).containsExactly("5||thiếu mã bản ghi");
  }

  @Test
  void aMillionEmptyRowsAreNoRecords() {
    StringBuilder rows = new StringBuilder(20_000_000);
    rows.append("<row r=\"1\">");
    for (String heading :
        new String[] {"MA_HSSK", "HO_TEN", "NGAY_SINH", "GIOI_TINH", "SO_DINH_DANH", "KET_QUA"}) {
      rows.append("<c t=\"inlineStr\"><is><t>").append(heading).append("</t></is></c>");
    }
    rows.append("</row><row r=\"2\"><c t=\"str\"><v>HS1</v></c><c t=\"e\"><v>#N/A</v></c>")
        .append("<c t=\"d\"><v>1980-01-02</v></c><c t=\"b\"><v>1</v></c>")
        .append("<c t=\"n\"><v>7.5180000001E10</v></c></row>");
    for (int i = 3; i < 1_000_000; i++) {
      rows.append("<row r=\"").append(i).append("\"/>");
    }

    Landed landed = Landed.read(POPULATION, "x.xlsx", handMade(rows.toString()));

    assertThat(
            landed.drawn(
                "population_answer_version", "ma_hssk", "name_text", "birth_date_text", "id_text"))
        .containsExactly("HS1|#N/A|02/01/1980|75180000001");
    assertThat(landed.counts()).isEqualTo("1 = 1 + 0");
  }

  private static byte[] handMade(String rows) {
    return new DrawnWorkbook().sheet("a", rows).bytes();
  }

  @Test
  void aWorkbookWithoutAColumnIsRefused() {
    CsvReadingTest.assertRefused(
        COVID_VACCINATION,
        sheet(
            sheet -> {
              headings(sheet, 0);
              sheet.value(0, 5, "Giấy tờ");
            }),
        "Không thể nhận tệp x.csv: thiếu cột “Số CMND/CCCD/Mã định danh”. Kiểm tra tiêu đề cột hoặc"
            + " conf/sources.yml.",
        "Cannot accept file x.csv: column “Số CMND/CCCD/Mã định danh” is missing. Check the headings"
            + " or conf/sources.yml.");
  }

  @Test
  void aDamagedOrHarmfulWorkbookIsRefused() {
    CsvReadingTest.assertRefused(
        POPULATION,
        handMade("<row><c>"),
        "Không thể nhận tệp x.csv: tệp nén hoặc bảng tính bị hỏng. Đề nghị đơn vị gửi lại.",
        "Cannot accept file x.csv: the archive or workbook is damaged. Ask the sender for the file"
            + " again.");
    byte[] bomb =
        new DrawnWorkbook()
            .sheet("a")
            .part(
                "xl/worksheets/sheet1.xml",
                Stream.of(
                        Stream.of("<worksheet><sheetData>"),
                        Collections.nCopies(300, "<row/>".repeat(200_000)).stream(),
                        Stream.of("</sheetData></worksheet>"))
                    .flatMap(texts -> texts)
                    .map(Landed::utf8)
                    .toList())
            .bytes();
    CsvReadingTest.assertRefused(
        POPULATION,
        bomb,
        "Không thể nhận tệp x.csv: nội dung không an toàn (" + bomb.length + " B → > 200 MB).",
        "Cannot accept file x.csv: its content is not safe (" + bomb.length + " B → > 200 MB).");
  }
}
