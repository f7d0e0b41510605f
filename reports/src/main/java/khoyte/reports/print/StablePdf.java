package khoyte.reports.print;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The same document without what the library takes from the clock and from chance: dates, file id
 * and the six letters before the name of a subset font. Every replacement is as long as what it
 * replaces, so that the document's table of positions holds.
 */
final class StablePdf {
  private static final Pattern DATE = Pattern.compile("(/(?:Creation|Mod)Date\\(D:)[^)]*\\)");
  private static final Pattern ID = Pattern.compile("(/ID ?\\[)[^]]*]");
  private static final Pattern SUBSET = Pattern.compile("/([A-Z]{6})\\+(?=Liberation)");
  private static final DateTimeFormatter DIGITS =
      DateTimeFormatter.ofPattern("uuuuMMddHHmmss", Locale.ROOT);

  private StablePdf() {}

  static byte[] dated(byte[] document, Instant time) {
    String text = new String(document, StandardCharsets.ISO_8859_1);
    String date = DIGITS.format(time.atOffset(ZoneOffset.UTC)) + "Z";
    text = DATE.matcher(text).replaceAll(found -> sameLength(found.group(), found.group(1) + date));
    text =
        ID.matcher(text).replaceAll(found -> found.group().replaceAll("(?<=[<\\w])[0-9a-f]", "0"));
    Map<String, String> prefixes = new LinkedHashMap<>();
    text =
        SUBSET
            .matcher(text)
            .replaceAll(
                found ->
                    "/"
                        + prefixes.computeIfAbsent(
                            found.group(1), prefix -> "AAAAA" + (char) ('A' + prefixes.size()))
                        + "+");
    return text.getBytes(StandardCharsets.ISO_8859_1);
  }

  private static String sameLength(String found, String replacement) {
    int missing = found.length() - replacement.length() - 1;
    if (missing < 0) {
      throw new IllegalStateException("Cannot date the document: no room for the date");
    }
    return Matcher.quoteReplacement(replacement + ")" + " ".repeat(missing));
  }
}
