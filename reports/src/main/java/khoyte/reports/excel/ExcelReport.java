package khoyte.reports.excel;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import khoyte.reports.FilledReport;
import khoyte.reports.PageText;
import khoyte.reports.ReportFile;
import org.apache.poi.openxml4j.exceptions.InvalidFormatException;
import org.apache.poi.openxml4j.opc.internal.PackagePropertiesPart;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;

/**
 * A report as a workbook: one sheet that prints as the signed page, figures as numbers, and a
 * hidden sheet with the figures of the chart. The same report gives the same bytes.
 */
public record ExcelReport(FilledReport report) {
  /** Hidden sheet with the figures of the chart. */
  static final String CHART_SHEET = "BieuDo";

  public void write(Path file) {
    new ReportFile(file).write(bytes());
  }

  public byte[] bytes() {
    try (XSSFWorkbook workbook = new XSSFWorkbook();
        ByteArrayOutputStream bytes = new ByteArrayOutputStream()) {
      new ReportSheet(report, workbook).fill();
      describe(workbook);
      workbook.write(bytes);
      return StableZip.aged(bytes.toByteArray(), report.issue().receivedUntil());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private void describe(XSSFWorkbook workbook) {
    PageText words = new PageText(report);
    PackagePropertiesPart properties =
        workbook.getProperties().getCoreProperties().getUnderlyingProperties();
    properties.setTitleProperty(words.fileTitle());
    properties.setCreatorProperty(words.author());
    properties.setLanguageProperty(PageText.LANGUAGE);
    String made = report.issue().receivedInstant().toString();
    try {
      properties.setCreatedProperty(made);
      properties.setModifiedProperty(made);
    } catch (InvalidFormatException e) {
      throw new IllegalStateException(e);
    }
  }
}
