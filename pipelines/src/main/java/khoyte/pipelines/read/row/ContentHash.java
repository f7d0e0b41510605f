package khoyte.pipelines.read.row;

import java.nio.charset.StandardCharsets;
import java.util.List;
import khoyte.warehouse.table.Field;
import khoyte.warehouse.table.StagedTables;
import khoyte.warehouse.table.Table;
import org.apache.commons.codec.digest.MurmurHash3;
import org.jspecify.annotations.Nullable;

/**
 * The hash of a version's content, so that two versions of one record can be compared without their
 * texts. Among the few versions of one record two contents with one hash are not to be expected:
 * one pair in 2^64.
 */
public final class ContentHash {
  private static final char SEPARATOR = '\u001F';

  private final int[] places;

  private ContentHash(int[] places) {
    this.places = places;
  }

  public static ContentHash of(Table table) {
    return new ContentHash(fields(table).stream().mapToInt(table::indexOf).toArray());
  }

  /**
   * The fields that are the content of a version, in the order of the contract; its key, which is
   * the same in all of them, left out.
   */
  public static List<String> fields(Table table) {
    return table.fields().stream()
        .map(Field::name)
        .filter(name -> name.endsWith("_text") || name.equals("tables_digest"))
        .toList();
  }

  /** Whether the rows of a table carry the hash, as their last field. */
  public static boolean isIn(Table table) {
    return table.fields().get(table.fields().size() - 1).equals(StagedTables.CONTENT_HASH);
  }

  /** Of a row in the order of the table's fields. */
  public long hash(@Nullable Object[] row) {
    StringBuilder content = new StringBuilder(256);
    for (int place : places) {
      if (row[place] != null) {
        content.append(row[place]);
      }
      content.append(SEPARATOR);
    }
    return MurmurHash3.hash128x64(content.toString().getBytes(StandardCharsets.UTF_8))[0];
  }
}
