package khoyte.pipelines.read;

import java.io.IOException;
import javax.xml.stream.XMLStreamException;
import khoyte.pipelines.read.container.IgnoredEntries;
import khoyte.pipelines.read.container.LandedBytes;
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
  private final IgnoredEntries ignored;

  /**
   * @param provinceCode the department's province: hospitals of another one are refused, and
   *     addresses that name none are meant to lie in it
   * @param seal proves that a worklist that comes back is one khoyte issued
   * @param ignored entries of archives that are passed over
   */
  public SourceReading(
      AdministrativeUnits units, String provinceCode, WorklistSeal seal, IgnoredEntries ignored) {
    this.units = units;
    this.provinceCode = provinceCode;
    this.seal = seal;
    this.ignored = ignored;
  }

  /**
   * Reads a file to its end.
   *
   * @param columns of a tabular source; not used for others
   * @throws khoyte.warehouse.KhoyteException if the file is refused, whatever it is that cannot be
   *     read: nothing that the sink was given counts
   * @throws khoyte.warehouse.StorageException if the sink, or the place where the file lies, fails
   */
  public ReadOutcome read(LandedFile file, SourceKind kind, ColumnMap columns, RowSink sink) {
    return LandedBytes.read(file, ignored, bytes -> read(file, bytes, kind, columns, sink));
  }

  private ReadOutcome read(
      LandedFile file, LandedBytes bytes, SourceKind kind, ColumnMap columns, RowSink sink)
      throws IOException, XMLStreamException {
    var communes = new Communes(units, provinceCode);
    return switch (kind) {
      case HIS_XML -> HisReading.read(file, bytes, units, provinceCode, communes, sink);
      case CORRECTION -> WorklistReading.read(file, bytes, seal, sink);
      case EHR, POPULATION, IMMUNIZATION, COVID_VACCINATION ->
          TabularReading.read(file, bytes, kind, columns, communes, sink);
    };
  }
}
