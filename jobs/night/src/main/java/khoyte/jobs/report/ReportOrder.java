package khoyte.jobs.report;

import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import khoyte.jobs.conf.ReportFormat;
import khoyte.jobs.operations.NightFacts;
import org.jspecify.annotations.Nullable;

/**
 * Reports to be rendered.
 *
 * @param names all reports if empty
 * @param unitsAsOf day whose administrative units are printed
 * @param unit code of the unit whose figures are printed; null for the province
 * @param issueDate printed as date of issue; null leaves it blank
 * @param directory where the files go; null for the issued ones, or beside them
 */
public record ReportOrder(
    NightFacts night,
    List<String> names,
    List<ReportFormat> formats,
    LocalDate unitsAsOf,
    @Nullable String unit,
    @Nullable LocalDate issueDate,
    @Nullable Path directory) {

  /** Whether this is what a night itself issues. */
  public boolean isPlain() {
    return unit == null && issueDate == null && unitsAsOf.equals(night.night().asOf());
  }
}
