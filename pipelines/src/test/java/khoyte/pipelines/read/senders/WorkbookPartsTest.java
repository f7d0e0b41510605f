package khoyte.pipelines.read.senders;

import static khoyte.pipelines.read.senders.Lists.ANSWER;
import static khoyte.pipelines.read.senders.Lists.FIRST;
import static khoyte.pipelines.read.senders.Lists.HEADING;
import static khoyte.pipelines.read.senders.Lists.IS_FIRST;
import static khoyte.pipelines.read.senders.Lists.IS_SECOND;
import static khoyte.pipelines.read.senders.Lists.IS_THIRD;
import static khoyte.pipelines.read.senders.Lists.SECOND;
import static khoyte.pipelines.read.senders.Lists.THIRD;
import static khoyte.pipelines.read.senders.Lists.answers;
import static khoyte.pipelines.read.senders.Lists.cells;
import static khoyte.pipelines.read.senders.Lists.dose;
import static khoyte.pipelines.read.senders.Lists.doseHeadings;
import static khoyte.pipelines.read.senders.Lists.doses;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Of which parts a workbook is made, how they are named, and several sheets. */
class WorkbookPartsTest {
  private static final String DECOY =
      "<worksheet xmlns=\"http://schemas.openxmlformats.org/spreadsheetml/2006/main\">"
          + "<sheetData/></worksheet>";

  private static Received read(WorkbookBytes book) {
    return answers("tra-loi_20221231.xlsx", book.bytes());
  }

  private static SheetXml sheet(String... lines) {
    SheetXml sheet = new SheetXml();
    for (String line : lines) {
      sheet.row(cells(line));
    }
    return sheet;
  }

  /** A workbook with shared strings and a date cell: both come from other parts. */
  private static WorkbookBytes withAllParts() {
    var book = new WorkbookBytes();
    SheetXml sheet = sheet(HEADING);
    sheet.row(
        book.share("HS1", false),
        book.share("Trần Thị Mai", false),
        SheetXml.styled("32998", WorkbookBytes.OWN_DATE),
        book.share("Nữ", false),
        book.share("075190000001", false),
        book.share("KHOP", false));
    return book.sheet("Danh sách", sheet);
  }

  private static void assertRead(WorkbookBytes book) {
    Received received = read(book);
    assertThat(received.rows(ANSWER)).containsExactly(IS_FIRST);
    assertThat(received.balance()).isEqualTo("1 = 1 + 0");
    assertThat(received.remarks()).isEmpty();
  }

  @Test
  void partsAreFoundByTheirRelations() {
    assertRead(withAllParts());
    assertRead(withAllParts().absolute());
    assertRead(withAllParts().part("xl/sharedStrings.xml", "xl/text/t1.xml"));
    assertRead(withAllParts().part("xl/styles.xml", "xl/look/s1.xml").absolute());
    assertRead(withAllParts().part("xl/sharedStrings.xml", "strings.xml"));
    assertRead(withAllParts().part("xl/worksheets/sheet1.xml", "xl/worksheets/Danh_sach.xml"));
    assertRead(withAllParts().part("xl/worksheets/sheet1.xml", "data/one.xml"));
    assertRead(withAllParts().part("xl/workbook.xml", "xl/workbook2.xml"));
    assertRead(withAllParts().part("xl/workbook.xml", "book/main.xml"));
    assertRead(withAllParts().part("xl/workbook.xml", "workbook.xml").absolute());
  }

  /** Names of parts are compared without case (ECMA-376 part 2). */
  @Test
  void partsAreFoundInCapitalsOrNot() {
    assertRead(withAllParts().entryName("xl/sharedStrings.xml", "xl/SharedStrings.xml"));
    assertRead(withAllParts().entryName("xl/styles.xml", "xl/Styles.xml"));
    assertRead(withAllParts().entryName("xl/worksheets/sheet1.xml", "xl/worksheets/Sheet1.xml"));
    assertRead(withAllParts().entryName("xl/workbook.xml", "xl/Workbook.xml"));
    assertRead(withAllParts().entryName("[Content_Types].xml", "[content_types].xml"));
  }

  @Test
  void aPartThatOnlyLooksRightIsNotRead() {
    String strings =
        "<sst xmlns=\"http://schemas.openxmlformats.org/spreadsheetml/2006/main\"><si><t>HS9</t>"
            + "</si><si><t>Lê An</t></si></sst>";
    assertRead(
        withAllParts()
            .part("xl/sharedStrings.xml", "xl/text/t1.xml")
            .stray("xl/sharedStrings.xml", strings));
    assertRead(
        withAllParts()
            .part("xl/worksheets/sheet1.xml", "xl/worksheets/sheet7.xml")
            .stray("xl/worksheets/sheet1.xml", DECOY));
  }

  @Test
  void partsOfNoListAreNoMatter() {
    assertRead(
        withAllParts()
            .stray("docProps/app.xml", "<Properties/>")
            .stray("docProps/thumbnail.jpeg", "\u0001")
            .stray("xl/printerSettings/printerSettings1.bin", "\u0001")
            .stray("customXml/item1.xml", "<a/>")
            .stray("xl/calcChain.xml", "<calcChain/>"));
  }

  @Test
  void strictWorkbooksAreRead() {
    assertRead(withAllParts().strict());
    assertRead(withAllParts().strict().part("xl/sharedStrings.xml", "xl/text/t1.xml"));
  }

  /** As programs that use the Open XML SDK write. */
  @ParameterizedTest
  @ValueSource(strings = {"x", "main"})
  void elementsMayHaveAPrefix(String prefix) {
    assertRead(withAllParts().prefix(prefix));
    assertRead(withAllParts().prefix(prefix).strict());
  }

  @Test
  void severalSheetsOfOneHeadingAreAllReadInOrder() {
    Received received =
        read(
            new WorkbookBytes()
                .sheet("Mũi 1", sheet(HEADING, SECOND))
                .sheet("Mũi 2", sheet(HEADING))
                .sheet("Mũi 3", sheet(HEADING, FIRST, THIRD)));

    assertThat(received.rows(ANSWER)).containsExactly(IS_SECOND, IS_FIRST, IS_THIRD);
    assertThat(received.rows("line")).containsExactly("2", "2", "3");
    assertThat(received.balance()).isEqualTo("3 = 3 + 0");
  }

  @Test
  void theOrderIsThatOfTheWorkbookNotOfTheNames() {
    Received received =
        read(
            new WorkbookBytes()
                .sheet("a", sheet(HEADING, FIRST))
                .sheet("b", sheet(HEADING, SECOND))
                .part("xl/worksheets/sheet1.xml", "xl/worksheets/sheet2.xml")
                .part("xl/worksheets/sheet2.xml", "xl/worksheets/sheet1.xml"));

    assertThat(received.rows(ANSWER)).containsExactly(IS_FIRST, IS_SECOND);
  }

  @Test
  void titlesMayStandAboveEveryHeading() {
    SheetXml first = new SheetXml().row("MŨI 1").at(3).row(doseHeadings()).row(dose("M1"));
    SheetXml second =
        new SheetXml().row("MŨI 2").row("", "xã An Bình").at(6).row(doseHeadings()).row(dose("M2"));

    Received received =
        doses(new WorkbookBytes().sheet("Mũi 1", first).sheet("Mũi 2", second).bytes());

    assertThat(received.rows("line", "ma_mui_tiem")).containsExactly("4|M1", "7|M2");
    assertThat(received.balance()).isEqualTo("2 = 2 + 0");
  }

  @Test
  void aRowKeptBackCountsInEverySheet() {
    Received received =
        read(
            new WorkbookBytes()
                .sheet("a", sheet(HEADING, FIRST, FIRST.substring(3)))
                .sheet("b", sheet(HEADING, SECOND.substring(3), THIRD)));

    assertThat(received.rows(ANSWER)).containsExactly(IS_FIRST, IS_THIRD);
    assertThat(received.keptBack())
        .containsExactly("3|a - MA_HSSK|quarantine.key", "2|b - MA_HSSK|quarantine.key");
    assertThat(received.balance()).isEqualTo("4 = 2 + 2");
  }

  @Test
  void anotherSheetWithDataIsRemarkedByItsName() {
    Received received =
        read(
            new WorkbookBytes()
                .sheet("Hướng dẫn", new SheetXml().row("Điền vào trang sau"))
                .sheet("Danh sách", sheet(HEADING, FIRST))
                .sheet("Tổng hợp xã", new SheetXml().row("Xã", "Số").row("An Bình", "1"))
                .sheet("Trống", new SheetXml()));

    assertThat(received.rows(ANSWER)).containsExactly(IS_FIRST);
    assertThat(received.balance()).isEqualTo("1 = 1 + 0");
    assertThat(received.remarks()).anyMatch(remark -> remark.contains("Tổng hợp xã"));
    assertThat(received.remarks()).noneMatch(remark -> remark.contains("Trống"));
  }

  /** It has rows of people, but not by the heading of the contract. */
  @Test
  void aSheetThatLacksAColumnIsNeverPassedOverInSilence() {
    Received received =
        read(
            new WorkbookBytes()
                .sheet("Danh sách", sheet(HEADING, FIRST))
                .sheet("Mũi 2", sheet(HEADING.replace("SO_DINH_DANH", "CCCD"), SECOND)));

    if (received.isRefused()) {
      received.assertRefused(Reason.COLUMN);
    } else {
      assertThat(received.rows(ANSWER)).containsExactly(IS_FIRST);
      assertThat(received.remarks()).anyMatch(remark -> remark.contains("Mũi 2"));
    }
  }

  /** Read by name: values never stand under another heading. */
  @Test
  void aSheetWithItsColumnsInAnotherOrderIsReadByItsOwnHeadingOrTold() {
    Received received =
        read(
            new WorkbookBytes()
                .sheet("a", sheet(HEADING, FIRST))
                .sheet(
                    "Mũi 2",
                    sheet(
                        "HO_TEN,MA_HSSK,GIOI_TINH,NGAY_SINH,KET_QUA,SO_DINH_DANH",
                        "Lê Văn Đức,HS2,Nam,02/01/1980,KHONG_KHOP,075080000002")));

    if (!received.isRefused() && received.rows("line").size() == 1) {
      assertThat(received.rows(ANSWER)).containsExactly(IS_FIRST);
      assertThat(received.remarks()).anyMatch(remark -> remark.contains("Mũi 2"));
    } else if (!received.isRefused()) {
      assertThat(received.rows(ANSWER)).containsExactly(IS_FIRST, IS_SECOND);
    }
  }

  @Test
  void aWorkbookWithoutTheHeadingNamesWhatIsMissing() {
    read(new WorkbookBytes().sheet("a", sheet(HEADING.replace("HO_TEN", "TEN"), FIRST)))
        .assertRefused(Reason.COLUMN, "HO_TEN");
  }

  @Test
  void manySheetsAreAllRead() {
    var book = new WorkbookBytes();
    for (int i = 0; i < 60; i++) {
      book.sheet("Xã " + i, sheet(HEADING, FIRST.replace("HS1", "HS" + i)));
    }

    assertThat(read(book).rows("ma_hssk")).hasSize(60).startsWith("HS0", "HS1").endsWith("HS59");
  }

  @Test
  void theSameWorkbookInAnyArchiveIsTheSame() {
    Map<String, byte[]> parts = withAllParts().parts();
    var stored = new ZipBytes();
    var streamed = new ZipBytes();
    var large = new ZipBytes();
    parts.forEach(
        (path, xml) -> {
          stored.add(new ZipBytes.Entry(path, xml).method(ZipBytes.STORED));
          streamed.add(new ZipBytes.Entry(path, xml).sizesFollow(path.length() % 2 == 0));
          large.add(new ZipBytes.Entry(path, xml).zip64());
        });

    for (ZipBytes zip : new ZipBytes[] {stored, streamed, large}) {
      assertThat(answers("tra-loi.xlsx", zip.bytes()).rows(ANSWER)).containsExactly(IS_FIRST);
    }
  }
}
