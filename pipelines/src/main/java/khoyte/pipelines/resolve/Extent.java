package khoyte.pipelines.resolve;

import static org.apache.spark.sql.functions.broadcast;

import java.time.LocalDate;
import java.util.Set;
import khoyte.warehouse.NightId;
import khoyte.warehouse.table.Table;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.jspecify.annotations.Nullable;

/**
 * How much a run of a night resolves.
 *
 * @param run number of the run
 * @param night which the run makes
 * @param before the run on whose tables this one builds; null to resolve everything anew
 */
public record Extent(long run, NightId night, @Nullable Before before) {

  /**
   * A completed run.
   *
   * @param asOf its date
   * @param knownFile the last file it knew
   * @param grown staged tables that have got rows since
   */
  public record Before(LocalDate asOf, long knownFile, Set<Table> grown) {
    public Before {
      grown = Set.copyOf(grown);
    }

    boolean has(RecordKind kind) {
      return grown.contains(kind.table());
    }
  }

  /** The night's date. */
  LocalDate asOf() {
    return night.asOf();
  }

  /** The side of a join by which the other is searched: a run that builds on another has few. */
  Dataset<Row> probing(Dataset<Row> rows) {
    return before == null ? rows.hint("shuffle_hash") : broadcast(rows);
  }
}
