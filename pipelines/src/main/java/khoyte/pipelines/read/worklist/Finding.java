package khoyte.pipelines.read.worklist;

import khoyte.warehouse.worklist.Decision;
import khoyte.warehouse.worklist.IssuedRow;
import khoyte.warehouse.worklist.PoliceAnswer;
import khoyte.warehouse.worklist.WorklistColumn;
import org.jspecify.annotations.Nullable;

/**
 * What a station found out about a record.
 *
 * @param issued what its row was printed for
 */
public record Finding(
    IssuedRow issued,
    Decision decision,
    @Nullable PoliceAnswer police,
    Corrected corrected,
    Entry entry) {

  /** What was written into a column, or null. */
  public @Nullable String text(WorklistColumn column) {
    return entry.text(column);
  }

  /** Smallest health record of the candidate that was chosen, or null. */
  public @Nullable String chosenHssk() {
    int candidate = decision.candidate();
    return candidate < 0 ? null : issued.candidates().get(candidate);
  }
}
