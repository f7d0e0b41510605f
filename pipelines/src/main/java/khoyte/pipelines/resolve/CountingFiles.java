package khoyte.pipelines.resolve;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import khoyte.warehouse.engine.Engine;
import khoyte.warehouse.table.RecordKind;

/** Counts what became of the rows of landed files: of those of which that may have changed. */
record CountingFiles(Models models, Extent extent) {
  private static final List<String> COLUMNS =
      List.of(
          "file_id",
          "kind",
          "staged",
          "replaced",
          "withdrawn",
          "resolved",
          "undecided",
          "nobody",
          "copies");

  /** One balance a file and kind. */
  List<FileBalance> count() {
    Engine engine = models.engine();
    models.make("balance", "changed_file", "counted_version", "copied_version");
    if (extent.isAll()) {
      engine.alias("current_record", "placed_record");
      engine.alias("current_link", "event_link");
    } else {
      models.make("balance", "current_record", "current_link");
    }
    models.make("balance", "file_balance");
    List<FileBalance> balances = new ArrayList<>();
    engine.read(
        "file_balance",
        COLUMNS,
        row ->
            balances.add(
                new FileBalance(
                    row.number(0),
                    RecordKind.of((int) row.number(1)).table().name(),
                    row.number(2),
                    row.number(3),
                    row.number(4),
                    row.number(5),
                    row.number(6),
                    row.number(7),
                    row.number(8))));
    balances.sort(Comparator.comparingLong(FileBalance::fileId).thenComparing(FileBalance::table));
    return balances;
  }
}
