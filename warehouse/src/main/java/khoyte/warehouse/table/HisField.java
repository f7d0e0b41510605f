package khoyte.warehouse.table;

import de.siegmar.fastcsv.reader.NamedCsvRecord;
import java.util.List;
import java.util.Locale;
import khoyte.warehouse.reference.ReferenceLists;

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

  /** Fields of a table of the HIS extract in the order of the decision. */
  public static List<HisField> ofTable(String loaiHoSo) {
    return ReferenceLists.rows("his_fields").stream()
        .filter(row -> row.getField("table").equals(loaiHoSo))
        .map(row -> new HisField(loaiHoSo, row.getField("field"), typeOf(row)))
        .toList();
  }

  private static FieldType typeOf(NamedCsvRecord row) {
    return switch (row.getField("type")) {
      case "number" -> FieldType.DECIMAL;
      case "date" -> FieldType.DATE;
      case "date_time" -> FieldType.DATE_TIME;
      default -> FieldType.TEXT;
    };
  }
}
