package khoyte.pipelines.resolve;

import static khoyte.warehouse.table.Field.required;
import static khoyte.warehouse.table.FieldType.LONG;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import khoyte.pipelines.link.pair.BlockingKeys;
import khoyte.pipelines.link.pair.TextHash;
import khoyte.warehouse.engine.Engine;
import khoyte.warehouse.table.Field;
import org.jspecify.annotations.Nullable;

/**
 * How the matcher sees the health records that it does not see by their own values alone: a
 * matching answer says otherwise, a station corrected them, or their citizen has another id.
 */
final class ExceptionalRecords {
  private static final List<Field> KEY =
      List.of(
          required("record_hash", LONG, "a health record"),
          required("record_no", LONG, "number of its version"),
          required("match_key", LONG, "see version_match_key"));
  private static final List<Field> VALUES =
      List.of(
          required("record_hash", LONG, "a health record"),
          required("match_values", LONG, "hash of what is compared of it"));

  private ExceptionalRecords() {}

  /** A record. */
  private record Seen(long recordNo, long values, Set<Long> keys) {}

  /** Makes {@code placed_match_key} and {@code exceptional_value} of {@code exceptional_record}. */
  static void fill(Models models, @Nullable MatchingEvents matching) {
    Engine engine = models.engine();
    Map<Long, Seen> seen = new LinkedHashMap<>();
    if (matching != null && engine.count("exceptional_record") > 0) {
      BlockingKeys keys = matching.search().knownKeys();
      models.make("registry", "exceptional_person");
      engine.read(
          "exceptional_person",
          KnownPeople.COLUMNS,
          row -> {
            List<@Nullable Object[]> faces = matching.people().faces(row);
            Set<Long> held = new TreeSet<>();
            List<String> texts = new ArrayList<>();
            for (@Nullable Object[] face : faces) {
              keys.of(face, (rule, key) -> held.add(key));
              texts.add(Arrays.toString(face));
            }
            seen.put(
                row.number(0),
                new Seen(row.number(1), TextHash.of(String.join("\n", texts), 0), held));
          });
      models.drop("exceptional_person");
    }
    engine.fill(
        "placed_match_key",
        KEY,
        rows ->
            seen.forEach(
                (record, as) -> as.keys().forEach(key -> rows.row(record, as.recordNo(), key))));
    engine.fill(
        "exceptional_value",
        VALUES,
        rows -> seen.forEach((record, as) -> rows.row(record, as.values())));
  }
}
