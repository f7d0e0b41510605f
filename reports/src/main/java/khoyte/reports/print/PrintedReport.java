package khoyte.reports.print;

import java.io.ByteArrayOutputStream;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Objects;
import khoyte.reports.FilledReport;
import khoyte.reports.PageText;
import khoyte.reports.ReportFile;
import khoyte.reports.font.AwtFonts;
import net.sf.jasperreports.engine.JRException;
import net.sf.jasperreports.engine.JRPrintElement;
import net.sf.jasperreports.engine.JRPrintText;
import net.sf.jasperreports.engine.JasperCompileManager;
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
  private static final int LEAST_CHART = Points.of(40);

  public void write(Path file) {
    new ReportFile(file).write(bytes());
  }

  public byte[] bytes() {
    AwtFonts.own();
    try {
      JasperPrint pages = pages();
      mark(pages);
      return StablePdf.dated(exported(pages), report.issue().receivedInstant());
    } catch (JRException e) {
      throw new IllegalStateException(e);
    }
  }

  /**
   * The chart takes the room that the page has left; if that is too little, it stands alone, last.
   */
  private JasperPrint pages() throws JRException {
    JasperPrint pages = filled(PageDesign.withChart(report, LEAST_CHART));
    if (pages.getPages().size() > 1) {
      return filled(PageDesign.withChartLast(report, CHART));
    }
    int chart = Math.min(CHART, LEAST_CHART + room(pages));
    return filled(PageDesign.withChart(report, chart));
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
        JasperCompileManager.compileReport(design),
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
      case "later-page", "page-number" -> first;
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
