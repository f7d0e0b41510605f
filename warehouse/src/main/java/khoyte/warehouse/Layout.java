package khoyte.warehouse;

import java.nio.file.Path;
import java.time.LocalDate;

/**
 * Every path below {@code KHOYTE_HOME}; nothing else builds one.
 *
 * <pre>
 * inbox/&lt;source folder&gt;/            what senders put there
 * landing/&lt;sha, 2 letters&gt;/&lt;sha&gt;   bytes as they arrived, by SHA-256
 * lake/&lt;namespace&gt;/&lt;table&gt;/         Iceberg tables
 * warehouse/&lt;D&gt;.v&lt;version&gt;.duckdb  published nights, never changed
 * warehouse/current                name of the current night's file
 * out/reports/&lt;D&gt;/&lt;name&gt;.*         newest issue of a report
 * out/reports/&lt;D&gt;/v&lt;version&gt;/      every issue, never changed
 * out/rendered/&lt;D&gt;.v&lt;version&gt;/     reports rendered again in another way, never issued
 * out/reconciliation/&lt;D&gt;.v&lt;version&gt;/ for each sender what the night kept back
 * out/worklists/&lt;D&gt;/               the communes' lists: personal data, for their owner only
 * operations/                      operations database (H2)
 * secret/                          key of the pseudonyms
 * conf/                            configuration as a restored backup had it; read by nobody
 * restoring                        there as long as a backup is being restored
 * work/                            unfinished files of a running night; may be emptied between nights
 * logs/
 * </pre>
 */
public record Layout(Path home) {

  public Layout {
    home = home.toAbsolutePath().normalize();
  }

  public Path inbox() {
    return home.resolve("inbox");
  }

  public Path landing() {
    return home.resolve("landing");
  }

  /** The bytes of a landed file. */
  public Path landed(String sha256) {
    return landing().resolve(sha256.substring(0, 2)).resolve(sha256);
  }

  public Path lake() {
    return home.resolve("lake");
  }

  public Path warehouse() {
    return home.resolve("warehouse");
  }

  public Path nightFile(NightId night) {
    return warehouse().resolve(night + ".duckdb");
  }

  /** Holds the file name of the current night. */
  public Path currentPointer() {
    return warehouse().resolve("current");
  }

  /** Everything made for people. */
  public Path out() {
    return home.resolve("out");
  }

  /** Every report that was issued: what everybody may read. */
  public Path reports() {
    return out().resolve("reports");
  }

  public Path reports(LocalDate asOf) {
    return reports().resolve(asOf.toString());
  }

  public Path reports(NightId night) {
    return reports(night.asOf()).resolve("v" + night.version());
  }

  /** Every worklist that was written. Whoever creates it lets only its owner in. */
  public Path worklists() {
    return out().resolve("worklists");
  }

  public Path rendered(NightId night) {
    return out().resolve("rendered").resolve(night.toString());
  }

  public Path reconciliation(NightId night) {
    return out().resolve("reconciliation").resolve(night.toString());
  }

  /** The worklists of a date, for their owner only as well. */
  public Path worklists(LocalDate asOf) {
    return worklists().resolve(asOf.toString());
  }

  public Path operations() {
    return home.resolve("operations");
  }

  public Path secret() {
    return home.resolve("secret");
  }

  public Path work() {
    return home.resolve("work");
  }

  /** The file of a night that is still being built or checked. */
  public Path unpublished(NightId night) {
    return work().resolve(night + ".duckdb");
  }

  public Path restoredConf() {
    return home.resolve("conf");
  }

  /** There from the first to the last moment of a restoration. */
  public Path restoring() {
    return home.resolve("restoring");
  }

  /** The name of a file below the home: its path from there, with / between. */
  public String name(Path file) {
    return home.relativize(file.toAbsolutePath().normalize()).toString().replace('\\', '/');
  }

  /** The file of a name. */
  public Path named(String name) {
    Path file = home.resolve(name).normalize();
    if (!file.startsWith(home)) {
      throw new IllegalArgumentException("Cannot find file " + name + ": outside the home");
    }
    return file;
  }

  /** The name of a file of the lake. */
  public String lakeName(String path) {
    return name(lake()) + "/" + path;
  }

  public Path logs() {
    return home.resolve("logs");
  }
}
