package khoyte.reports.print;

import java.io.InputStream;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import khoyte.reports.FilledChart;
import khoyte.reports.FilledReport;
import khoyte.reports.HeaderBlocks;
import khoyte.reports.LetterForm;
import khoyte.reports.PageText;
import khoyte.reports.Paper;
import net.sf.jasperreports.engine.JRBand;
import net.sf.jasperreports.engine.JRElement;
import net.sf.jasperreports.engine.JRException;
import net.sf.jasperreports.engine.design.JRDesignBand;
import net.sf.jasperreports.engine.design.JRDesignElement;
import net.sf.jasperreports.engine.design.JRDesignFrame;
import net.sf.jasperreports.engine.design.JRDesignSection;
import net.sf.jasperreports.engine.design.JasperDesign;
import net.sf.jasperreports.engine.type.OrientationEnum;
import net.sf.jasperreports.engine.xml.JRXmlLoader;

/** The shared page of a paper, fitted to one report: letterhead, columns, chart, signature. */
final class PageDesign {
  private static final String PAGE = "/reports/page-a4.jrxml";
  private static final int TOP_OF_CHART = 4;
  private static final int BELOW_CHART = 1;
  private static final int SIGNER_LINE = 16;
  private static final int RECIPIENT_LINE = 13;

  /** Left free for signature and seal. */
  private static final double SEAL_MM = 30;

  private final FilledReport report;
  private final JasperDesign design;
  private final JRDesignBand end;

  private PageDesign(FilledReport report, JasperDesign design) {
    this.report = report;
    this.design = design;
    JRDesignSection ends = (JRDesignSection) design.getGroups()[0].getGroupFooterSection();
    this.end = (JRDesignBand) ends.getBands()[0];
  }

  /** With the chart between table and notes. */
  static JasperDesign withChart(FilledReport report, int chartPoints, Scale scale)
      throws JRException {
    PageDesign page = new PageDesign(report, loaded(report));
    scale.enlarge(page.design);
    page.fit(chartPoints);
    return page.design;
  }

  /** With the chart on a page of its own, after the signature. */
  static JasperDesign withChartLast(FilledReport report, int chartPoints) throws JRException {
    PageDesign page = new PageDesign(report, loaded(report));
    page.fit(0);
    JRDesignBand last = new JRDesignBand();
    last.setHeight(Scale.HALF_MARGIN + chartPoints);
    JRDesignFrame frame = new JRDesignFrame(page.design);
    frame.setY(Scale.HALF_MARGIN);
    frame.setWidth(page.design.getColumnWidth());
    last.addElement(frame);
    page.draw(frame, chartPoints);
    page.design.setSummary(last);
    return page.design;
  }

  /** Without any chart. */
  static JasperDesign withoutChart(FilledReport report) throws JRException {
    PageDesign page = new PageDesign(report, loaded(report));
    page.fit(0);
    return page.design;
  }

  private static JasperDesign loaded(FilledReport report) throws JRException {
    InputStream page = Objects.requireNonNull(PageDesign.class.getResourceAsStream(PAGE), PAGE);
    JasperDesign design = JRXmlLoader.load(page);
    if (report.definition().paper().isLandscape()) {
      turn(design, report.definition().paper());
    }
    return design;
  }

  /** Lays the upright page on its side: what ends at the right edge of the text still does. */
  private static void turn(JasperDesign design, Paper paper) {
    int upright = design.getColumnWidth();
    int wider = Points.of(paper.printWidthMm()) - upright;
    design.setPageWidth(Points.of(paper.widthMm()));
    design.setPageHeight(Points.of(paper.heightMm()));
    design.setColumnWidth(upright + wider);
    design.setRightMargin(design.getPageWidth() - design.getLeftMargin() - upright - wider);
    design.setOrientation(OrientationEnum.LANDSCAPE);
    widen(design.getBackground().getElements(), upright, wider);
    for (JRBand band : design.getAllBands()) {
      if (band != design.getBackground()) {
        widen(band.getElements(), upright, wider);
      }
    }
  }

  private static void widen(JRElement[] elements, int upright, int wider) {
    for (JRElement element : elements) {
      if (element instanceof JRDesignFrame frame) {
        widen(frame.getElements(), upright, wider);
      }
      if (element.getX() + element.getWidth() == upright) {
        if (element.getX() == 0) {
          element.setWidth(upright + wider);
        } else {
          element.setX(element.getX() + wider);
        }
      }
    }
  }

  private void fit(int chartPoints) throws JRException {
    HeaderBlocks blocks = HeaderBlocks.of(report);
    split(blocks);
    letterForm();
    new PrintedColumns(report, design).add();
    makeRoom(chartPoints);
  }

  /**
   * Puts the blocks of letterhead and signature over the columns that the definition gives them.
   */
  private void split(HeaderBlocks blocks) {
    int left = Points.of(report.definition().paper().printWidthMm() - blocks.rightMm());
    int right = design.getColumnWidth() - left;
    List<JRElement> elements = new ArrayList<>(children(design.getTitle(), "van-ban"));
    elements.addAll(children(end, "signature"));
    for (JRElement element : elements) {
      switch (Objects.requireNonNullElse(element.getKey(), "")) {
        case "left", "recipients" -> element.setWidth(left);
        case "right", "signer-titles", "signer-name" -> {
          element.setX(left);
          element.setWidth(right);
        }
        case "name-line" ->
            centre(element, 0, left, HeaderBlocks.nameLineMm(report.issue().letterhead().name()));
        case "motto-line" -> centre(element, left, right, HeaderBlocks.mottoLineMm());
        default -> throw new IllegalStateException("Cannot place " + element.getKey());
      }
    }
  }

  private static void centre(JRElement line, int x, int width, double mm) {
    line.setWidth(Points.of(mm));
    line.setX(x + (width - line.getWidth()) / 2);
  }

  private void letterForm() {
    JRDesignBand title = (JRDesignBand) design.getTitle();
    boolean annex = report.issue().letterhead().form() == LetterForm.PHU_LUC;
    remove(title, annex ? "van-ban" : "phu-luc");
    if (!annex) {
      JRDesignElement attached = element(title, "attached");
      remove(title, "attached");
      title.setHeight(attached.getY());
    }
    if (new PageText(report).isSigned()) {
      sign();
    } else {
      JRDesignElement signature = element(end, "signature");
      remove(end, "signature");
      end.setHeight(signature.getY());
    }
  }

  private void sign() {
    PageText words = new PageText(report);
    int titles = words.signerTitles().size() * SIGNER_LINE;
    JRDesignFrame frame = (JRDesignFrame) element(end, "signature");
    JRDesignElement recipients = (JRDesignElement) frame.getElementByKey("recipients");
    JRDesignElement name = (JRDesignElement) frame.getElementByKey("signer-name");
    recipients.setHeight(words.recipients().size() * RECIPIENT_LINE);
    ((JRDesignElement) frame.getElementByKey("signer-titles")).setHeight(titles);
    name.setY(titles + Points.of(SEAL_MM));
    frame.setHeight(
        Math.max(name.getY() + name.getHeight(), recipients.getY() + recipients.getHeight()));
    end.setHeight(frame.getY() + frame.getHeight());
  }

  private void makeRoom(int chartPoints) {
    JRDesignFrame chart = (JRDesignFrame) element(end, "chart");
    int below = TOP_OF_CHART + chart.getHeight() + BELOW_CHART;
    int shift = chartPoints == 0 ? TOP_OF_CHART - below : chartPoints - chart.getHeight();
    end.setHeight(end.getHeight() + shift);
    Stream.of(end.getElements())
        .filter(element -> element.getY() >= below)
        .forEach(element -> ((JRDesignElement) element).setY(element.getY() + shift));
    if (chartPoints == 0) {
      remove(end, "chart");
    } else {
      draw(chart, chartPoints);
    }
  }

  private void draw(JRDesignFrame frame, int height) {
    frame.setHeight(height);
    FilledChart chart = Objects.requireNonNull(FilledChart.of(report));
    new PrintedChart(chart, design, frame).draw();
  }

  private static List<JRElement> children(JRBand band, String frame) {
    return List.of(((JRDesignFrame) element((JRDesignBand) band, frame)).getElements());
  }

  private static JRDesignElement element(JRDesignBand band, String key) {
    return (JRDesignElement) Objects.requireNonNull(band.getElementByKey(key), key);
  }

  private static void remove(JRDesignBand band, String key) {
    band.removeElement(element(band, key));
  }
}
