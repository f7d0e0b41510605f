package khoyte.warehouse.worklist;

import java.time.LocalDate;

/**
 * Which list a workbook is.
 *
 * @param night from whose figures it was made, as {@code 2022-12-31.v1}
 * @param unitCode commune whose list it is
 */
public record WorklistIssue(LocalDate asOf, String night, String unitCode) {

  /** {@code ra-soat_26050_2022-12-31.xlsx}. */
  public String fileName() {
    return "ra-soat_" + unitCode + "_" + asOf + ".xlsx";
  }
}
