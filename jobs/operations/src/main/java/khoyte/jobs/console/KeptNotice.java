package khoyte.jobs.console;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.util.List;
import java.util.Objects;
import khoyte.warehouse.Messages;
import org.jspecify.annotations.Nullable;

/**
 * A notice as it is written down, to be read in any language later.
 *
 * @param key of the text
 * @param values of its places, a JSON array; null if an older program wrote it down without
 * @param vietnamese the text as the sender is told
 */
public record KeptNotice(String key, @Nullable String values, String vietnamese) {
  private static final int LONGEST = 255;
  private static final ObjectMapper MAPPER = new ObjectMapper();

  /** Numbers stay numbers, so that each language groups them; all else becomes text. */
  public static KeptNotice of(String key, List<?> values) {
    List<Object> plain =
        values.stream()
            .map(value -> value instanceof Number ? value : printable(Objects.toString(value)))
            .map(Object.class::cast)
            .toList();
    try {
      return new KeptNotice(
          key, MAPPER.writeValueAsString(plain), Messages.VIETNAMESE.text(key, plain.toArray()));
    } catch (JsonProcessingException e) {
      throw new IllegalStateException(e);
    }
  }

  /** Fits into the operations database and into a line, whatever stands in a sender's file. */
  private static String printable(String value) {
    String line = value.replaceAll("[\\p{Cntrl}\\p{Cs}]", " ");
    return line.length() <= LONGEST ? line : line.substring(0, LONGEST - 1) + "…";
  }

  /** Without its values it can be said in Vietnamese only. */
  public String text(Messages messages) {
    if (values == null || messages == Messages.VIETNAMESE) {
      return vietnamese;
    }
    try {
      List<Object> read = MAPPER.readValue(values, new TypeReference<>() {});
      return messages.text(key, read.toArray());
    } catch (JsonProcessingException e) {
      throw new IllegalStateException(e);
    }
  }
}
