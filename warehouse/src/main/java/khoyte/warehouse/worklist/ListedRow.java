package khoyte.warehouse.worklist;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A record that a station is asked about.
 *
 * @param sourceTable staged table of the record, or review_pair; see {@link IssuedRow}
 * @param given the dose; nothing of a health record
 * @param defects names of the {@link khoyte.warehouse.table.CovidDefect}s of a dose
 * @param linkedHssk smallest health record of the citizen it is linked to; null if to none
 * @param proposals repaired values that nobody confirmed
 * @param candidates whose it may be, the likeliest first
 */
public record ListedRow(
    WorklistSheet sheet,
    String sourceTable,
    String recordKey,
    Present present,
    Contact contact,
    Given given,
    List<String> defects,
    @Nullable String linkedHssk,
    List<Proposal> proposals,
    List<Candidate> candidates) {

  public ListedRow {
    defects = List.copyOf(defects);
    proposals = List.copyOf(proposals);
    candidates = List.copyOf(candidates);
  }

  /** Where a person is found. */
  public record Contact(@Nullable String phone, @Nullable String address) {}

  /** A dose as it arrived. */
  public record Given(
      @Nullable String vaccine,
      @Nullable String doseNumber,
      @Nullable String date,
      @Nullable String place) {}

  /**
   * A citizen whose the record may be, as the registry knows him.
   *
   * @param hssk his smallest health record
   */
  public record Candidate(String hssk, Present present, Contact contact) {}
}
