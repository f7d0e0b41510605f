package khoyte.reports.print;

import java.util.List;
import khoyte.reports.CellKind;
import khoyte.reports.FilledReport;
import khoyte.reports.ReportColumn;
import khoyte.reports.TotalLabel;
import khoyte.reports.cell.Alignment;
import net.sf.jasperreports.engine.JRException;
import net.sf.jasperreports.engine.design.JRDesignBand;
import net.sf.jasperreports.engine.design.JRDesignElement;
import net.sf.jasperreports.engine.design.JRDesignExpression;
import net.sf.jasperreports.engine.design.JRDesignField;
import net.sf.jasperreports.engine.design.JRDesignSection;
import net.sf.jasperreports.engine.design.JRDesignStaticText;
import net.sf.jasperreports.engine.design.JRDesignTextElement;
import net.sf.jasperreports.engine.design.JRDesignTextField;
import net.sf.jasperreports.engine.design.JasperDesign;
import net.sf.jasperreports.engine.type.HorizontalTextAlignEnum;
import net.sf.jasperreports.engine.type.StretchTypeEnum;
import net.sf.jasperreports.engine.type.TextAdjustEnum;
import net.sf.jasperreports.engine.type.VerticalTextAlignEnum;

/** Headings, cells and total of the report's columns, on a page that has none yet. */
final class PrintedColumns {
  private static final int HEADING_LINE = 14;
  private static final int HEADING_FREE = 3;
  private static final int INDENT = 7;
  private static final float LINE_WIDTH = 0.5f;

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
    JRDesignBand row = (JRDesignBand) rows.getBands()[0];
    JRDesignBand total = (JRDesignBand) rows.getBands()[1];
    int top = headings.getHeight();
    int lines = columns.stream().mapToInt(column -> column.heading().size()).max().orElse(1);
    headings.setHeight(top + lines * HEADING_LINE + HEADING_FREE);
    for (int i = 0; i < columns.size(); i++) {
      JRDesignField field = new JRDesignField();
      field.setName(field(i));
      field.setValueClass(String.class);
      design.addField(field);
      headings.addElement(heading(i, top, headings.getHeight() - top));
      row.addElement(cell(i, row.getHeight()));
    }
    boolean merged = report.definition().total().place() == TotalLabel.Place.FIRST_TWO_COLUMNS;
    for (int i = merged ? 1 : 0; i < columns.size(); i++) {
      JRDesignTextField cell = cell(i, total.getHeight());
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

  private JRDesignStaticText heading(int column, int y, int height) {
    JRDesignStaticText text = new JRDesignStaticText(design);
    text.setText(String.join("\n", report.heading(columns.get(column))));
    text.setBold(true);
    place(text, column, height);
    text.setY(y);
    align(text, Alignment.CENTRE, 0);
    return text;
  }

  private JRDesignTextField cell(int column, int height) {
    JRDesignTextField text = new JRDesignTextField(design);
    text.setExpression(new JRDesignExpression("$F{" + field(column) + "}"));
    text.setMarkup("styled");
    text.setTextAdjust(TextAdjustEnum.STRETCH_HEIGHT);
    text.setStretchType(StretchTypeEnum.CONTAINER_HEIGHT);
    place(text, column, height);
    align(text, alignment(columns.get(column).kind()), columns.get(column).indent());
    return text;
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
