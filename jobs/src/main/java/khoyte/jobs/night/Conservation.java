package khoyte.jobs.night;

import java.util.List;
import khoyte.jobs.conf.Conf;
import khoyte.jobs.console.Spoken;
import khoyte.jobs.operations.SourceBalance;
import khoyte.jobs.operations.SourceCounts;
import khoyte.warehouse.Fault;
import khoyte.warehouse.KhoyteException;

/**
 * No record disappears: read = staged + quarantined, as the manifest has it; staged as the manifest
 * has it = staged as the lake has it = current + replaced + withdrawn; current = resolved +
 * undecided + nobody.
 *
 * @param counts of all files the night knows
 */
record Conservation(NightFacts night, List<SourceCounts> counts, List<SourceBalance> balances) {

  /** Refuses the night at the first source that does not add up. */
  void check(Conf conf, Spoken spoken) {
    for (SourceCounts source : counts) {
      long off = source.read() - source.staged() - source.quarantined();
      if (off == 0) {
        off = source.staged() - inLake(source.source());
      }
      refuse(source.source(), off, conf, spoken);
    }
    for (SourceBalance balance : balances) {
      refuse(balance.source(), balance.difference(), conf, spoken);
    }
  }

  private long inLake(String source) {
    return balances.stream()
        .filter(balance -> balance.source().equals(source))
        .mapToLong(SourceBalance::staged)
        .sum();
  }

  private void refuse(String source, long off, Conf conf, Spoken spoken) {
    if (off != 0) {
      throw new KhoyteException(
          Fault.CHECK,
          "balance.failed",
          spoken.day(night.night().asOf()),
          conf.sourceName(source),
          Math.abs(off));
    }
  }
}
