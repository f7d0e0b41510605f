package khoyte.reports.print;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import khoyte.reports.FilledReport;
import khoyte.reports.Letterhead;
import khoyte.reports.PageText;
import khoyte.reports.cell.ReportCell;
import khoyte.reports.cell.ReportRow;
import khoyte.reports.cell.Sign;
import net.sf.jasperreports.engine.util.JRStringUtil;

/** What the page is filled with: its parameters, and one row of fields a row of the table. */
record PrintedWords(FilledReport report) {
  /** Rows that stay with the total and what is below it. */
  private static final int KEPT_ROWS = 2;

  Map<String, Object> parameters() {
    PageText words = new PageText(report);
    Letterhead letterhead = report.issue().letterhead();
    Map<String, Object> parameters = new HashMap<>();
    parameters.put("PARENT", letterhead.parent());
    parameters.put("NAME", letterhead.name());
    parameters.put("NUMBER", words.number());
    parameters.put("NATION", PageText.NATION);
    parameters.put("MOTTO", PageText.MOTTO);
    parameters.put("DATE", words.placeAndDate());
    parameters.put("ANNEX", words.annex());
    parameters.put("ATTACHED", words.attachedTo());
    parameters.put("TITLE", String.join("\n", words.title()));
    parameters.put("SUBTITLE", words.subtitle());
    parameters.put("UNIT", words.unitLine());
    parameters.put("CONTINUED", words.continued());
    parameters.put("BANNER", words.banner());
    parameters.put("NOTES", PageText.NOTES + "\n" + String.join("\n", words.notes()));
    parameters.put("DATA", data(words));
    parameters.put("RECIPIENTS_HEADING", PageText.RECIPIENTS);
    parameters.put("RECIPIENTS", String.join("\n", words.recipients()));
    parameters.put("SIGNER_TITLES", String.join("\n", words.signerTitles()));
    parameters.put("SIGNER_NAME", letterhead.signer().name());
    parameters.put("FOOT", words.foot());
    return parameters;
  }

  List<Map<String, ?>> rows() {
    List<Map<String, ?>> rows = new ArrayList<>();
    List<String> ordinals = report.ordinals();
    int end = report.rows().size() - KEPT_ROWS;
    int together = 0;
    for (int i = 0; i < report.rows().size(); i++) {
      ReportRow row = report.rows().get(i);
      boolean stays = (i > 0 && report.rows().get(i - 1).isGroup()) || i > Math.max(end, 0);
      together += stays ? 0 : 1;
      Map<String, Object> fields = fields(row, ordinals.get(i));
      fields.put("kind", row.isGroup() ? "group" : "unit");
      fields.put("together", together);
      fields.put("end", false);
      rows.add(fields);
    }
    Map<String, Object> total = fields(report.total(), "");
    total.put("kind", "total");
    total.put("together", together);
    total.put("end", true);
    rows.add(total);
    return rows;
  }

  private static Map<String, Object> fields(ReportRow row, String ordinal) {
    Map<String, Object> fields = new HashMap<>();
    fields.put(PrintedColumns.field(0), ordinal);
    fields.put(PrintedColumns.field(1), styled(row.unitName()));
    for (int i = 0; i < row.cells().size(); i++) {
      fields.put(PrintedColumns.field(i + 2), styled(row.cells().get(i)));
    }
    return fields;
  }

  private static String styled(ReportCell cell) {
    String text = styled(cell.printed());
    return cell == Sign.LATE ? "<style size=\"10\" isItalic=\"true\">" + text + "</style>" : text;
  }

  private static String styled(String text) {
    return JRStringUtil.xmlEncode(text);
  }

  private static String data(PageText words) {
    String late = styled(words.lateSources());
    String text =
        styled(words.data())
            + " "
            + (words.isLate() ? "<style isBold=\"true\">" + late + "</style>" : late);
    return words.reissue().isEmpty() ? text : text + " " + styled(words.reissue());
  }
}
