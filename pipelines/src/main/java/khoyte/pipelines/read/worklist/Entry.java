package khoyte.pipelines.read.worklist;

import java.util.EnumMap;
import java.util.Map;
import khoyte.pipelines.read.text.VietnameseText;
import khoyte.pipelines.read.xlsx.SheetRows;
import khoyte.warehouse.worklist.WorklistColumn;
import org.jspecify.annotations.Nullable;

/**
 * The cells of a row, stripped and in NFC; a blank one is not there. A cell over several columns is
 * that of the first.
 */
record Entry(Map<WorklistColumn, String> cells) {

  static Entry of(SheetRows row) {
    Map<WorklistColumn, String> cells = new EnumMap<>(WorklistColumn.class);
    for (WorklistColumn column : WorklistColumn.values()) {
      String written = row.value(column.ordinal());
      boolean isOwn = !row.isFromLeft(column.ordinal());
      if (isOwn && written != null && !VietnameseText.isBlank(written)) {
        cells.put(column, VietnameseText.composed(VietnameseText.stripped(written)));
      }
    }
    return new Entry(cells);
  }

  @Nullable String text(WorklistColumn column) {
    return cells.get(column);
  }

  boolean has(WorklistColumn column) {
    return cells.containsKey(column);
  }

  /** Whether a station wrote something into it. */
  boolean isTouched() {
    return cells.keySet().stream().anyMatch(WorklistColumn::isWritable);
  }

  boolean isCorrected() {
    return WorklistColumn.RIGHT.stream().anyMatch(this::has);
  }
}
