package khoyte.warehouse.sql;

import static java.util.stream.Collectors.joining;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import khoyte.warehouse.table.Field;
import khoyte.warehouse.table.FieldType;
import khoyte.warehouse.table.Table;
import khoyte.warehouse.table.TableFiles;

/** A view of DuckDB over the files of a table of the lake: the rows that count. */
public final class LakeView {

  private LakeView() {}

  /**
   * The statement that creates it. The files are found by names relative to the variable {@code
   * khoyte_home}.
   *
   * @param view its name
   */
  public static String create(String view, TableFiles lake) {
    Table table = lake.table();
    if (lake.paths().isEmpty()) {
      return SqlText.of(
          "night/empty_lake_view",
          Map.of(
              "view",
              view,
              "columns",
              SqlText.list(
                  table.fields(),
                  field -> "null::" + SqlText.type(field.type()) + " as " + name(field))));
    }
    Map<String, String> places = new HashMap<>();
    places.put("view", view);
    places.put("columns", SqlText.list(table.fields(), LakeView::name));
    places.put("files", SqlText.list(lake.base(), SqlText::literal));
    places.put("schema", schema(lake, table.fields()));
    if (lake.patches().isEmpty()) {
      return SqlText.of("night/lake_view", places);
    }
    places.put("key", table.key().stream().map(SqlText::quoted).collect(joining(", ")));
    places.put("patches", SqlText.list(lake.patches(), SqlText::literal));
    List<Field> layered = new ArrayList<>(table.fields());
    layered.add(Field.required(Table.RUN, FieldType.LONG, ""));
    layered.add(Field.required(Table.REMOVED, FieldType.BOOLEAN, ""));
    places.put("layeredschema", schema(lake, layered));
    return SqlText.of("night/layered_lake_view", places);
  }

  /** How the files name their columns: nothing if as the table does. */
  private static String schema(TableFiles lake, List<Field> fields) {
    return lake.areAlike()
        ? ""
        : ",\nschema = map {" + SqlText.list(fields, field -> parquetField(lake, field)) + "}";
  }

  private static String parquetField(TableFiles lake, Field field) {
    Integer id = lake.fieldIds().get(field.name());
    if (id == null) {
      throw new IllegalArgumentException(
          "Cannot read " + lake.table().qualifiedName() + ": no field id of " + field.name());
    }
    return id
        + ": {name: "
        + SqlText.literal(field.name())
        + ", type: "
        + SqlText.literal(SqlText.type(field.type()))
        + ", default_value: null}";
  }

  private static String name(Field field) {
    return SqlText.quoted(field.name());
  }
}
