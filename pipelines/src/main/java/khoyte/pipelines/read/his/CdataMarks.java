package khoyte.pipelines.read.his;

import org.apache.commons.text.StringEscapeUtils;

/** Marks of CDATA that an exporter escaped into a value, once or twice, instead of writing them. */
final class CdataMarks {
  private static final String OPEN = "<![CDATA[";
  private static final String CLOSE = "]]>";

  private CdataMarks() {}

  /** What stands between the marks of a text that is wholly between them; else the text. */
  static String removed(String text) {
    int from = 0;
    while (from < text.length() && text.charAt(from) <= ' ') {
      from++;
    }
    if (from == text.length() || text.charAt(from) != '<' && text.charAt(from) != '&') {
      return text;
    }
    String value = text.strip();
    if (value.startsWith("&lt;![CDATA[") && value.endsWith("]]&gt;")) {
      value = StringEscapeUtils.unescapeXml(value);
    }
    if (!value.startsWith(OPEN) || !value.endsWith(CLOSE)) {
      return text;
    }
    // a text that holds the closing mark is cut in two there
    String between = value.substring(OPEN.length(), value.length() - CLOSE.length());
    return between.replace(CLOSE + OPEN, "");
  }
}
