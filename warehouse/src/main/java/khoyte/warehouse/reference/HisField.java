package khoyte.warehouse.reference;

import java.util.Locale;
import khoyte.warehouse.table.FieldType;

/**
 * A field of a table of the HIS extract, as in the annex of QĐ 4750/QĐ-BYT and QĐ 3176/QĐ-BYT.
 *
 * @param loaiHoSo table: XML2, XML3, XML4, XML7, XML13 or XML14
 * @param officialName element name
 */
public record HisField(String loaiHoSo, String officialName, FieldType type) {

  /** Its column in the staged table. */
  public String columnName() {
    return officialName.toLowerCase(Locale.ROOT);
  }
}
