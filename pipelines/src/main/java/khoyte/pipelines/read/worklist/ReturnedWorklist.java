package khoyte.pipelines.read.worklist;

import java.io.IOException;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import javax.xml.stream.XMLStreamException;
import khoyte.pipelines.read.container.ForeignForm;
import khoyte.pipelines.read.container.IgnoredEntries;
import khoyte.pipelines.read.container.LandedBytes;
import khoyte.pipelines.read.source.LandedFile;
import khoyte.pipelines.read.text.VietnameseText;
import khoyte.pipelines.read.xlsx.Sheet;
import khoyte.pipelines.read.xlsx.SheetRows;
import khoyte.pipelines.read.xlsx.Workbook;
import khoyte.warehouse.worklist.IssuedRow;
import khoyte.warehouse.worklist.RowKey;
import khoyte.warehouse.worklist.WorklistColumn;
import khoyte.warehouse.worklist.WorklistForm;
import khoyte.warehouse.worklist.WorklistIssue;
import khoyte.warehouse.worklist.WorklistSeal;
import khoyte.warehouse.worklist.WorklistSheet;
import org.jspecify.annotations.Nullable;

/**
 * A workbook that a station sent back, read cell by cell.
 *
 * @param issue which list it is
 * @param savedAt when a program saved it last, as the workbook says; null if it does not
 * @param rows of all lists, in their order
 */
public record ReturnedWorklist(
    WorklistIssue issue, @Nullable LocalDateTime savedAt, List<ReturnedRow> rows) {
  private static final ZoneId VIET_NAM = ZoneId.of("Asia/Ho_Chi_Minh");

  public ReturnedWorklist {
    rows = List.copyOf(rows);
  }

  /**
   * Reads the file whole.
   *
   * @throws khoyte.warehouse.KhoyteException if it is not a worklist that khoyte issued, or not of
   *     its form any more
   */
  public static ReturnedWorklist read(LandedFile file, WorklistSeal seal) {
    return LandedBytes.read(file, IgnoredEntries.NONE, bytes -> read(file, bytes, seal));
  }

  static ReturnedWorklist read(LandedFile file, LandedBytes bytes, WorklistSeal seal)
      throws IOException {
    if (!bytes.isWorkbook()) {
      bytes.open(bytes.parts().get(0)).close();
      throw ForeignForm.OTHER.refusal(file);
    }
    try {
      return new Reading(file, Workbook.open(file, bytes)).read(seal);
    } catch (XMLStreamException e) {
      throw file.refused("archive");
    }
  }

  private static final class Reading {
    private final LandedFile file;
    private final Workbook workbook;
    private final Map<String, IssuedRow> issued = new HashMap<>();

    /** A row as it was found, before it is looked at. */
    private record Filled(WorklistSheet sheet, int line, Entry entry) {
      String key() {
        return RowKey.normal(Objects.requireNonNullElse(entry.text(WorklistColumn.KEY), ""));
      }
    }

    Reading(LandedFile file, Workbook workbook) {
      this.file = file;
      this.workbook = workbook;
    }

    ReturnedWorklist read(WorklistSeal seal) throws IOException, XMLStreamException {
      WorklistIssue issue = issue(seal);
      List<Filled> filled = new ArrayList<>();
      for (WorklistSheet sheet : WorklistSheet.values()) {
        read(sheet, filled);
      }
      Map<String, Integer> times = new HashMap<>();
      filled.forEach(row -> times.merge(row.key(), 1, Integer::sum));
      List<ReturnedRow> rows =
          filled.stream()
              .map(row -> reviewed(row, times.getOrDefault(row.key(), 0) > 1, issue.asOf()))
              .toList();
      var saved = workbook.savedAt();
      return new ReturnedWorklist(
          issue, saved == null ? null : LocalDateTime.ofInstant(saved, VIET_NAM), rows);
    }

    /** What the hidden sheet says, if it is as khoyte wrote it. */
    private WorklistIssue issue(WorklistSeal seal) throws IOException, XMLStreamException {
      Map<String, String> head = new HashMap<>();
      List<String[]> packed = new ArrayList<>();
      try (SheetRows rows = sheet(WorklistForm.SEAL_SHEET)) {
        if (rows == null) {
          throw file.refused("worklist.foreign");
        }
        boolean isBody = false;
        while (rows.next()) {
          String name = Objects.requireNonNullElse(rows.value(0), "");
          String value = Objects.requireNonNullElse(rows.value(1), "");
          if (name.equals(WorklistForm.SEAL) || !isBody) {
            head.put(name, value);
          } else {
            packed.add(new String[] {name, value});
          }
          isBody |= name.equals(WorklistForm.ROWS);
        }
      }
      if (!WorklistForm.FORM_VERSION.equals(head.get(WorklistForm.FORM))) {
        throw file.refused("worklist.foreign");
      }
      WorklistIssue issue = issue(head);
      WorklistSeal.Running running = seal.over(issue);
      packed.forEach(row -> running.add(row[0], row[1]));
      if (!running.seal().equals(head.get(WorklistForm.SEAL))) {
        throw file.refused("worklist.changed");
      }
      packed.forEach(row -> issued.put(row[0], IssuedRow.unpacked(row[0], row[1])));
      return issue;
    }

    private WorklistIssue issue(Map<String, String> head) {
      try {
        return new WorklistIssue(
            LocalDate.parse(head.getOrDefault(WorklistForm.AS_OF, "")),
            head.getOrDefault(WorklistForm.NIGHT, ""),
            head.getOrDefault(WorklistForm.UNIT, ""));
      } catch (DateTimeException e) {
        throw file.refused("worklist.changed");
      }
    }

    private @Nullable SheetRows sheet(String name) throws IOException, XMLStreamException {
      Sheet sheet = workbook.sheet(name);
      return sheet == null ? null : sheet.rows();
    }

    /** Collects the rows of a list that have a key, or into which somebody wrote. */
    private void read(WorklistSheet list, List<Filled> filled)
        throws IOException, XMLStreamException {
      try (SheetRows rows = sheet(list.title())) {
        if (rows == null) {
          throw file.refused("worklist.sheet", list.title());
        }
        new ListHeadings(file, list).pass(rows);
        while (rows.next()) {
          String first = Objects.requireNonNullElse(rows.value(0), "");
          if (VietnameseText.stripped(first).startsWith(WorklistForm.TOTAL.strip())) {
            return;
          }
          Entry entry = Entry.of(rows);
          if (entry.has(WorklistColumn.KEY) || entry.isTouched()) {
            filled.add(new Filled(list, rows.number(), entry));
          }
        }
      }
    }

    private ReturnedRow reviewed(Filled row, boolean isTwice, LocalDate asOf) {
      IssuedRow printed = issued.get(row.key());
      RowReview.Result result;
      if (!RowKey.isWhole(row.key()) || printed == null || printed.sheet() != row.sheet()) {
        result = flaw(Flaw.Reason.KEY_NOT_ISSUED);
      } else if (isTwice) {
        result = flaw(Flaw.Reason.KEY_TWICE);
      } else if (!row.entry().isTouched()) {
        result =
            new RowReview.Result(null, new Flaw(Flaw.Reason.NOT_REVIEWED, WorklistColumn.RESULT));
      } else {
        result = new RowReview(printed, row.entry(), asOf).result();
      }
      return new ReturnedRow(
          row.sheet(),
          row.line(),
          row.key(),
          row.entry().isTouched(),
          result.finding(),
          result.flaw());
    }

    private static RowReview.Result flaw(Flaw.Reason reason) {
      return new RowReview.Result(null, new Flaw(reason, WorklistColumn.KEY));
    }
  }
}
