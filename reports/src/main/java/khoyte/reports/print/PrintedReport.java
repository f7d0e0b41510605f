package khoyte.reports.print;

import java.io.ByteArrayOutputStream;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Objects;
import khoyte.reports.FilledChart;
import khoyte.reports.FilledReport;
import khoyte.reports.PageText;
import khoyte.reports.ReportFile;
import khoyte.reports.font.AwtFonts;
import net.sf.jasperreports.engine.JRException;
import net.sf.jasperreports.engine.JRPrintElement;
import net.sf.jasperreports.engine.JRPrintText;
import net.sf.jasperreports.engine.JasperFillManager;
import net.sf.jasperreports.engine.JasperPrint;
import net.sf.jasperreports.engine.data.JRMapCollectionDataSource;
import net.sf.jasperreports.engine.design.JasperDesign;
import net.sf.jasperreports.export.SimpleExporterInput;
import net.sf.jasperreports.export.SimpleOutputStreamExporterOutput;
import net.sf.jasperreports.pdf.JRPdfExporter;
import net.sf.jasperreports.pdf.SimplePdfExporterConfiguration;

/**
 * A report as a PDF document: embedded fonts, text that can be selected and searched, title, author
 * and language set. The same report gives the same bytes.
 */
public record PrintedReport(FilledReport report) {
  private static final String PAGE_OF_PAGES = "page-of-pages";
  private static final String FOOT = "foot";

  /** From the end of the text to the foot, as the page draws it. */
  private static final int FOOT_FREE = 17;

  private static final int CHART = Points.of(60);
  private static final int WHOLE_PAGE = Points.of(230);

  public void write(Path file) {
    new ReportFile(file).write(bytes());
  }

  public byte[] bytes() {
    AwtFonts.own();
    try {
      return printed();
    } catch (JRException e) {
      throw new IllegalStateException(e);
    }
  }

  /**
   * On one page, like the workbook: the chart takes the room that is left, and if that is too
   * little the page is drawn smaller. If that is not enough the chart stands alone, last.
   */
  private byte[] printed() throws JRException {
    FilledChart drawn = FilledChart.of(report);
    if (drawn == null) {
      return document(filled(PageDesign.withoutChart(report)), Scale.FULL);
    }
    int least = PrintedChart.leastHeight(drawn);
    for (Scale scale : least <= CHART ? List.of(Scale.values()) : List.<Scale>of()) {
      JasperPrint pages = filled(PageDesign.withChart(report, least, scale));
      if (pages.getPages().size() == 1) {
        int chart = Math.min(CHART, least + room(pages));
        return document(filled(PageDesign.withChart(report, chart, scale)), scale);
      }
    }
    int alone = Math.max(CHART, Math.min(least, WHOLE_PAGE));
    return document(filled(PageDesign.withChartLast(report, alone)), Scale.FULL);
  }

  private byte[] document(JasperPrint pages, Scale scale) throws JRException {
    mark(pages);
    byte[] document = scale.reduced(exported(pages), report.definition().paper());
    return StablePdf.dated(document, report.issue().receivedInstant());
  }

  /** Points between the last element and the foot. */
  private static int room(JasperPrint pages) {
    List<JRPrintElement> elements = pages.getPages().get(0).getElements();
    int foot = Integer.MAX_VALUE;
    int last = 0;
    for (JRPrintElement element : elements) {
      if (FOOT.equals(element.getKey()) || PAGE_OF_PAGES.equals(element.getKey())) {
        foot = Math.min(foot, element.getY() - FOOT_FREE);
      } else {
        last = Math.max(last, element.getY() + element.getHeight());
      }
    }
    return foot - last;
  }

  private JasperPrint filled(JasperDesign design) throws JRException {
    return JasperFillManager.fillReport(
        CompiledReport.of(design),
        new HashMap<>(new PrintedWords(report).parameters()),
        new JRMapCollectionDataSource(new ArrayList<>(new PrintedWords(report).rows())));
  }

  /** Page numbers and what only first or later pages have. */
  private static void mark(JasperPrint pages) {
    int count = pages.getPages().size();
    for (int i = 0; i < count; i++) {
      List<JRPrintElement> elements = pages.getPages().get(i).getElements();
      boolean first = i == 0;
      elements.removeIf(element -> isMisplaced(element, first));
      for (JRPrintElement element : elements) {
        if (element instanceof JRPrintText text && PAGE_OF_PAGES.equals(element.getKey())) {
          text.setText("trang " + (i + 1) + "/" + count);
        }
      }
    }
  }

  private static boolean isMisplaced(JRPrintElement element, boolean first) {
    return switch (Objects.requireNonNullElse(element.getKey(), "")) {
      case "first-page" -> !first;
      case "later-page" -> first;
      default -> false;
    };
  }

  private byte[] exported(JasperPrint pages) throws JRException {
    PageText words = new PageText(report);
    SimplePdfExporterConfiguration configuration = new SimplePdfExporterConfiguration();
    configuration.setMetadataTitle(words.fileTitle());
    configuration.setMetadataAuthor(words.author());
    configuration.setMetadataCreator("khoyte");
    configuration.setDisplayMetadataTitle(true);
    configuration.setTagged(true);
    configuration.setTagLanguage(PageText.LANGUAGE);
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    JRPdfExporter exporter = new JRPdfExporter();
    exporter.setExporterInput(new SimpleExporterInput(pages));
    exporter.setExporterOutput(new SimpleOutputStreamExporterOutput(bytes));
    exporter.setConfiguration(configuration);
    exporter.exportReport();
    return bytes.toByteArray();
  }
}
