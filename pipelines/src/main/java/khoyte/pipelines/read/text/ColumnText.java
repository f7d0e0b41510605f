package khoyte.pipelines.read.text;

import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;

/**
 * How the text of one column of a file is turned into Unicode.
 *
 * @param charset of its bytes: UTF-8, or windows-1252 for the bytes of a legacy font
 * @param encoding of its characters
 * @param isName whether it holds names of people
 * @param isDamaged whether single values of it are not UTF-8
 */
public record ColumnText(
    Charset charset, TextEncoding encoding, boolean isName, boolean isDamaged) {
  public static final Charset SINGLE_BYTE = Charset.forName("windows-1252");
  public static final ColumnText UNICODE =
      new ColumnText(StandardCharsets.UTF_8, TextEncoding.UNICODE, false, false);

  /** The same for a column of people's names. */
  public ColumnText ofNames() {
    return new ColumnText(charset, encoding, true, isDamaged);
  }

  /** NFC text of the column's characters. */
  public String unicode(String characters) {
    return isName ? encoding.nameToUnicode(characters) : encoding.toUnicode(characters);
  }
}
