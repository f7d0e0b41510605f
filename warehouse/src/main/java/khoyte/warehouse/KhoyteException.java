package khoyte.warehouse;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * An error that a user can understand and act on. It is said in one line, in the user's language,
 * and never holds a personal name or number.
 */
public class KhoyteException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  private final Fault fault;
  private final String key;
  private final transient List<Object> values;

  /**
   * @param key of the text in {@link Messages}
   * @param values of the text's places, in their order
   */
  public KhoyteException(Fault fault, String key, Object... values) {
    this(null, fault, key, values);
  }

  public KhoyteException(@Nullable Throwable cause, Fault fault, String key, Object... values) {
    super(Messages.ENGLISH.text(key, values), cause);
    this.fault = fault;
    this.key = key;
    this.values = List.of(values);
  }

  public Fault fault() {
    return fault;
  }

  public String key() {
    return key;
  }

  /** Values of the text's places, in their order. */
  public List<Object> values() {
    return values;
  }

  /** The error in one line. */
  public String text(Messages messages) {
    return messages.text(key, values.toArray());
  }
}
