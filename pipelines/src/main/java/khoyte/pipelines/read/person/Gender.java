package khoyte.pipelines.read.person;

import khoyte.pipelines.read.text.VietnameseText;
import org.jspecify.annotations.Nullable;

/** Gender in the ministry's code: 1 male, 2 female. */
public final class Gender {
  public static final Integer MALE = 1;
  public static final Integer FEMALE = 2;

  private Gender() {}

  /** Reads Nam, Nữ, 1 or 2; null if it is none of them. */
  public static @Nullable Integer read(@Nullable String text) {
    if (text == null) {
      return null;
    }
    return switch (text) {
      case "1", "Nam" -> MALE;
      case "2", "Nữ" -> FEMALE;
      default ->
          switch (VietnameseText.foldedForm(VietnameseText.normalForm(text))) {
            case "1", "01", "nam" -> MALE;
            case "2", "02", "nu" -> FEMALE;
            default -> null;
          };
    };
  }
}
