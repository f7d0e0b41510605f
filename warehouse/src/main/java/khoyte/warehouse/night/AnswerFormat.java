package khoyte.warehouse.night;

import java.io.IOException;
import java.io.Writer;
import java.util.Locale;
import khoyte.warehouse.Messages;

/** How an answer is printed. */
public enum AnswerFormat {
  /** Aligned columns for a terminal, with the number of rows. */
  TABLE,
  /** RFC 4180 with a header line; null is an empty field, an empty text a quoted one. */
  CSV,
  /** An array of objects. */
  JSON;

  /** Reads {@code csv}. */
  public static AnswerFormat of(String text) {
    return valueOf(text.toUpperCase(Locale.ROOT));
  }

  AnswerWriter writer(Writer out, Messages messages) throws IOException {
    return switch (this) {
      case TABLE -> new TableAnswer(out, messages);
      case CSV -> new CsvAnswer(out);
      case JSON -> new JsonAnswer(out);
    };
  }
}
