package khoyte.pipelines.read;

import java.io.IOException;
import java.io.UncheckedIOException;
import khoyte.pipelines.read.his.HisReading;
import khoyte.pipelines.read.person.Communes;
import khoyte.pipelines.read.source.ColumnMap;
import khoyte.pipelines.read.source.LandedFile;
import khoyte.pipelines.read.source.ReadOutcome;
import khoyte.pipelines.read.source.RowSink;
import khoyte.pipelines.read.source.SourceKind;
import khoyte.pipelines.read.tabular.TabularReading;
import khoyte.pipelines.read.worklist.WorklistReading;
import khoyte.warehouse.reference.AdministrativeUnits;
import khoyte.warehouse.worklist.WorklistSeal;

/**
 * Reads landed files of every kind of source. May be shared between threads; each file is read by
 * one.
 */
public final class SourceReading {
  private final AdministrativeUnits units;
  private final String provinceCode;
  private final WorklistSeal seal;

  /**
   * @param provinceCode the department's province: hospitals of another one are refused, and
   *     addresses that name none are meant to lie in it
   * @param seal proves that a worklist that comes back is one khoyte issued
   */
  public SourceReading(AdministrativeUnits units, String provinceCode, WorklistSeal seal) {
    this.units = units;
    this.provinceCode = provinceCode;
    this.seal = seal;
  }

  /**
   * Reads a file to its end.
   *
   * @param columns of a tabular source; not used for others
   * @throws khoyte.warehouse.KhoyteException if the file is refused: nothing that the sink was
   *     given counts
   */
  public ReadOutcome read(LandedFile file, SourceKind kind, ColumnMap columns, RowSink sink) {
    var communes = new Communes(units, provinceCode);
    try {
      return switch (kind) {
        case HIS_XML -> HisReading.read(file, units, provinceCode, communes, sink);
        case CORRECTION -> WorklistReading.read(file, seal, sink);
        case EHR, POPULATION, IMMUNIZATION, COVID_VACCINATION ->
            TabularReading.read(file, kind, columns, communes, sink);
      };
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
