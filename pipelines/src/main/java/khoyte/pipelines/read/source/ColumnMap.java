package khoyte.pipelines.read.source;

import java.util.Map;

/**
 * How a sender heads the columns of the contract. A heading that is not in the map is looked for
 * under the contract's own name.
 *
 * @param fields sender's heading to field of the contract
 */
public record ColumnMap(Map<String, String> fields) {

  /** The sender uses the contract's headings. */
  public static final ColumnMap DEFAULT = new ColumnMap(Map.of());

  public ColumnMap {
    fields = Map.copyOf(fields);
  }
}
