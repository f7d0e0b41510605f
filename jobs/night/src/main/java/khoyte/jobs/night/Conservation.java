package khoyte.jobs.night;

import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import khoyte.jobs.conf.Conf;
import khoyte.jobs.console.Spoken;
import khoyte.jobs.operations.FileRecord;
import khoyte.jobs.operations.NightFacts;
import khoyte.jobs.operations.RecordBalance;
import khoyte.warehouse.Fault;
import khoyte.warehouse.KhoyteException;

/**
 * No record disappears. Of every landed file: announced = read = staged + quarantined, as the
 * manifest has it; staged as the manifest has it = staged as the lake has it = replaced + withdrawn
 * + resolved + undecided + nobody's. What holds for every file holds for every sender and source.
 *
 * @param files all that the night knows
 */
record Conservation(NightFacts night, List<FileRecord> files, List<RecordBalance> balances) {

  /** Refuses the night at the first sender whose files do not add up. */
  void check(Conf conf, Spoken spoken) {
    Map<Long, RecordBalance> ofFile = new HashMap<>();
    balances.forEach(balance -> ofFile.put(balance.fileId(), balance));
    Map<String, Long> off = new LinkedHashMap<>();
    for (FileRecord file : files) {
      RecordBalance balance = ofFile.remove(file.file().id());
      off.merge(
          sender(file, conf),
          difference(file, balance == null ? RecordBalance.nothing(file.file().id()) : balance),
          Long::sum);
    }
    // rows of a file that the manifest does not know
    ofFile.values().forEach(balance -> off.put("#" + balance.fileId(), balance.staged()));
    off.forEach(
        (sender, records) -> {
          if (records != 0) {
            throw new KhoyteException(
                Fault.CHECK, "balance.failed", spoken.day(night.night().asOf()), sender, records);
          }
        });
  }

  private static String sender(FileRecord file, Conf conf) {
    return (conf.sourceName(file.file().source()) + " " + file.file().folder()).strip();
  }

  /** The most records by which one of the equations is off. */
  private static long difference(FileRecord file, RecordBalance balance) {
    Long announced = file.refused() ? null : file.announced();
    long promise = announced == null ? 0 : Math.abs(announced - file.read());
    long reading = Math.abs(file.read() - file.staged() - file.quarantined());
    long staging = Math.abs(file.staged() - balance.staged());
    return Math.max(Math.max(promise, reading), Math.max(staging, Math.abs(balance.difference())));
  }
}
