package khoyte.pipelines.read.senders;

import static khoyte.pipelines.read.source.SourceKind.CORRECTION;
import static khoyte.warehouse.worklist.WorklistColumn.KEY;
import static khoyte.warehouse.worklist.WorklistColumn.NOTE;
import static khoyte.warehouse.worklist.WorklistColumn.RESULT;
import static khoyte.warehouse.worklist.WorklistColumn.RIGHT_ID;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;
import khoyte.warehouse.worklist.IssuedRow;
import khoyte.warehouse.worklist.Present;
import khoyte.warehouse.worklist.RowKey;
import khoyte.warehouse.worklist.WorklistColumn;
import khoyte.warehouse.worklist.WorklistForm;
import khoyte.warehouse.worklist.WorklistIssue;
import khoyte.warehouse.worklist.WorklistSheet;
import org.junit.jupiter.api.Test;

/** Worklists as the programs of the stations save them again. */
class ReturnedListsTest {
  private static final WorklistIssue ISSUE =
      new WorklistIssue(LocalDate.of(2022, 12, 31), "2022-12-31.v1", "26491");
  private static final List<IssuedRow> ISSUED = List.of(issued("M1"), issued("M2"), issued("M3"));
  private static final List<String> FACTS = List.of("M1|kept|", "M2|corrected|075180000002");

  private static IssuedRow issued(String key) {
    String table = "covid_dose_version";
    return new IssuedRow(
        RowKey.of(table, key, WorklistSheet.GROUP_1, 0),
        WorklistSheet.GROUP_1,
        table,
        key,
        "HS1",
        List.of(),
        List.of(),
        new Present("NGUYEN THI HOA", "02/01/1980", "Nữ", null));
  }

  /**
   * M1 is right as it is, M2 gets its id, M3 was not looked at; each cell as the program writes.
   */
  private static WorkbookBytes returned(WorkbookBytes book, UnaryOperator<String> cell) {
    for (WorklistSheet list : WorklistSheet.values()) {
      SheetXml sheet = new SheetXml().row("TRẠM Y TẾ XÃ PHÚ HỮU").at(9);
      String[] upper = empty();
      String[] lower = empty();
      for (WorklistColumn column : WorklistColumn.values()) {
        boolean isGrouped =
            WorklistColumn.PRESENT.contains(column) || WorklistColumn.RIGHT.contains(column);
        (isGrouped ? lower : upper)[column.ordinal()] = cell.apply(column.heading());
      }
      upper[WorklistColumn.NAME.ordinal()] = cell.apply(WorklistColumn.PRESENT_HEADING);
      upper[WorklistColumn.RIGHT_NAME.ordinal()] = cell.apply(WorklistColumn.RIGHT_HEADING);
      sheet.row(upper).row(lower);
      if (list == WorklistSheet.GROUP_1) {
        sheet.row(row(ISSUED.get(0), cell, Map.of(RESULT, "Giữ nguyên", NOTE, "đã gặp")));
        sheet.row(
            row(ISSUED.get(1), cell, Map.of(RESULT, "Sửa theo cột bên", RIGHT_ID, "075180000002")));
        sheet.row(row(ISSUED.get(2), cell, Map.of()));
      }
      book.sheet(list.title(), sheet);
    }
    return book.veryHidden(WorklistForm.SEAL_SHEET, seal(cell)).modified("2023-01-10T01:30:00Z");
  }

  private static String[] empty() {
    String[] cells = new String[WorklistColumn.values().length];
    Arrays.fill(cells, "");
    return cells;
  }

  private static String[] row(
      IssuedRow issued, UnaryOperator<String> cell, Map<WorklistColumn, String> written) {
    String[] cells = empty();
    cells[KEY.ordinal()] = cell.apply(issued.key());
    cells[WorklistColumn.NAME.ordinal()] = cell.apply(issued.present().name());
    cells[WorklistColumn.BIRTH_DATE.ordinal()] = cell.apply(issued.present().birthDate());
    cells[WorklistColumn.GENDER.ordinal()] = cell.apply(issued.present().gender());
    written.forEach((column, value) -> cells[column.ordinal()] = cell.apply(value));
    return cells;
  }

  private static SheetXml seal(UnaryOperator<String> cell) {
    SheetXml sheet = new SheetXml();
    sheet.row(cell.apply(WorklistForm.FORM), cell.apply(WorklistForm.FORM_VERSION));
    sheet.row(cell.apply(WorklistForm.AS_OF), cell.apply(ISSUE.asOf().toString()));
    sheet.row(cell.apply(WorklistForm.NIGHT), cell.apply(ISSUE.night()));
    sheet.row(cell.apply(WorklistForm.UNIT), cell.apply(ISSUE.unitCode()));
    sheet.row(cell.apply(WorklistForm.ROWS));
    var seal = Received.SEAL.over(ISSUE);
    for (IssuedRow row : ISSUED) {
      sheet.row(cell.apply(row.key()), cell.apply(row.packed()));
      seal.add(row.key(), row.packed());
    }
    return sheet.row(cell.apply(WorklistForm.SEAL), cell.apply(seal.seal()));
  }

  private static Received read(byte[] bytes) {
    return Received.of(CORRECTION, "ra-soat_26491_2022-12-31.xlsx", bytes);
  }

  private static void assertFacts(WorkbookBytes book) {
    Received received = read(book.bytes());
    assertThat(received.rows("record_key", "decision", "citizen_id")).isEqualTo(FACTS);
    assertThat(received.keptBack()).isEmpty();
    assertThat(received.rows("updated_at")).containsOnly("2023-01-10T08:30");
  }

  @Test
  void savedByAnyProgramItSaysTheSame() {
    assertFacts(returned(new WorkbookBytes(), SheetXml::text));
    assertFacts(returned(new WorkbookBytes(), SheetXml::richText));
    assertFacts(returned(new WorkbookBytes().prefix("x"), SheetXml::text));
    assertFacts(returned(new WorkbookBytes().strict(), SheetXml::text));
    assertFacts(returned(new WorkbookBytes().absolute(), SheetXml::text));
    assertFacts(
        returned(new WorkbookBytes().part("docProps/core.xml", "meta/c.xml"), SheetXml::text));
    var shared = new WorkbookBytes().part("xl/sharedStrings.xml", "xl/text/t1.xml");
    assertFacts(returned(shared, text -> shared.share(text, text.length() % 2 == 0)));
  }

  @Test
  void whatTheProgramsAddIsNoPartOfAnAnswer() {
    assertFacts(
        returned(
            new WorkbookBytes(),
            text -> SheetXml.text(text.startsWith("Giữ") ? text + "_x000D_\n" : text)));
    assertFacts(
        returned(
            new WorkbookBytes(),
            text -> text.startsWith("Giữ") ? SheetXml.formula("L9", text) : SheetXml.text(text)));
    assertFacts(
        returned(
            new WorkbookBytes(),
            text -> SheetXml.text(text.equals("Giữ nguyên") ? "\u00A0Giữ nguyên " : text)));
  }

  @Test
  void anotherSheetOfTheStationIsNoMatter() {
    WorkbookBytes book =
        returned(
            new WorkbookBytes().sheet("Sheet1", new SheetXml().row("Ghi chú")), SheetXml::text);

    assertFacts(book);
  }

  /** The hidden sheet holds codes, too: only a whole seal counts. */
  @Test
  void anotherWorkbookIsNoWorklist() {
    read(WorkbookBytes.of(Lists.sheet())).assertRefused(Reason.FOREIGN);
    read(WorkbookBytes.of(new SheetXml())).assertRefused(Reason.FOREIGN);
  }

  @Test
  void whatIsNoWorkbookIsNamed() {
    read(Received.utf8("<html><table><tr><td>Mã dòng</td></tr></table></html>"))
        .assertRefused(Reason.HTML);
    read(new byte[] {
          (byte) 0xD0,
          (byte) 0xCF,
          0x11,
          (byte) 0xE0,
          (byte) 0xA1,
          (byte) 0xB1,
          0x1A,
          (byte) 0xE1,
          0,
          0,
          0,
          0
        })
        .assertRefused(Reason.OLE2_OR_PASSWORD);
    read(Lists.csv()).assertRefused(Reason.ANY);
    read(new byte[0]).assertRefused(Reason.EMPTY);
  }

  @Test
  void cutOrDamagedItIsRefused() {
    byte[] whole = returned(new WorkbookBytes(), SheetXml::text).bytes();
    for (int length = 4; length < whole.length; length += 97) {
      read(Arrays.copyOf(whole, length)).assertRefused(Reason.DAMAGED);
    }
    var zip = new ZipBytes();
    returned(new WorkbookBytes(), SheetXml::text)
        .parts()
        .forEach(
            (path, xml) -> {
              var entry = new ZipBytes.Entry(path, xml);
              zip.add(path.contains("sheet5") ? entry.wrongChecksum() : entry);
            });
    read(zip.bytes()).assertRefused(Reason.CHECKSUM);
  }
}
