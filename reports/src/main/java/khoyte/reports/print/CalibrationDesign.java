package khoyte.reports.print;

import java.awt.Color;
import java.io.ByteArrayOutputStream;
import java.io.InputStream;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.regex.Pattern;
import java.util.stream.DoubleStream;
import khoyte.reports.font.Typeface;
import khoyte.reports.print.CalibrationPage.Compared;
import khoyte.reports.print.CalibrationPage.Fact;
import khoyte.reports.print.CalibrationPage.Level;
import net.sf.jasperreports.engine.JRCommonText;
import net.sf.jasperreports.engine.JREmptyDataSource;
import net.sf.jasperreports.engine.JRException;
import net.sf.jasperreports.engine.JRPrintElement;
import net.sf.jasperreports.engine.JRPrintText;
import net.sf.jasperreports.engine.JasperFillManager;
import net.sf.jasperreports.engine.JasperPrint;
import net.sf.jasperreports.engine.design.JRDesignBand;
import net.sf.jasperreports.engine.design.JRDesignElement;
import net.sf.jasperreports.engine.design.JRDesignLine;
import net.sf.jasperreports.engine.design.JRDesignRectangle;
import net.sf.jasperreports.engine.design.JRDesignSection;
import net.sf.jasperreports.engine.design.JRDesignStaticText;
import net.sf.jasperreports.engine.design.JasperDesign;
import net.sf.jasperreports.engine.type.HorizontalTextAlignEnum;
import net.sf.jasperreports.engine.type.ModeEnum;
import net.sf.jasperreports.engine.type.SplitTypeEnum;
import net.sf.jasperreports.engine.type.VerticalTextAlignEnum;
import net.sf.jasperreports.engine.util.JRStringUtil;
import net.sf.jasperreports.engine.xml.JRXmlLoader;
import net.sf.jasperreports.export.SimpleExporterInput;
import net.sf.jasperreports.export.SimpleOutputStreamExporterOutput;
import net.sf.jasperreports.pdf.JRPdfExporter;
import net.sf.jasperreports.pdf.SimplePdfExporterConfiguration;

/** Places the rows and bars of a {@link CalibrationPage}, in points. */
final class CalibrationDesign {
  private static final String PAGE = "/reports/calibration-a4.jrxml";
  private static final Pattern POWER = Pattern.compile("\\^(-?[0-9]+)");
  private static final Color DARK = new Color(0x40, 0x40, 0x40);
  private static final Color GROUP = new Color(0xF2, 0xF2, 0xF2);
  private static final float OUTLINE = 0.5f;
  private static final int WIDTH = 468;
  private static final int FACTS = 120;
  private static final int FACT_LINE = 13;
  private static final int NOTE_LINE = 12;
  private static final int ROW = 16;
  private static final int BAR = 8;
  private static final int PADDING = 4;
  private static final int[] COLUMNS = {0, 176, 226, 280, 336, WIDTH};
  private static final double MM = 25.4 / 72;

  private final CalibrationPage page;
  private final JasperDesign design;
  private final double low;
  private final double high;

  CalibrationDesign(CalibrationPage page) throws JRException {
    this.page = page;
    InputStream base =
        Objects.requireNonNull(CalibrationDesign.class.getResourceAsStream(PAGE), PAGE);
    this.design = JRXmlLoader.load(base);
    double[] weights =
        page.comparisons().stream()
            .flatMap(comparison -> comparison.levels().stream())
            .mapToDouble(Level::weight)
            .toArray();
    this.low = Math.min(0, DoubleStream.of(weights).min().orElse(0));
    this.high = Math.max(1, DoubleStream.of(weights).max().orElse(1));
  }

  byte[] document() throws JRException {
    facts();
    headings();
    JRDesignSection rows = (JRDesignSection) design.getDetailSection();
    for (Compared comparison : page.comparisons()) {
      rows.addBand(block(comparison));
    }
    rows.addBand(notes());
    Map<String, Object> words =
        new HashMap<>(
            Map.of(
                "TITLE", page.title(),
                "SUBTITLE", page.subtitle(),
                "FOOT", page.words().foot()));
    JasperPrint pages =
        JasperFillManager.fillReport(CompiledReport.of(design), words, new JREmptyDataSource(1));
    number(pages);
    return StablePdf.dated(exported(pages), page.words().made());
  }

  private void facts() {
    JRDesignBand title = (JRDesignBand) design.getTitle();
    int y = title.getHeight();
    for (Fact fact : page.facts()) {
      int lines = Math.max(lines(fact.name(), FACTS - 4), lines(fact.value(), WIDTH - FACTS - 4));
      JRDesignStaticText name = text(title, fact.name(), 0, y, FACTS, HorizontalTextAlignEnum.LEFT);
      name.setHeight(lines * FACT_LINE);
      name.setVerticalTextAlign(VerticalTextAlignEnum.TOP);
      JRDesignStaticText value =
          text(title, fact.value(), FACTS, y, WIDTH - FACTS, HorizontalTextAlignEnum.LEFT);
      value.setHeight(lines * FACT_LINE);
      value.setVerticalTextAlign(VerticalTextAlignEnum.TOP);
      y += lines * FACT_LINE;
    }
    title.setHeight(y);
  }

  private void headings() {
    JRDesignBand band = (JRDesignBand) design.getColumnHeader();
    int top = band.getHeight() - ROW - 2;
    for (int i = 0; i < COLUMNS.length - 1; i++) {
      JRDesignStaticText heading =
          text(
              band,
              page.headings().get(i),
              COLUMNS[i],
              top,
              COLUMNS[i + 1] - COLUMNS[i],
              HorizontalTextAlignEnum.CENTER);
      heading.setBold(true);
      heading.setHeight(ROW + 2);
      boxed(heading);
    }
  }

  /** A comparison with its levels; a page breaks before or behind it. */
  private JRDesignBand block(Compared comparison) {
    JRDesignBand band =
        band(ROW + comparison.levels().stream().mapToInt(CalibrationDesign::height).sum());
    JRDesignStaticText name =
        text(band, comparison.name(), 0, 0, WIDTH, HorizontalTextAlignEnum.LEFT);
    name.setBold(true);
    name.setMode(ModeEnum.OPAQUE);
    name.setBackcolor(GROUP);
    boxed(name);
    int y = ROW;
    for (Level level : comparison.levels()) {
      row(band, y, level);
      y += height(level);
    }
    return band;
  }

  private static int height(Level level) {
    int room = COLUMNS[1] - COLUMNS[0] - 4 * PADDING - 2;
    return ROW + (lines(level.name(), room) - 1) * FACT_LINE;
  }

  private static int lines(String text, int width) {
    return Typeface.REGULAR.lines(text, 11, width * MM);
  }

  private void row(JRDesignBand band, int y, Level level) {
    int height = height(level);
    List<String> cells = List.of(level.name(), level.m(), level.u(), level.printed(), "");
    for (int i = 0; i < cells.size(); i++) {
      JRDesignStaticText cell =
          text(
              band,
              cells.get(i),
              COLUMNS[i],
              y,
              COLUMNS[i + 1] - COLUMNS[i],
              i == 0 ? HorizontalTextAlignEnum.LEFT : HorizontalTextAlignEnum.RIGHT);
      cell.setHeight(height);
      boxed(cell);
      if (i == 0) {
        cell.getLineBox().setLeftPadding(3 * PADDING);
      }
    }
    JRDesignLine zero = new JRDesignLine(design);
    place(zero, x(0), y, 0, height);
    zero.getLinePen().setLineWidth(OUTLINE);
    band.addElement(zero);
    JRDesignRectangle bar = new JRDesignRectangle(design);
    int left = Math.min(x(0), x(level.weight()));
    int width = Math.max(1, Math.abs(x(level.weight()) - x(0)));
    place(bar, left, y + (height - BAR) / 2, width, BAR);
    bar.setMode(ModeEnum.OPAQUE);
    bar.setBackcolor(level.weight() < 0 ? Color.WHITE : DARK);
    bar.getLinePen().setLineWidth(OUTLINE);
    bar.getLinePen().setLineColor(DARK);
    band.addElement(bar);
  }

  private JRDesignBand notes() {
    int lines =
        page.notes().stream().mapToInt(note -> Typeface.REGULAR.lines(note, 10, WIDTH * MM)).sum();
    JRDesignBand band = band(6 + lines * NOTE_LINE);
    JRDesignStaticText notes =
        text(band, String.join("\n", page.notes()), 0, 6, WIDTH, HorizontalTextAlignEnum.LEFT);
    notes.setHeight(lines * NOTE_LINE);
    notes.setFontSize(10f);
    return band;
  }

  private static JRDesignBand band(int height) {
    JRDesignBand band = new JRDesignBand();
    band.setHeight(height);
    band.setSplitType(SplitTypeEnum.PREVENT);
    return band;
  }

  private int x(double weight) {
    int left = COLUMNS[4] + 4;
    int right = COLUMNS[5] - 4;
    return left + (int) Math.round((weight - low) / (high - low) * (right - left));
  }

  private JRDesignStaticText text(
      JRDesignBand band, String words, int x, int y, int width, HorizontalTextAlignEnum alignment) {
    JRDesignStaticText text = new JRDesignStaticText(design);
    if (words.contains("^")) {
      text.setMarkup(JRCommonText.MARKUP_STYLED_TEXT);
      text.setText(POWER.matcher(JRStringUtil.xmlEncode(words)).replaceAll("<sup>$1</sup>"));
    } else {
      text.setText(words);
    }
    place(text, x, y, width, ROW);
    text.setHorizontalTextAlign(alignment);
    text.setVerticalTextAlign(VerticalTextAlignEnum.MIDDLE);
    band.addElement(text);
    return text;
  }

  private static void place(JRDesignElement element, int x, int y, int width, int height) {
    element.setX(x);
    element.setY(y);
    element.setWidth(width);
    element.setHeight(height);
  }

  private static void boxed(JRDesignStaticText text) {
    text.getLineBox().getPen().setLineWidth(OUTLINE);
    text.getLineBox().getPen().setLineColor(DARK);
    text.getLineBox().setLeftPadding(PADDING);
    text.getLineBox().setRightPadding(PADDING);
  }

  private void number(JasperPrint pages) {
    int count = pages.getPages().size();
    for (int i = 0; i < count; i++) {
      List<JRPrintElement> elements = pages.getPages().get(i).getElements();
      boolean first = i == 0;
      elements.removeIf(element -> first && Objects.equals(element.getKey(), "later-page"));
      for (JRPrintElement element : elements) {
        if (element instanceof JRPrintText text
            && Objects.equals(element.getKey(), "page-of-pages")) {
          text.setText(page.words().page() + " " + (i + 1) + "/" + count);
        }
      }
    }
  }

  private byte[] exported(JasperPrint pages) throws JRException {
    SimplePdfExporterConfiguration configuration = new SimplePdfExporterConfiguration();
    configuration.setMetadataTitle(page.title() + " - " + page.subtitle());
    configuration.setMetadataAuthor(page.words().author());
    configuration.setMetadataCreator("khoyte");
    configuration.setDisplayMetadataTitle(true);
    configuration.setTagged(true);
    configuration.setTagLanguage(page.words().language());
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    JRPdfExporter exporter = new JRPdfExporter();
    exporter.setExporterInput(new SimpleExporterInput(pages));
    exporter.setExporterOutput(new SimpleOutputStreamExporterOutput(bytes));
    exporter.setConfiguration(configuration);
    exporter.exportReport();
    return bytes.toByteArray();
  }
}
