package khoyte.reports.print;

import java.awt.Color;
import java.util.List;
import khoyte.reports.CellKind;
import khoyte.reports.FilledReport;
import khoyte.reports.ReportColumn;
import khoyte.reports.ReportDefinition.Block;
import khoyte.reports.TotalLabel;
import khoyte.reports.cell.Alignment;
import khoyte.reports.cell.ReportRow;
import khoyte.reports.cell.Sign;
import net.sf.jasperreports.engine.JRException;
import net.sf.jasperreports.engine.JRStyle;
import net.sf.jasperreports.engine.design.JRDesignBand;
import net.sf.jasperreports.engine.design.JRDesignConditionalStyle;
import net.sf.jasperreports.engine.design.JRDesignElement;
import net.sf.jasperreports.engine.design.JRDesignExpression;
import net.sf.jasperreports.engine.design.JRDesignField;
import net.sf.jasperreports.engine.design.JRDesignSection;
import net.sf.jasperreports.engine.design.JRDesignStaticText;
import net.sf.jasperreports.engine.design.JRDesignStyle;
import net.sf.jasperreports.engine.design.JRDesignTextElement;
import net.sf.jasperreports.engine.design.JRDesignTextField;
import net.sf.jasperreports.engine.design.JasperDesign;
import net.sf.jasperreports.engine.type.HorizontalTextAlignEnum;
import net.sf.jasperreports.engine.type.ModeEnum;
import net.sf.jasperreports.engine.type.StretchTypeEnum;
import net.sf.jasperreports.engine.type.TextAdjustEnum;
import net.sf.jasperreports.engine.type.VerticalTextAlignEnum;

/** Headings, cells and total of the report's columns, on a page that has none yet. */
final class PrintedColumns {
  private static final int HEADING_LINE = 14;
  private static final int HEADING_FREE = 3;
  private static final int INDENT = 7;
  private static final int INDEX_HEIGHT = 12;
  private static final float INDEX_POINTS = 9;
  private static final float LINE_WIDTH = 0.5f;

  /** Behind the rows of groups. */
  private static final Color GROUP = new Color(0xF2, 0xF2, 0xF2);

  private final FilledReport report;
  private final JasperDesign design;
  private final List<ReportColumn> columns;

  PrintedColumns(FilledReport report, JasperDesign design) {
    this.report = report;
    this.design = design;
    this.columns = report.definition().columns();
  }

  /** Name of a column's field in the rows. */
  static String field(int column) {
    return "c" + column;
  }

  void add() throws JRException {
    JRDesignBand headings = (JRDesignBand) design.getColumnHeader();
    JRDesignSection rows = (JRDesignSection) design.getDetailSection();
    JRDesignBand unit = (JRDesignBand) rows.getBands()[0];
    JRDesignBand group = (JRDesignBand) rows.getBands()[1];
    headings(headings);
    for (int i = 0; i < columns.size(); i++) {
      JRDesignField field = new JRDesignField();
      field.setName(field(i));
      field.setValueClass(String.class);
      design.addField(field);
      int drilledDown = i == 1 && isGrouped() ? 1 : 0;
      unit.addElement(cell(i, unit.getHeight(), columns.get(i).indent() + drilledDown));
      JRDesignTextField ofGroup = cell(i, group.getHeight(), columns.get(i).indent());
      ofGroup.setBold(true);
      ofGroup.setMode(ModeEnum.OPAQUE);
      ofGroup.setBackcolor(GROUP);
      group.addElement(ofGroup);
    }
    total((JRDesignBand) rows.getBands()[2]);
  }

  private void total(JRDesignBand total) throws JRException {
    boolean merged = report.definition().total().place() == TotalLabel.Place.FIRST_TWO_COLUMNS;
    for (int i = merged ? 1 : 0; i < columns.size(); i++) {
      JRDesignTextField cell = cell(i, total.getHeight(), columns.get(i).indent());
      cell.setBold(true);
      if (i == 1) {
        align(cell, Alignment.CENTRE, 0);
        if (merged) {
          cell.setX(0);
          cell.setWidth(right(1));
        }
      }
      total.addElement(cell);
    }
  }

  private boolean isGrouped() {
    return report.rows().stream().anyMatch(ReportRow::isGroup);
  }

  /** Headings of groups stand above those of their columns, and the index row below all. */
  private void headings(JRDesignBand band) {
    int top = band.getHeight();
    boolean grouped = columns.stream().anyMatch(column -> !column.group().isEmpty());
    int above = grouped ? HEADING_LINE + HEADING_FREE : 0;
    int lines =
        columns.stream()
            .mapToInt(
                column -> column.heading().size() - (grouped && column.group().isEmpty() ? 1 : 0))
            .max()
            .orElse(1);
    int height = above + lines * HEADING_LINE + HEADING_FREE;
    boolean indexed = report.definition().has(Block.INDEX_ROW);
    band.setHeight(top + height + (indexed ? INDEX_HEIGHT : 0));
    for (int i = 0; i < columns.size(); i++) {
      String group = columns.get(i).group();
      int y = group.isEmpty() ? top : top + above;
      band.addElement(
          heading(String.join("\n", report.heading(columns.get(i))), i, y, top + height - y));
      if (!group.isEmpty() && !group.equals(columns.get(i - 1).group())) {
        JRDesignStaticText over = heading(group, i, top, above);
        over.setWidth(right(lastOf(group)) - over.getX());
        band.addElement(over);
      }
      if (indexed) {
        JRDesignStaticText index =
            heading(report.definition().indexes().get(i), i, top + height, INDEX_HEIGHT);
        index.setBold(false);
        index.setItalic(true);
        index.setFontSize(INDEX_POINTS);
        band.addElement(index);
      }
    }
  }

  private int lastOf(String group) {
    int last = columns.size() - 1;
    while (!columns.get(last).group().equals(group)) {
      last--;
    }
    return last;
  }

  private JRDesignStaticText heading(String words, int column, int y, int height) {
    JRDesignStaticText text = new JRDesignStaticText(design);
    text.setText(words);
    text.setBold(true);
    place(text, column, height);
    text.setY(y);
    align(text, Alignment.CENTRE, 0);
    return text;
  }

  private JRDesignTextField cell(int column, int height, int indent) throws JRException {
    JRDesignTextField text = new JRDesignTextField(design);
    text.setExpression(new JRDesignExpression("$F{" + field(column) + "}"));
    text.setMarkup("styled");
    text.setFontSize((float) report.definition().bodyPoints());
    text.setTextAdjust(TextAdjustEnum.STRETCH_HEIGHT);
    text.setStretchType(StretchTypeEnum.CONTAINER_HEIGHT);
    place(text, column, height);
    Alignment alignment = alignment(columns.get(column).kind());
    if (alignment == Alignment.RIGHT) {
      text.setStyle(figure(column, indent));
    } else {
      align(text, alignment, indent);
    }
    return text;
  }

  /** Figures stand right; the sign for none that can be stands in the middle. */
  private JRStyle figure(int column, int indent) throws JRException {
    JRDesignStyle style = new JRDesignStyle();
    style.setName("figure-" + design.getStylesList().size());
    style.setHorizontalTextAlign(HorizontalTextAlignEnum.RIGHT);
    style.getLineBox().setRightPadding(indent * INDENT);
    JRDesignConditionalStyle none = new JRDesignConditionalStyle();
    none.setConditionExpression(
        new JRDesignExpression(
            "\"" + Sign.NOT_APPLICABLE.printed() + "\".equals($F{" + field(column) + "})"));
    none.setHorizontalTextAlign(HorizontalTextAlignEnum.CENTER);
    none.getLineBox().setRightPadding(0);
    style.addConditionalStyle(none);
    design.addStyle(style);
    return style;
  }

  private void place(JRDesignTextElement text, int column, int height) {
    int x = column == 0 ? 0 : right(column - 1);
    text.setX(x);
    ((JRDesignElement) text).setHeight(height);
    text.setWidth(right(column) - x);
    text.setVerticalTextAlign(VerticalTextAlignEnum.MIDDLE);
    text.getLineBox().getPen().setLineWidth(LINE_WIDTH);
  }

  /** Right edge of a column; the last one's is the page's. */
  private int right(int column) {
    double mm = columns.subList(0, column + 1).stream().mapToDouble(ReportColumn::mm).sum();
    return Points.of(mm);
  }

  private static Alignment alignment(CellKind kind) {
    return switch (kind) {
      case COUNT, SHARE, MONEY -> Alignment.RIGHT;
      case UNIT_NAME -> Alignment.LEFT;
      case ORDINAL, DAY, TEXT -> Alignment.CENTRE;
    };
  }

  private static void align(JRDesignTextElement text, Alignment alignment, int indent) {
    text.getLineBox().setLeftPadding(alignment == Alignment.LEFT ? indent * INDENT : 0);
    text.getLineBox().setRightPadding(alignment == Alignment.RIGHT ? indent * INDENT : 0);
    text.setHorizontalTextAlign(
        switch (alignment) {
          case LEFT -> HorizontalTextAlignEnum.LEFT;
          case CENTRE -> HorizontalTextAlignEnum.CENTER;
          case RIGHT -> HorizontalTextAlignEnum.RIGHT;
        });
  }
}
