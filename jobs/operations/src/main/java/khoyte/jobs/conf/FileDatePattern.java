package khoyte.jobs.conf;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.time.format.ResolverStyle;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Where in a file's name its date stands.
 *
 * @param text pattern with y, M, d (and H, m, s) as in {@link DateTimeFormatter}; empty for no date
 */
public record FileDatePattern(String text) {

  public FileDatePattern {
    if (!text.isEmpty() && !(text.contains("yyyy") && text.contains("MM") && text.contains("dd"))) {
      throw new IllegalArgumentException("Cannot read a date by the pattern " + text);
    }
    Objects.requireNonNull(format(text));
  }

  /** The first date of this century in a name that has the form of the pattern. */
  public Optional<LocalDate> dateIn(String fileName) {
    if (text.isEmpty()) {
      return Optional.empty();
    }
    DateTimeFormatter format = format(text);
    Matcher match = digits().matcher(fileName);
    for (int from = 0; match.find(from); from = match.start() + 1) {
      try {
        LocalDate date = LocalDate.parse(match.group(), format);
        if (date.getYear() >= 2000 && date.getYear() < 2100) {
          return Optional.of(date);
        }
      } catch (DateTimeException e) {
        continue; // these digits are something else
      }
    }
    return Optional.empty();
  }

  private static DateTimeFormatter format(String text) {
    return DateTimeFormatter.ofPattern(text.replace("yyyy", "uuuu"), Locale.ROOT)
        .withResolverStyle(ResolverStyle.STRICT);
  }

  private Pattern digits() {
    StringBuilder form = new StringBuilder();
    for (char c : text.toCharArray()) {
      form.append("yMdHms".indexOf(c) < 0 ? Pattern.quote(String.valueOf(c)) : "[0-9]");
    }
    return Pattern.compile(form.toString());
  }
}
