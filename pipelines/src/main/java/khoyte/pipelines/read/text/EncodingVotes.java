package khoyte.pipelines.read.text;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The values of one text column, asked in which encoding their words are Vietnamese syllables. Only
 * values with other than ASCII characters count; once they speak for Unicode, the first few
 * thousand of every part of a joined file.
 */
public final class EncodingVotes {
  private static final int ENOUGH = 3000;

  /** A part with fewer values says nothing by itself. */
  private static final int FEWEST = 20;

  private final EncodingTally all = new EncodingTally();
  private EncodingTally part = new EncodingTally();
  private int invalid;
  private int valid;
  private @Nullable TextEncoding earlier;
  private boolean hasUnlikeParts;

  /** A value that came as Unicode characters. */
  public void add(String text) {
    if (hasOther(text)) {
      valid++;
      if (isAsking()) {
        part.ask(text);
      }
    }
  }

  /** Bytes of a value with other than ASCII characters. */
  public void add(byte[] bytes) {
    if (!Utf8.isValid(bytes, 0, bytes.length)) {
      invalid++;
      if (isAsking() || invalid < ENOUGH) {
        part.ask(new String(bytes, ColumnText.SINGLE_BYTE));
      }
    } else if (isAsking()) {
      add(new String(bytes, StandardCharsets.UTF_8));
    } else {
      valid++;
    }
  }

  private boolean isAsking() {
    return part.asked() < ENOUGH || !part.isMostly(TextEncoding.UNICODE);
  }

  /** What follows may have been another file before it was joined to what came until now. */
  public void endPart() {
    TextEncoding leaning = part.asked() < FEWEST ? null : part.leaning();
    if (leaning != null) {
      hasUnlikeParts |= earlier != null && earlier != leaning;
      earlier = leaning;
    }
    all.add(part);
    part = new EncodingTally();
  }

  /** Number of values that were asked. */
  public int asked() {
    return all.asked() + part.asked();
  }

  private static boolean hasOther(String text) {
    for (int i = 0; i < text.length(); i++) {
      if (text.charAt(i) >= 0x80) {
        return true;
      }
    }
    return false;
  }

  /** Some values of a UTF-8 column are cut or damaged: their rows cannot be read. */
  private boolean isDamaged() {
    return invalid > 0 && valid >= 20L * invalid && all.spelled(TextEncoding.UNICODE) > 0;
  }

  /** The encoding before Unicode that the values speak for by themselves, or null. */
  public @Nullable TextEncoding legacy() {
    endPart();
    TextEncoding encoding = encoding(null);
    return encoding == TextEncoding.UNICODE ? null : encoding;
  }

  /** As {@link #decision(TextEncoding)} where nothing else is known of the file. */
  public @Nullable ColumnText decision() {
    return decision(null);
  }

  /**
   * How to read the column, or null if its bytes are neither UTF-8 nor a known encoding. Without
   * evidence it is Unicode.
   *
   * @param ofFile the one encoding before Unicode that other columns of the file speak for, if any:
   *     it decides where the column's own values leave it open
   */
  public @Nullable ColumnText decision(@Nullable TextEncoding ofFile) {
    endPart();
    TextEncoding encoding = encoding(ofFile);
    if (encoding == null) {
      return null;
    }
    boolean isSingleByte = invalid > 0 && !isDamaged();
    return new ColumnText(
        isSingleByte ? ColumnText.SINGLE_BYTE : StandardCharsets.UTF_8,
        encoding,
        false,
        isDamaged() || encoding == TextEncoding.MISREAD_UTF_8);
  }

  private @Nullable TextEncoding encoding(@Nullable TextEncoding ofFile) {
    if (all.asked() == 0 || isDamaged()) {
      return TextEncoding.UNICODE;
    }
    List<TextEncoding> best = all.best();
    int legacy = best.isEmpty() ? 0 : all.spelled(best.get(0));
    if (invalid == 0 && legacy <= all.spelled(TextEncoding.UNICODE)) {
      return TextEncoding.UNICODE;
    }
    TextEncoding encoding = best.size() == 1 ? best.get(0) : null;
    if (ofFile != null && (best.isEmpty() ? all.isCovered(ofFile) : best.contains(ofFile))) {
      encoding = ofFile;
    }
    // What windows-1252 would read as well needs somebody to bear it out.
    boolean isUnproved =
        encoding == TextEncoding.WINDOWS_1258 && all.codePage() == 0 && ofFile != encoding;
    if (encoding == null || isUnproved) {
      return invalid == 0 ? TextEncoding.UNICODE : null;
    }
    return encoding;
  }

  /** Whether values are written in unlike ways, so that by one decision some would be misread. */
  public boolean isMixed(@Nullable ColumnText decision) {
    boolean isOfOldAndNew =
        decision != null && decision.encoding() != TextEncoding.UNICODE && all.unicode() > 0;
    return hasUnlikeParts || isOfOldAndNew || isOfBytesAndUtf8();
  }

  private boolean isOfBytesAndUtf8() {
    return invalid > 0
        && valid > 0
        && !isDamaged()
        && Arrays.stream(TextEncoding.values())
            .anyMatch(
                e -> e != TextEncoding.UNICODE && all.spelled(e) >= EncodingTally.MOST * invalid);
  }
}
