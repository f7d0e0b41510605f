package khoyte.reports.text;

import de.siegmar.fastcsv.writer.CsvWriter;
import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import khoyte.reports.FilledReport;
import khoyte.reports.ReportColumn;
import khoyte.reports.ReportFile;
import khoyte.reports.cell.ReportCell;
import khoyte.reports.cell.ReportCell.PartialCount;
import khoyte.reports.cell.ReportRow;
import khoyte.reports.cell.Sign;

/**
 * A report as a CSV file: UTF-8 with byte order mark, comma, RFC 4180. Columns {@code unit_code,
 * unit_name} and the measures by their English names, rows in the report's order, the total last
 * without unit code. A measure of which a figure is missing has a column {@code <measure>_state} at
 * the end.
 */
public record CsvReport(FilledReport report) {
  private static final String BYTE_ORDER_MARK = "\ufeff";

  public void write(Path file) {
    new ReportFile(file).write(bytes());
  }

  public byte[] bytes() {
    List<ReportColumn> measures = report.definition().measures();
    List<Integer> stated = measuresWithState();
    StringWriter text = new StringWriter();
    text.write(BYTE_ORDER_MARK);
    try (CsvWriter csv = CsvWriter.builder().build(text)) {
      List<String> heading = new ArrayList<>(List.of("unit_code", "unit_name"));
      measures.forEach(measure -> heading.add(measure.csvName()));
      stated.forEach(i -> heading.add(measures.get(i).csvName() + "_state"));
      csv.writeRecord(heading);
      rows().forEach(row -> csv.writeRecord(fields(row, stated)));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return text.toString().getBytes(StandardCharsets.UTF_8);
  }

  private Stream<ReportRow> rows() {
    return Stream.concat(report.rows().stream(), Stream.of(report.total()));
  }

  private List<Integer> measuresWithState() {
    return IntStream.range(0, report.definition().measures().size())
        .filter(i -> rows().anyMatch(row -> row.cells().get(i) instanceof Sign))
        .boxed()
        .toList();
  }

  private static List<String> fields(ReportRow row, List<Integer> stated) {
    List<String> fields = new ArrayList<>(List.of(row.unitCode(), row.unitName()));
    row.cells().forEach(cell -> fields.add(cell.csv()));
    stated.forEach(i -> fields.add(state(row.cells().get(i))));
    return fields;
  }

  private static String state(ReportCell cell) {
    if (cell instanceof Sign sign) {
      return sign.state();
    }
    return cell instanceof PartialCount sum ? sum.missing().state() : "";
  }
}
