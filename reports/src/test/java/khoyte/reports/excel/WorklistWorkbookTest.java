package khoyte.reports.excel;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import khoyte.reports.Golden;
import khoyte.reports.Paper;
import khoyte.reports.WorklistPage;
import khoyte.reports.WorklistSamples;
import khoyte.warehouse.worklist.ListedRow;
import org.apache.poi.ss.formula.DataValidationEvaluator;
import org.apache.poi.ss.usermodel.Cell;
import org.apache.poi.ss.usermodel.CellType;
import org.apache.poi.ss.usermodel.FormulaEvaluator;
import org.apache.poi.ss.usermodel.PaperSize;
import org.apache.poi.ss.util.CellReference;
import org.apache.poi.xssf.usermodel.XSSFFormulaEvaluator;
import org.apache.poi.xssf.usermodel.XSSFSheet;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class WorklistWorkbookTest {
  @TempDir Path folder;

  @Test
  void everyListIsTheAgreedSheet() throws IOException {
    Golden.assertEquals("worklist.xlsx.txt", WorkbookText.of(bytes(WorklistSamples.rows())));
  }

  @Test
  void aCommuneWithNothingToReviewHasItsSheetsAllTheSame() throws IOException {
    try (XSSFWorkbook workbook = opened(bytes(List.of()))) {
      assertThat(workbook)
          .extracting(sheet -> sheet.getSheetName())
          .containsExactly(
              "Hướng dẫn",
              "Nhóm 1",
              "Nhóm 2",
              "Nhóm 3",
              "Lỗi khác",
              "Chưa phân định",
              "Tổng hợp",
              "DanhMuc",
              "_khoyte");
      for (String list : List.of("Nhóm 1", "Nhóm 2", "Nhóm 3", "Lỗi khác", "Chưa phân định")) {
        XSSFSheet sheet = workbook.getSheet(list);
        assertThat(sheet.getRow(10).getCell(0).getStringCellValue())
            .as(list)
            .isEqualTo("Không có bản ghi cần rà soát.");
        assertThat(sheet.getDataValidations()).as(list).isEmpty();
      }
      XSSFSheet summary = workbook.getSheet("Tổng hợp");
      FormulaEvaluator evaluator = workbook.getCreationHelper().createFormulaEvaluator();
      assertThat(evaluator.evaluate(summary.getRow(10).getCell(1)).getNumberValue()).isZero();
    }
  }

  @Test
  void theSummaryCountsWhatWasFilledIn() throws IOException {
    try (XSSFWorkbook workbook = opened(bytes(WorklistSamples.rows()))) {
      workbook.getSheet("Nhóm 1").getRow(10).getCell(11).setCellValue("Đã chết");
      XSSFSheet summary = workbook.getSheet("Tổng hợp");
      FormulaEvaluator evaluator = workbook.getCreationHelper().createFormulaEvaluator();

      assertThat(
              Stream.of(5, 9, 10)
                  .map(
                      row ->
                          Stream.of(1, 2, 3)
                              .map(
                                  column ->
                                      evaluator
                                          .evaluate(summary.getRow(row).getCell(column))
                                          .formatAsString())
                              .toList()))
          .containsExactly(
              List.of("2.0", "1.0", "1.0"),
              List.of("3.0", "0.0", "3.0"),
              List.of("7.0", "1.0", "6.0"));
    }
  }

  @Test
  void whatComesFromARecordIsTextAndNeverAFormula() throws IOException {
    try (XSSFWorkbook workbook = opened(bytes(WorklistSamples.rows()))) {
      Cell formula = workbook.getSheet("Nhóm 1").getRow(11).getCell(3);
      assertThat(formula.getCellType()).isEqualTo(CellType.STRING);
      assertThat(formula.getStringCellValue()).isEqualTo("=HYPERLINK(\"http://x\",\"y\")");
      assertThat(formula.getCellStyle().getDataFormatString()).isEqualTo("@");
      Cell plus = workbook.getSheet("Nhóm 2").getRow(10).getCell(3);
      assertThat(plus.getStringCellValue()).isEqualTo("+84 Trần Văn Bình");
    }
  }

  /** What the checks of the yellow cells let through, as a spreadsheet program works them out. */
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          L | Đã chết           | true
          L | Đã mất            | false
          L | Là ứng viên 1     | false
          N | 31/12/1980        | true
          N | 01/01/1900        | true
          N | 31/12/2022        | true
          N | 01/01/2023        | false
          N | 31/12/1899        | false
          N | 31/02/1980        | false
          N | 1980              | false
          N | 1980-12-31        | false
          N | 1/1/1980          | false
          O | Nữ                | true
          O | nu                | false
          P | 012345678901      | true
          P | 12345678901       | false
          P | 01234567890A      | false
          P | 0123456789-1      | false
          P | 012345678.01      | false
          P | 0123456789012     | false
          Q | Không tìm thấy    | true
          Q | Không             | false
          """)
  void aYellowCellTakesWhatIsRight(String column, String value, boolean isTaken)
      throws IOException {
    try (XSSFWorkbook workbook = opened(bytes(WorklistSamples.rows()))) {
      CellReference cell = new CellReference("'Nhóm 1'!" + column + "11");
      workbook.getSheet("Nhóm 1").getRow(10).getCell(cell.getCol()).setCellValue(value);

      assertThat(
              new DataValidationEvaluator(
                      workbook,
                      (XSSFFormulaEvaluator) workbook.getCreationHelper().createFormulaEvaluator())
                  .isValidCell(cell))
          .isEqualTo(isTaken);
    }
  }

  @Test
  void theSameRowsAreTheSameBytes() {
    assertThat(bytes(WorklistSamples.rows())).isEqualTo(bytes(WorklistSamples.rows()));
  }

  @Test
  void aStationThatHasAPrinterForItGetsA3() throws IOException {
    byte[] bytes =
        new WorklistWorkbook(WorklistSamples.page(Paper.A3_LANDSCAPE), WorklistSamples.SEAL, folder)
            .bytes(taker -> WorklistSamples.rows().forEach(taker));

    try (XSSFWorkbook workbook = opened(bytes)) {
      XSSFSheet sheet = workbook.getSheet("Nhóm 1");
      assertThat(sheet.getPrintSetup().getPaperSizeEnum()).isEqualTo(PaperSize.A3_PAPER);
      assertThat(sheet.getPrintSetup().getLandscape()).isTrue();
    }
  }

  /** 9 rows and the foot need two pages and a little; 7 rows fit on two, the foot too. */
  @Test
  void aFootTakesTheLastRowsWithItToItsPage() throws IOException {
    assertThat(breaks(3)).isEmpty();
    assertThat(breaks(7)).isEmpty();
    assertThat(breaks(9)).containsExactly(16);
  }

  @Test
  void aHugeCommuneTakesNoMoreMemoryThanASmallOne() throws IOException {
    Path file = folder.resolve("huge.xlsx");
    Path overflow = Files.createDirectory(folder.resolve("overflow"));
    WorklistWorkbook workbook =
        new WorklistWorkbook(WorklistSamples.page(), WorklistSamples.SEAL, overflow);
    long[] most = {0};
    long before = used();

    long rows =
        workbook.write(
            file,
            taker -> {
              int[] done = {0};
              WorklistSamples.many(20_000)
                  .forEach(
                      row -> {
                        taker.accept(row);
                        if (++done[0] % 2_000 == 0) {
                          most[0] = Math.max(most[0], used() - before);
                        }
                      });
            });

    assertThat(rows).isEqualTo(20_000);
    assertThat(most[0]).as("bytes kept while writing").isLessThan(40L << 20);
    assertThat(overflow).isEmptyDirectory();
    assertThat(Files.size(file)).isLessThan(10L << 20);
  }

  private static long used() {
    System.gc();
    return ManagementFactory.getMemoryMXBean().getHeapMemoryUsage().getUsed();
  }

  private int[] breaks(int rows) throws IOException {
    try (XSSFWorkbook workbook = opened(bytes(WorklistSamples.many(rows).toList()))) {
      return workbook.getSheet("Nhóm 1").getRowBreaks();
    }
  }

  private byte[] bytes(List<ListedRow> rows) {
    WorklistPage page = WorklistSamples.page();
    return new WorklistWorkbook(page, WorklistSamples.SEAL, folder).bytes(rows::forEach);
  }

  private static XSSFWorkbook opened(byte[] bytes) throws IOException {
    return new XSSFWorkbook(new ByteArrayInputStream(bytes));
  }
}
