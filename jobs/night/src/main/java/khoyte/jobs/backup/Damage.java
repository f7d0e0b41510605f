package khoyte.jobs.backup;

import khoyte.warehouse.Notice;

/**
 * A file that is not what it was.
 *
 * @param name as people find it: below {@code KHOYTE_HOME}, or below the backup folder
 * @param missing whether it is not there at all
 */
public record Damage(String name, boolean missing) {

  /** Of the warehouse: it can be brought back from a backup. */
  public Notice ofWarehouse() {
    return Notice.of(missing ? "verify.missing" : "verify.bad", name);
  }

  /** Of a backup: the next backup brings it again. */
  public Notice ofBackup() {
    return Notice.of(missing ? "verify.backup.missing" : "verify.backup.bad", name);
  }
}
