package khoyte.pipelines.read.xlsx;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.BitSet;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;
import khoyte.pipelines.read.container.SafeXml;
import khoyte.pipelines.read.person.DateVotes;
import khoyte.pipelines.read.text.VietnameseText;
import org.apache.poi.hssf.usermodel.HSSFRichTextString;
import org.apache.poi.ss.usermodel.RichTextString;
import org.apache.poi.xssf.model.SharedStrings;
import org.jspecify.annotations.Nullable;

/** The texts of a workbook, kept as bytes: a workbook may hold a million of them. */
final class SharedTexts implements SharedStrings {
  private static final int FEW = 2000;

  private byte[] bytes = new byte[1 << 12];
  private int[] ends = new int[1 << 8];
  private int length;
  private int size;
  private final BitSet blank = new BitSet();
  private boolean hasSigns;
  private boolean hasMonthFirst;

  private SharedTexts() {}

  static SharedTexts read(XmlParts parts, @Nullable String part)
      throws IOException, XMLStreamException {
    var texts = new SharedTexts();
    if (part != null) {
      parts.walk(
          part,
          reader -> {
            if (reader.getLocalName().equals("si")) {
              texts.add(CellText.unescaped(textOf(parts, reader)));
            }
          });
    }
    return texts;
  }

  /** Text of the element that has just begun, all its runs joined, phonetic hints left out. */
  private static String textOf(XmlParts parts, XMLStreamReader reader) throws XMLStreamException {
    StringBuilder text = new StringBuilder();
    int depth = 1;
    int hint = 0;
    int inText = 0;
    while (depth > 0) {
      int event = parts.next(reader);
      if (event == XMLStreamConstants.START_ELEMENT) {
        depth++;
        hint = hint == 0 && reader.getLocalName().equals("rPh") ? depth : hint;
        inText = reader.getLocalName().equals("t") ? depth : inText;
      } else if (event == XMLStreamConstants.END_ELEMENT) {
        hint = hint == depth ? 0 : hint;
        inText = inText == depth ? 0 : inText;
        depth--;
      } else if (inText > 0 && hint == 0 && reader.hasText()) {
        text.append(SafeXml.text(reader));
      }
    }
    return text.toString();
  }

  private void add(String text) {
    byte[] encoded = text.getBytes(StandardCharsets.UTF_8);
    if (encoded.length > bytes.length - length) {
      bytes =
          Arrays.copyOf(bytes, Math.addExact(Math.max(bytes.length * 2, length), encoded.length));
    }
    if (size == ends.length) {
      ends = Arrays.copyOf(ends, size * 2);
    }
    System.arraycopy(encoded, 0, bytes, length, encoded.length);
    length += encoded.length;
    hasSigns |= hasSigns(text);
    hasMonthFirst |= DateVotes.isMonthFirst(text);
    if (VietnameseText.isBlank(text)) {
      blank.set(size);
    }
    ends[size++] = length;
  }

  private static boolean hasSigns(String text) {
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      if (c >= '\u00A1' && c <= '\u00BF' || "ÄÅÆÇËÎÏÑÖ×ØÛÜÞßäåæçëîïñö÷øûüþÿ".indexOf(c) >= 0) {
        return true;
      }
    }
    return false;
  }

  /**
   * Whether all rows must be seen before one is read: they may be written in a legacy font (few
   * texts, or with signs no Unicode name has), or one is a date only if the month comes first.
   */
  boolean mustBeSurveyed() {
    return hasSigns || size < FEW || hasMonthFirst;
  }

  boolean isBlank(int index) {
    return blank.get(index);
  }

  /** POI's own kind for workbooks of this form makes an XML document of each text. */
  @Override
  public RichTextString getItemAt(int index) {
    if (index < 0 || index >= size) {
      throw new IndexOutOfBoundsException(index);
    }
    int from = index == 0 ? 0 : ends[index - 1];
    return new HSSFRichTextString(
        new String(bytes, from, ends[index] - from, StandardCharsets.UTF_8));
  }

  @Override
  public int getCount() {
    return size;
  }

  @Override
  public int getUniqueCount() {
    return size;
  }
}
