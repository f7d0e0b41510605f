package khoyte.pipelines.resolve;

import static java.util.stream.Collectors.joining;

import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import java.util.stream.Stream;
import khoyte.warehouse.engine.Engine;
import khoyte.warehouse.engine.EngineRow;
import khoyte.warehouse.engine.Model;
import khoyte.warehouse.engine.Written;
import khoyte.warehouse.sql.SqlText;
import khoyte.warehouse.table.RecordKind;
import khoyte.warehouse.table.Table;
import org.jspecify.annotations.Nullable;

/**
 * The models of a resolution, run in the order in which they are named.
 *
 * @param engine that runs them
 * @param run of the night
 */
record Models(Engine engine, long run) {

  /** Makes the tables of models of a folder of {@code sql/}. */
  void make(String folder, String... names) {
    for (String name : names) {
      engine.make(Model.of(folder + "/" + name));
    }
  }

  /**
   * Hands out staged versions of a kind: their number, then some fields.
   *
   * @param numbers table with {@code version_no} and {@code kind}
   */
  void readVersions(
      RecordKind kind, String numbers, List<String> fields, Consumer<EngineRow> taker) {
    String name = "version_of_" + numbers;
    String select =
        SqlText.of(
            "version/staged_version",
            Map.of(
                "fields",
                fields.stream().map(field -> "v." + field).collect(joining(",\n    ")),
                "table",
                kind.table().name(),
                "numbers",
                numbers,
                "kind",
                String.valueOf(kind.ordinal())));
    engine.make(new Model(name, select));
    engine.read(name, Stream.concat(Stream.of("version_no"), fields.stream()).toList(), taker);
    engine.drop(List.of(name));
  }

  /** Writes a layered table: the model of its name, or of another, in place of all its rows. */
  void replace(Table table, String model) {
    engine.write(new Written(table, Model.of("write/" + model), null), run);
  }

  /**
   * Writes a layer of a table.
   *
   * @param removed name of the model that selects the keys that have no row any more
   */
  void patch(Table table, String model, String removed) {
    engine.write(new Written(table, Model.of("write/" + model), Model.of("write/" + removed)), run);
  }

  /** The one or the other. */
  void write(boolean isAll, Table table, String model, @Nullable String removed) {
    if (isAll || removed == null) {
      replace(table, model);
    } else {
      patch(table, model, removed);
    }
  }

  /** Refuses to go on if a table has rows: two texts have one hash. */
  void refuseClash(String name) {
    if (engine.count(name) > 0) {
      throw new HashClash(name);
    }
  }

  /** Forgets tables. */
  void drop(String... names) {
    engine.drop(List.of(names));
  }
}
