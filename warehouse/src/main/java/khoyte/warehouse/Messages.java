package khoyte.warehouse;

import java.text.MessageFormat;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.ResourceBundle;

/**
 * What the program says to people, in one language. Texts are in {@code khoyte/messages_vi} and
 * {@code khoyte/messages_en}; numbers are grouped as the language does.
 */
public final class Messages {
  public static final Messages VIETNAMESE = new Messages(Locale.forLanguageTag("vi-VN"));
  public static final Messages ENGLISH = new Messages(Locale.ENGLISH);

  private final Locale locale;
  private final ResourceBundle bundle;

  private Messages(Locale locale) {
    this.locale = locale;
    this.bundle =
        ResourceBundle.getBundle(
            "khoyte.messages",
            locale,
            ResourceBundle.Control.getNoFallbackControl(ResourceBundle.Control.FORMAT_PROPERTIES));
  }

  /** English if {@code KHOYTE_LANG} says {@code en}, else Vietnamese. */
  public static Messages of(Map<String, String> environment) {
    return Objects.equals(environment.get("KHOYTE_LANG"), "en") ? ENGLISH : VIETNAMESE;
  }

  public Locale locale() {
    return locale;
  }

  /** The text of a key with its places filled, in the order of the values. */
  public String text(String key, Object... values) {
    return new MessageFormat(bundle.getString(key), locale).format(values);
  }

  /** The text of a key, or another where it has none: names that people give may be unknown. */
  public String textOr(String key, String other) {
    return bundle.containsKey(key) ? text(key) : other;
  }
}
