package khoyte.pipelines.read.his;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** One HOSO as it was read, values still as they are written. Used again for the next one. */
final class Visit {
  private static final Set<String> MARKS_OF_4210 =
      Set.of(
          "MA_THE",
          "MA_BENH",
          "MA_BENHKHAC",
          "T_TONGCHI",
          "TINH_TRANG_RV",
          "MA_LYDO_VVIEN",
          "TEN_BENH");
  private static final Set<String> MARKS_OF_130 =
      Set.of("SO_CCCD", "MA_THE_BHYT", "MA_BENH_CHINH", "T_TONGCHI_BV");
  private static final Set<String> TABLES_OF_4750 = Set.of("XML13", "XML14", "XML15");
  private static final Set<String> MARKS_OF_3176 =
      Set.of("MA_CSKCB_DI", "MA_CSKCB_DEN", "TINH_TRANG_CT");

  /** A HOSO with more rows of a table is none. */
  private static final int MOST_ROWS = 100_000;

  private final List<List<@Nullable String[]>> rows = new ArrayList<>();
  private int line;
  private @Nullable String key;
  private @Nullable String flaw;
  private @Nullable String flawedTable;
  private @Nullable String flawedField;
  private boolean has4210;
  private boolean has130;
  private boolean has4750;
  private boolean has3176;

  Visit() {
    for (int i = 0; i <= HisTable.KEPT.size(); i++) {
      rows.add(new ArrayList<>());
    }
  }

  void begin(int startLine) {
    rows.forEach(List::clear);
    line = startLine;
    key = null;
    flaw = null;
    flawedTable = null;
    flawedField = null;
    has4210 = false;
    has130 = false;
    has4750 = false;
    has3176 = false;
  }

  void spoil(String reasonKey) {
    spoil(reasonKey, null);
  }

  void spoil(String reasonKey, @Nullable String loaiHoSo) {
    spoil(reasonKey, loaiHoSo, null);
  }

  /** Why it cannot be read, as a key of the texts; the first reason stays. */
  void spoil(String reasonKey, @Nullable String loaiHoSo, @Nullable String field) {
    if (flaw == null) {
      flaw = reasonKey;
      flawedTable = loaiHoSo;
      flawedField = field;
    }
  }

  void add(HisTable table, @Nullable String[] row) {
    if (rows.get(table.index()).size() < MOST_ROWS) {
      rows.get(table.index()).add(row);
    } else {
      spoil("quarantine.inner.large", table.loaiHoSo());
    }
  }

  /** Remembers its MA_LK, in whatever table it stands first. */
  void noteKey(String text) {
    if (key == null) {
      key = text.strip();
    }
  }

  void noteTable(String loaiHoSo) {
    has4750 |= TABLES_OF_4750.contains(loaiHoSo);
  }

  /** Remembers elements that only some dialects have. */
  void noteElement(HisTable table, String element) {
    if (table == HisTable.VISIT) {
      has4210 |= MARKS_OF_4210.contains(element);
      has130 |= MARKS_OF_130.contains(element);
      has4750 |= element.equals("NHOM_MAU");
    } else if (table.loaiHoSo().equals("XML13")) {
      has3176 |= MARKS_OF_3176.contains(element);
    }
  }

  Dialect dialect() {
    if (has4210 && !has130) {
      return Dialect.QD_4210;
    }
    if (has3176) {
      return Dialect.QD_3176;
    }
    return has4750 ? Dialect.QD_4750 : Dialect.QD_130;
  }

  int line() {
    return line;
  }

  @Nullable String flaw() {
    return flaw;
  }

  /** The LOAIHOSO that is to blame, if one is. */
  @Nullable String flawedTable() {
    return flawedTable;
  }

  /** The field that is to blame, if one is. */
  @Nullable String flawedField() {
    return flawedField;
  }

  /** MA_LK as far as any table tells it, also one that cannot be read to its end. */
  @Nullable String key() {
    return key;
  }

  List<@Nullable String[]> rows(HisTable table) {
    return rows.get(table.index());
  }

  /** The rows of XML1 that differ. */
  List<@Nullable String[]> summaries() {
    List<@Nullable String[]> different = new ArrayList<>();
    for (@Nullable String[] row : rows(HisTable.VISIT)) {
      if (different.stream().noneMatch(other -> Arrays.equals(row, other))) {
        different.add(row);
      }
    }
    return different;
  }
}
