package khoyte.jobs.demo;

import java.util.function.UnaryOperator;

/**
 * How a sender writes CSV.
 *
 * @param separator comma, semicolon or tab
 * @param bom whether the file starts with a byte order mark
 * @param lineEnd LF or CRLF
 * @param typing what becomes of every text: NFD, a legacy font, or nothing
 */
record CsvStyle(char separator, boolean bom, String lineEnd, UnaryOperator<String> typing) {
  static final CsvStyle PLAIN = new CsvStyle(',', false, "\n", text -> text);
  static final CsvStyle OFFICE = new CsvStyle(';', true, "\r\n", text -> text);
  static final CsvStyle TABS = new CsvStyle('\t', false, "\n", text -> text);
  static final CsvStyle DECOMPOSED = new CsvStyle(',', true, "\n", Spelling::decomposed);
  static final CsvStyle VNI = new CsvStyle(';', false, "\r\n", LegacyFont.VNI::typed);
}
