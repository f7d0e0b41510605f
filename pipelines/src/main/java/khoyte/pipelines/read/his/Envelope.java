package khoyte.pipelines.read.his;

import java.time.LocalDate;
import khoyte.pipelines.read.person.DateText;
import khoyte.pipelines.read.row.Values;
import khoyte.pipelines.read.text.VietnameseText;
import org.jspecify.annotations.Nullable;

/** What an extract says of itself; elements may come in any order. */
final class Envelope {
  private @Nullable String facility;
  private @Nullable LocalDate madeOn;
  private @Nullable Integer announced;

  void put(String element, String text) {
    String value = VietnameseText.stripped(text);
    switch (element) {
      case "MACSKCB" -> facility = value.isEmpty() ? null : value;
      case "NGAYLAP" -> madeOn = DateText.day(value);
      case "SOLUONGHOSO" -> announced = Values.integer(value);
      default -> throw new IllegalArgumentException("Cannot keep " + element);
    }
  }

  /** MACSKCB, or null. */
  @Nullable String facility() {
    return facility;
  }

  /** NGAYLAP, or null. */
  @Nullable LocalDate madeOn() {
    return madeOn;
  }

  /** SOLUONGHOSO, or null. */
  @Nullable Integer announced() {
    return announced;
  }
}
