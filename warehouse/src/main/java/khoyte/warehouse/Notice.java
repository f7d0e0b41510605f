package khoyte.warehouse;

import java.util.List;

/**
 * Something a person should know, that stops nothing.
 *
 * @param key of the text
 * @param values of its places
 */
public record Notice(String key, List<Object> values) {

  public static Notice of(String key, Object... values) {
    return new Notice(key, List.of(values));
  }

  public String text(Messages messages) {
    return messages.text(key, values.toArray());
  }
}
