package khoyte.pipelines.resolve;

import static khoyte.warehouse.table.Field.required;

import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import khoyte.pipelines.read.row.ContentHash;
import khoyte.warehouse.engine.Engine;
import khoyte.warehouse.table.FieldType;
import khoyte.warehouse.table.RecordKind;

/**
 * The order of versions between which only their content can choose: that of their texts in the
 * order of the contract, joined by U+001F. They are few.
 */
record TiedContents(Models models) {
  private static final String UNIT_SEPARATOR = "\u001f";

  private record Tied(long versionNo, String content) {}

  /** Makes {@code content_turn} of {@code tied_version}: 1 for the greatest. */
  void fill() {
    List<Tied> tied = new ArrayList<>();
    Engine engine = models.engine();
    if (engine.count("tied_version") > 0) {
      for (RecordKind kind : RecordKind.values()) {
        List<String> fields = ContentHash.fields(kind.table());
        models.readVersions(
            kind,
            "tied_version",
            fields,
            row -> {
              List<String> texts = new ArrayList<>();
              for (int i = 0; i < fields.size(); i++) {
                texts.add(Objects.requireNonNullElse(row.text(i + 1), ""));
              }
              tied.add(new Tied(row.number(0), String.join(UNIT_SEPARATOR, texts)));
            });
      }
    }
    Comparator<Tied> byContent = (one, other) -> Utf8Order.compare(one.content(), other.content());
    Collections.sort(tied, byContent.reversed().thenComparing(Tied::versionNo));
    engine.fill(
        "content_turn",
        List.of(
            required("version_no", FieldType.LONG, "see version"),
            required("turn", FieldType.INTEGER, "1 for the greatest; equal contents share one")),
        rows -> {
          int turn = 0;
          String last = null;
          for (Tied version : tied) {
            if (!version.content().equals(last)) {
              turn++;
            }
            last = version.content();
            rows.row(version.versionNo(), turn);
          }
        });
  }
}
