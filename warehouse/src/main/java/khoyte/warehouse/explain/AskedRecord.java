package khoyte.warehouse.explain;

import java.util.List;
import khoyte.warehouse.table.Table;
import org.jspecify.annotations.Nullable;

/**
 * A record of which somebody asks why it is whose it is.
 *
 * @param table view of the night that holds it
 * @param recordKey of a visit facility and MA_LK with / between
 * @param citizenKey pseudonym; null if it is nobody's or undecided
 * @param link see {@link khoyte.warehouse.table.LinkState}
 * @param evidence see {@link khoyte.warehouse.table.Evidence}; null without a citizen
 * @param decisions what stations decided about it, as it is told to people, the latest first
 */
public record AskedRecord(
    Table table,
    String recordKey,
    @Nullable String citizenKey,
    String link,
    @Nullable String evidence,
    PersonValues values,
    List<Decided> decisions) {

  public AskedRecord {
    decisions = List.copyOf(decisions);
  }

  /**
   * A decision that stands.
   *
   * @param text Kết quả rà soát
   * @param unitCode commune whose list it was
   * @param listedNight night from which the list was made
   */
  public record Decided(String text, String unitCode, String listedNight) {}
}
