package khoyte.reports.excel;

import static khoyte.reports.font.Typeface.BOLD;
import static khoyte.reports.font.Typeface.ITALIC;
import static khoyte.reports.font.Typeface.REGULAR;
import static khoyte.warehouse.worklist.WorklistColumn.BIRTH_DATE;
import static khoyte.warehouse.worklist.WorklistColumn.CONTACT;
import static khoyte.warehouse.worklist.WorklistColumn.GENDER;
import static khoyte.warehouse.worklist.WorklistColumn.ID;
import static khoyte.warehouse.worklist.WorklistColumn.NAME;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import khoyte.reports.excel.CellLook.Frame;
import khoyte.reports.excel.CellLook.Use;
import khoyte.reports.font.Typeface;
import khoyte.warehouse.table.CovidDefect;
import khoyte.warehouse.worklist.IssuedRow;
import khoyte.warehouse.worklist.ListedRow;
import khoyte.warehouse.worklist.ListedRow.Candidate;
import khoyte.warehouse.worklist.ListedRow.Contact;
import khoyte.warehouse.worklist.Present;
import khoyte.warehouse.worklist.RowKey;
import khoyte.warehouse.worklist.WorklistColumn;
import org.apache.poi.ss.usermodel.HorizontalAlignment;
import org.jspecify.annotations.Nullable;

/** The rows of a list: a row a record, below it one for each person whose it may be. */
final class ListRows {
  private static final double POINTS = 11;
  private static final double LINE_POINTS = 14.25;
  private static final double FREE_POINTS = 3;

  /** Room to write by hand. */
  private static final int LEAST_LINES = 2;

  /** What a cell keeps of its width for itself. */
  static final double CELL_EDGE_MM = 1.8;

  private static final Map<WorklistColumn, Set<CovidDefect>> WRONG =
      Map.of(
          NAME,
          EnumSet.of(CovidDefect.NAME_MISMATCH),
          BIRTH_DATE,
          EnumSet.of(CovidDefect.DOB_FORMAT, CovidDefect.DOB_MISMATCH),
          GENDER,
          EnumSet.of(CovidDefect.GENDER_MISMATCH),
          ID,
          EnumSet.of(CovidDefect.ID_MISSING, CovidDefect.ID_FORMAT, CovidDefect.ID_MISMATCH));

  private static final CellLook ORDINAL =
      CellLook.of(REGULAR, POINTS, HorizontalAlignment.CENTER).framed().formatted("0");

  private final SheetGrid grid;
  private final Set<String> keys = new HashSet<>();
  private final List<Integer> blocks = new ArrayList<>();
  private int rows;

  ListRows(SheetGrid grid) {
    this.grid = grid;
  }

  /** Records so far. */
  long records() {
    return blocks.size();
  }

  /** Rows of the sheet that hold a record; those below it, up to the next, hold its candidates. */
  List<Integer> blocks() {
    return blocks;
  }

  /** Rows so far, those of candidates too. */
  int rows() {
    return rows;
  }

  void add(ListedRow row, SealSheet sealed) {
    List<Candidate> offered = row.candidates().stream().limit(RowWords.MOST_CANDIDATES).toList();
    String key = key(row);
    RowWords words = new RowWords(row);
    Map<WorklistColumn, String> texts = present(row.present(), row.contact());
    texts.put(WorklistColumn.KEY, key);
    texts.put(WorklistColumn.SOURCE, words.source());
    texts.put(WorklistColumn.DOSE, words.dose());
    texts.put(WorklistColumn.FAULT, words.fault());
    texts.put(WorklistColumn.PROPOSAL, words.proposal());
    int at = addRow(texts);
    blocks.add(at);
    for (WorklistColumn column : WorklistColumn.values()) {
      boolean isWrong =
          WRONG.getOrDefault(column, Set.of()).stream()
              .anyMatch(defect -> row.defects().contains(defect.name()));
      CellLook look = look(column, column.isWritable());
      fill(at, column, texts, isWrong ? look.faced(BOLD).framed(Frame.THICK) : look);
    }
    grid.cell(at, WorklistColumn.ORDINAL.ordinal(), ORDINAL).setCellValue(records());
    for (int i = 0; i < offered.size(); i++) {
      candidate(RowWords.candidate(i), offered.get(i));
    }
    sealed.add(
        new IssuedRow(
            key,
            row.sheet(),
            row.sourceTable(),
            row.recordKey(),
            row.linkedHssk(),
            offered.stream().map(Candidate::hssk).toList(),
            row.proposals(),
            row.present()));
  }

  private String key(ListedRow row) {
    int attempt = 0;
    String key = RowKey.of(row.sourceTable(), row.recordKey(), row.sheet(), attempt);
    while (!keys.add(key)) {
      key = RowKey.of(row.sourceTable(), row.recordKey(), row.sheet(), ++attempt);
    }
    return key;
  }

  private void candidate(String title, Candidate candidate) {
    Map<WorklistColumn, String> texts = present(candidate.present(), candidate.contact());
    texts.put(WorklistColumn.SOURCE, title);
    int at = addRow(texts);
    for (WorklistColumn column : WorklistColumn.values()) {
      fill(at, column, texts, look(column, false).faced(ITALIC));
    }
  }

  private static Map<WorklistColumn, String> present(Present present, Contact contact) {
    Map<WorklistColumn, String> texts = new EnumMap<>(WorklistColumn.class);
    texts.put(NAME, text(present.name()));
    texts.put(BIRTH_DATE, text(present.birthDate()));
    texts.put(GENDER, text(present.gender()));
    texts.put(ID, text(present.id()));
    texts.put(CONTACT, RowWords.contact(contact));
    return texts;
  }

  private static String text(@Nullable String value) {
    return Objects.requireNonNullElse(value, "");
  }

  private int addRow(Map<WorklistColumn, String> texts) {
    int lines = LEAST_LINES;
    for (Map.Entry<WorklistColumn, String> text : texts.entrySet()) {
      if (!look(text.getKey(), false).use().isOnOneLine()) {
        double widthMm = text.getKey().mm() - CELL_EDGE_MM;
        // A name may be wrong, and is then bold.
        Typeface face = text.getKey() == NAME ? BOLD : REGULAR;
        lines = Math.max(lines, face.lines(text.getValue(), POINTS, widthMm));
      }
    }
    rows++;
    return grid.addRow(lines * LINE_POINTS + FREE_POINTS);
  }

  private void fill(
      int at, WorklistColumn column, Map<WorklistColumn, String> texts, CellLook look) {
    var cell = grid.cell(at, column.ordinal(), look);
    String text = texts.getOrDefault(column, "");
    if (!text.isEmpty()) {
      cell.setCellValue(WorklistBook.literal(text));
    }
  }

  private static CellLook look(WorklistColumn column, boolean writable) {
    boolean isOnOneLine =
        switch (column) {
          case BIRTH_DATE, GENDER, ID, RIGHT_BIRTH_DATE, RIGHT_GENDER, RIGHT_ID -> true;
          case ORDINAL,
              KEY,
              SOURCE,
              NAME,
              CONTACT,
              DOSE,
              FAULT,
              PROPOSAL,
              RESULT,
              RIGHT_NAME,
              POLICE,
              NOTE ->
              false;
        };
    HorizontalAlignment alignment =
        isOnOneLine || column == WorklistColumn.KEY
            ? HorizontalAlignment.CENTER
            : HorizontalAlignment.LEFT;
    Use read = isOnOneLine ? Use.READ_ON_ONE_LINE : Use.READ;
    Use write = isOnOneLine ? Use.WRITE_ON_ONE_LINE : Use.WRITE;
    return CellLook.of(REGULAR, POINTS, alignment)
        .framed()
        .formatted(CellLook.TEXT)
        .used(writable ? write : read);
  }
}
