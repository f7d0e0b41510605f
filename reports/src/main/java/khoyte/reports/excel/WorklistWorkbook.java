package khoyte.reports.excel;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.time.ZoneOffset;
import java.util.EnumMap;
import java.util.Map;
import java.util.Objects;
import java.util.function.Consumer;
import khoyte.reports.PageText;
import khoyte.reports.ReportFile;
import khoyte.reports.WorklistPage;
import khoyte.warehouse.worklist.ListedRow;
import khoyte.warehouse.worklist.WorklistForm;
import khoyte.warehouse.worklist.WorklistSeal;
import khoyte.warehouse.worklist.WorklistSheet;
import org.apache.commons.compress.archivers.zip.Zip64Mode;
import org.apache.poi.openxml4j.exceptions.InvalidFormatException;
import org.apache.poi.openxml4j.opc.internal.PackagePropertiesPart;
import org.apache.poi.ss.usermodel.SheetVisibility;
import org.apache.poi.util.DefaultTempFileCreationStrategy;
import org.apache.poi.util.TempFile;
import org.apache.poi.xssf.streaming.SXSSFWorkbook;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;

/**
 * A commune's worklist as a workbook: a sheet for each list, which a station prints, fills in and
 * sends back. Its rows are streamed, however many there are; the same rows give the same bytes.
 */
public final class WorklistWorkbook {
  private static final int ROWS_IN_MEMORY = 64;

  /** In the zone of the program's local times. */
  private static final ZoneOffset VIET_NAM = ZoneOffset.ofHours(7);

  private final WorklistPage page;
  private final WorklistSeal seal;
  private final Path overflow;
  private final Map<WorklistSheet, ListSheet> lists = new EnumMap<>(WorklistSheet.class);

  /**
   * @param overflow directory for the owner only, which takes the rows until the file is complete
   */
  public WorklistWorkbook(WorklistPage page, WorklistSeal seal, Path overflow) {
    this.page = page;
    this.seal = seal;
    this.overflow = overflow;
  }

  /** Hands out the rows in the order of the lists. */
  @FunctionalInterface
  public interface Rows {
    void into(Consumer<ListedRow> taker);
  }

  /** Writes the file whole; gives the number of rows. */
  public long write(Path file, Rows rows) {
    new ReportFile(file).write(bytes(rows));
    return lists.values().stream().mapToLong(ListSheet::listed).sum();
  }

  /** The bytes of the file. */
  public byte[] bytes(Rows rows) {
    return TempFile.withStrategy(
        new DefaultTempFileCreationStrategy(overflow.toFile()), () -> filled(rows));
  }

  private byte[] filled(Rows rows) {
    try (SXSSFWorkbook workbook = new SXSSFWorkbook(new XSSFWorkbook(), ROWS_IN_MEMORY);
        ByteArrayOutputStream bytes = new ByteArrayOutputStream()) {
      // Otherwise each part says it may have 4 GB, which not every reader of archives understands.
      workbook.setZip64Mode(Zip64Mode.AsNeeded);
      fill(workbook, rows);
      workbook.write(bytes);
      return StableZip.aged(bytes.toByteArray(), page.receivedUntil());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private void fill(SXSSFWorkbook workbook, Rows rows) {
    CellStyles styles = new CellStyles(workbook.getXSSFWorkbook());
    WorklistBook book = new WorklistBook(workbook, styles, page);
    new GuideSheet(book).fill();
    for (WorklistSheet list : WorklistSheet.values()) {
      lists.put(list, new ListSheet(book, list));
    }
    SummarySheet summary = new SummarySheet(book);
    ChoicesSheet.fill(book);
    SealSheet sealed = new SealSheet(book, seal);
    rows.into(row -> list(row.sheet()).add(row, sealed));
    lists.values().forEach(ListSheet::finish);
    summary.fill(lists.values());
    sealed.finish();
    for (String hidden : new String[] {WorklistForm.CHOICES_SHEET, WorklistForm.SEAL_SHEET}) {
      workbook.setSheetVisibility(workbook.getSheetIndex(hidden), SheetVisibility.VERY_HIDDEN);
    }
    workbook.setActiveSheet(0);
    workbook.getXSSFWorkbook().lockStructure();
    workbook.setForceFormulaRecalculation(true);
    describe(workbook.getXSSFWorkbook());
  }

  private ListSheet list(WorklistSheet sheet) {
    return Objects.requireNonNull(lists.get(sheet));
  }

  private void describe(XSSFWorkbook workbook) {
    PackagePropertiesPart properties =
        workbook.getProperties().getCoreProperties().getUnderlyingProperties();
    properties.setTitleProperty(WorklistPage.TITLE + " - " + page.scope());
    properties.setCreatorProperty(page.author());
    properties.setLanguageProperty(PageText.LANGUAGE);
    String made = page.receivedUntil().toInstant(VIET_NAM).toString();
    try {
      properties.setCreatedProperty(made);
      properties.setModifiedProperty(made);
    } catch (InvalidFormatException e) {
      throw new IllegalStateException(e);
    }
  }
}
