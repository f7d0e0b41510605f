package khoyte.jobs.demo;

import java.util.function.UnaryOperator;

/** The XML of one table, element by element. */
final class XmlText {
  private final StringBuilder text = new StringBuilder(4096);
  private final UnaryOperator<String> typing;
  private final String before;
  private final String after;

  XmlText(Hospital.Style style) {
    typing = style == Hospital.Style.TCVN3 ? LegacyFont.TCVN3::typed : t -> t;
    before = style == Hospital.Style.CDATA ? "<![CDATA[" : "";
    after = style == Hospital.Style.CDATA ? "]]>" : "";
  }

  XmlText open(String name) {
    text.append('<').append(name).append('>');
    return this;
  }

  XmlText close(String name) {
    text.append("</").append(name).append('>');
    return this;
  }

  /** A code, date or amount. */
  XmlText field(String name, String value) {
    if (value.isEmpty()) {
      text.append('<').append(name).append("/>");
      return this;
    }
    open(name);
    text.append(value);
    return close(name);
  }

  XmlText field(String name, long value) {
    open(name);
    text.append(value);
    return close(name);
  }

  /** An amount in VND. */
  XmlText amount(String name, long value) {
    open(name);
    text.append(value).append(".00");
    return close(name);
  }

  /** Free text in Vietnamese; holds no character that XML needs escaped. */
  XmlText free(String name, String value) {
    open(name);
    text.append(before).append(typing.apply(value)).append(after);
    return close(name);
  }

  XmlText empty(String... names) {
    for (String name : names) {
      field(name, "");
    }
    return this;
  }

  @Override
  public String toString() {
    return text.toString();
  }
}
