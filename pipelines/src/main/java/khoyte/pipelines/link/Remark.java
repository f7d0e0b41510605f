package khoyte.pipelines.link;

import java.util.List;
import khoyte.warehouse.Messages;

/**
 * Something that the person who links should know.
 *
 * @param key of the text, {@code link.…}
 */
public record Remark(String key, List<Object> values) {

  static Remark of(String key, Object... values) {
    return new Remark(key, List.of(values));
  }

  public String text(Messages messages) {
    return messages.text(key, values.toArray());
  }
}
