package khoyte.jobs.demo;

import java.util.ArrayList;
import java.util.Collection;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.IntFunction;
import khoyte.warehouse.table.CovidDefect;
import khoyte.warehouse.table.LinkState;
import org.jspecify.annotations.Nullable;

/** The truth of one file while it is written. */
final class TruthSheet {
  private final IntFunction<String> citizenKeys;
  private final boolean detailed;
  private final Map<Planted, Integer> planted = new EnumMap<>(Planted.class);
  private final List<DemoTruth.Link> records = new ArrayList<>();
  private final List<DemoTruth.Dose> doses = new ArrayList<>();
  private final List<Integer> quarantinedLines = new ArrayList<>();
  private @Nullable String refusedBecause;
  private int arrived;

  /**
   * @param citizenKeys from a citizen's position to his smallest MA_HSSK
   * @param detailed whether records are listed, and not only counted
   */
  TruthSheet(IntFunction<String> citizenKeys, boolean detailed) {
    this.citizenKeys = citizenKeys;
    this.detailed = detailed;
  }

  void arrived() {
    arrived++;
  }

  void quarantined(int line) {
    arrived++;
    quarantinedLines.add(line);
    plant(Planted.RECORD_IN_QUARANTINE);
  }

  void refused(String reason) {
    refusedBecause = reason;
    arrived = 0;
  }

  void plant(Planted trap) {
    planted.merge(trap, 1, Integer::sum);
  }

  /** The current version of a record. */
  void record(String source, String key, int citizen, Collection<Planted> traps) {
    traps.forEach(this::plant);
    if (detailed) {
      LinkState link =
          citizen >= 0
              ? LinkState.RESOLVED
              : citizen == Registry.UNDECIDED ? LinkState.UNDECIDED : LinkState.NOBODY;
      records.add(
          new DemoTruth.Link(
              source, key, link, citizen >= 0 ? citizenKeys.apply(citizen) : null, set(traps)));
    }
  }

  private static Set<Planted> set(Collection<Planted> traps) {
    return traps.isEmpty() ? Set.of() : EnumSet.copyOf(traps);
  }

  void dose(String key, String status, Set<CovidDefect> defects, int doseNumber) {
    if (detailed) {
      doses.add(new DemoTruth.Dose(key, status, defects, doseNumber == 0 ? null : doseNumber));
    }
  }

  DemoTruth.File file(String path, String source) {
    return new DemoTruth.File(path, source, refusedBecause, null, arrived, quarantinedLines);
  }

  Map<Planted, Integer> planted() {
    return planted;
  }

  List<DemoTruth.Link> records() {
    return records;
  }

  List<DemoTruth.Dose> doses() {
    return doses;
  }
}
