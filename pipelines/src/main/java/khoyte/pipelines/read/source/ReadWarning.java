package khoyte.pipelines.read.source;

import java.util.List;
import khoyte.warehouse.Messages;

/**
 * Something the sender should know of a file that was taken all the same.
 *
 * @param key of the text, {@code column.…} or {@code habit.…}
 */
public record ReadWarning(String key, List<Object> values) {

  public ReadWarning {
    values = List.copyOf(values);
  }

  public String text(Messages messages) {
    return messages.text(key, values.toArray());
  }
}
