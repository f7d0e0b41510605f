package khoyte.pipelines.read.his;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import khoyte.warehouse.reference.ReferenceLists;
import khoyte.warehouse.table.FieldType;
import khoyte.warehouse.table.HisField;
import khoyte.warehouse.table.StagedTables;
import khoyte.warehouse.table.Table;
import org.jspecify.annotations.Nullable;

/**
 * A table of the extract with the elements that fill it, whatever the dialect calls them.
 *
 * @param loaiHoSo XML1 is the visit itself
 * @param fields of XML1 columns of encounter_version, of the others the fields of the decision
 * @param elements element name to place in {@code fields}
 */
record HisTable(
    int index, String loaiHoSo, Table table, List<Field> fields, Map<String, Integer> elements) {

  /**
   * @param name column of encounter_version, or official name
   */
  record Field(String name, FieldType type, boolean isName) {}

  static final HisTable VISIT = visit();

  private static final Map<String, HisTable> OTHERS = others();

  /** Tables other than the visit, in the order of their numbers. */
  static final List<HisTable> KEPT = List.copyOf(OTHERS.values());

  /** The table of a LOAIHOSO, or null if it is not kept. */
  static @Nullable HisTable of(String loaiHoSo) {
    return loaiHoSo.equals("XML1") ? VISIT : OTHERS.get(loaiHoSo);
  }

  /** Whether a decision has a table of that name, kept or not. */
  static boolean isKnown(String loaiHoSo) {
    return loaiHoSo.matches("XML(1[0-5]|[0-9])");
  }

  /** Place of an element's field, or -1. */
  int indexOf(String element) {
    return elements.getOrDefault(element, -1);
  }

  /** Place of a field by its name. */
  int place(String name) {
    for (int i = 0; i < fields.size(); i++) {
      if (fields.get(i).name().equals(name)) {
        return i;
      }
    }
    throw new IllegalArgumentException("Cannot find field " + name + " in " + loaiHoSo);
  }

  private static HisTable visit() {
    Map<String, Integer> elements = new HashMap<>();
    List<Field> fields = new ArrayList<>();
    // The _text fields stand in the table in contract order: they are copied as they are.
    for (khoyte.warehouse.table.Field column : StagedTables.ENCOUNTER_VERSION.fields()) {
      String name = column.name();
      if (name.equals("facility_code") || name.equals("ma_lk") || name.endsWith("_text")) {
        fields.add(new Field(name, FieldType.TEXT, name.equals("name_text")));
      }
    }
    var table =
        new HisTable(0, "XML1", StagedTables.ENCOUNTER_VERSION, List.copyOf(fields), elements);
    ReferenceLists.rows("his_visit_fields")
        .forEach(row -> elements.put(row.getField("element"), table.place(row.getField("column"))));
    return table;
  }

  private static Map<String, HisTable> others() {
    Map<String, HisTable> tables = new LinkedHashMap<>();
    for (String loaiHoSo : List.of("XML2", "XML3", "XML4", "XML7", "XML13", "XML14")) {
      List<Field> fields = new ArrayList<>();
      Map<String, Integer> elements = new HashMap<>();
      for (HisField field : HisField.ofTable(loaiHoSo)) {
        elements.put(field.officialName(), fields.size());
        fields.add(
            new Field(
                field.officialName(), field.type(), field.officialName().startsWith("HO_TEN")));
      }
      ReferenceLists.rows("his_field_aliases").stream()
          .filter(row -> row.getField("table").equals(loaiHoSo))
          .forEach(
              row ->
                  elements.putIfAbsent(
                      row.getField("element"),
                      Objects.requireNonNull(elements.get(row.getField("field")))));
      tables.put(
          loaiHoSo,
          new HisTable(
              tables.size() + 1,
              loaiHoSo,
              Objects.requireNonNull(StagedTables.ofHisTable(loaiHoSo)),
              List.copyOf(fields),
              elements));
    }
    return tables;
  }
}
