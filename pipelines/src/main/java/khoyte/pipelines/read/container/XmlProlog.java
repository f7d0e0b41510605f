package khoyte.pipelines.read.container;

import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * What stands before a document: byte order marks, blanks and declarations in any number, which say
 * less than the bytes do.
 *
 * @param length of it in bytes
 * @param lines line ends in it
 * @param isMarked whether a byte order mark of UTF-8 is in it
 * @param declared encoding that it names, in small letters; empty if none
 */
public record XmlProlog(int length, int lines, boolean isMarked, String declared) {
  private static final Pattern ENCODING = Pattern.compile("encoding\\s*=\\s*[\"']\\s*([^\"']*)");
  private static final byte[] DECLARATION = "<?xml".getBytes(StandardCharsets.US_ASCII);
  private static final Charset WINDOWS_1258 = Charset.forName("windows-1258");
  private static final int END_OF_TEXT = 0x1A;

  /**
   * The prolog of bytes that are not UTF-16.
   *
   * @param bytes as far as they are known
   */
  public static XmlProlog of(byte[] bytes, int from, int to) {
    int at = from;
    boolean isMarked = false;
    String declared = "";
    while (at < to) {
      if (isBlank(bytes[at])) {
        at++;
      } else if (isMark(bytes, at, to)) {
        isMarked = true;
        at += 3;
      } else if (isDeclaration(bytes, at, to)) {
        int end = at;
        while (end < to && bytes[end] != '>') {
          end++;
        }
        declared = encoding(new String(bytes, at, end - at, StandardCharsets.ISO_8859_1));
        at = Math.min(end + 1, to);
      } else {
        break;
      }
    }
    return new XmlProlog(at - from, lineEnds(bytes, from, at), isMarked, declared);
  }

  /** UTF-16 if the first bytes are, with byte order mark or without; else null. */
  public static @Nullable Charset wide(byte[] bytes, int from, int to) {
    if (to - from < 2) {
      return null;
    }
    int first = bytes[from] & 0xFF;
    int second = bytes[from + 1] & 0xFF;
    if (first == 0xFF && second == 0xFE || second == 0 && (first == '<' || isBlank(first))) {
      return StandardCharsets.UTF_16LE;
    }
    return first == 0xFE && second == 0xFF || first == 0 && (second == '<' || isBlank(second))
        ? StandardCharsets.UTF_16BE
        : null;
  }

  /** Whether it names an encoding that is not one of Unicode. */
  public boolean isDeclaredElsewise() {
    return !declared.isEmpty()
        && !declared.startsWith("utf")
        && !declared.startsWith("ucs")
        && !declared.startsWith("iso-10646")
        && !declared.equals("us-ascii");
  }

  /** The encoding of Vietnamese text that a declaration names; null if it names another. */
  public static @Nullable Charset vietnamese(String declared) {
    return declared.matches("windows-1258|cp-?1258") ? WINDOWS_1258 : null;
  }

  private static boolean isBlank(int each) {
    return each == ' ' || each == '\n' || each == '\r' || each == '\t' || each == END_OF_TEXT;
  }

  private static boolean isMark(byte[] bytes, int at, int to) {
    return to - at >= 3
        && bytes[at] == (byte) 0xEF
        && bytes[at + 1] == (byte) 0xBB
        && bytes[at + 2] == (byte) 0xBF;
  }

  private static boolean isDeclaration(byte[] bytes, int at, int to) {
    if (to - at <= DECLARATION.length || !isBlank(bytes[at + DECLARATION.length])) {
      return false;
    }
    for (int i = 0; i < DECLARATION.length; i++) {
      if (bytes[at + i] != DECLARATION[i]) {
        return false;
      }
    }
    return true;
  }

  private static String encoding(String declaration) {
    Matcher named = ENCODING.matcher(declaration);
    return named.find() ? named.group(1).strip().toLowerCase(Locale.ROOT) : "";
  }

  private static int lineEnds(byte[] bytes, int from, int to) {
    int ends = 0;
    for (int i = from; i < to; i++) {
      ends += bytes[i] == '\n' ? 1 : 0;
    }
    return ends;
  }
}
