package khoyte.pipelines.read;

import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;

/** An extract for a test. */
final class HisFile {
  private final List<String> visits = new ArrayList<>();
  private final Charset inner;
  String head = "<?xml version=\"1.0\" encoding=\"utf-8\"?>\n";
  String facility = "75001";
  String madeOn = "20221231";
  String count;

  HisFile() {
    this(StandardCharsets.UTF_8);
  }

  HisFile(Charset inner) {
    this.inner = inner;
  }

  /** LOAIHOSO and the table's XML in turn, as base64. */
  HisFile visit(String... tables) {
    StringBuilder hoso = new StringBuilder("<HOSO>\n");
    for (int i = 0; i < tables.length; i += 2) {
      hoso.append(file(tables[i], base64(tables[i + 1])));
    }
    return raw(hoso + "</HOSO>\n");
  }

  HisFile raw(String hoso) {
    visits.add(hoso);
    return this;
  }

  String base64(String xml) {
    return Base64.getEncoder().encodeToString(xml.getBytes(inner));
  }

  static String file(String loaiHoSo, String content) {
    return "<FILEHOSO><LOAIHOSO>"
        + loaiHoSo
        + "</LOAIHOSO><NOIDUNGFILE>"
        + content
        + "</NOIDUNGFILE></FILEHOSO>\n";
  }

  String text() {
    return head
        + "<GIAMDINHHS xmlns:xsi=\"http://www.w3.org/2001/XMLSchema-instance\"><THONGTINDONVI><MACSKCB>"
        + facility
        + "</MACSKCB></THONGTINDONVI>\n<THONGTINHOSO><NGAYLAP>"
        + madeOn
        + "</NGAYLAP><SOLUONGHOSO>"
        + (count == null ? String.valueOf(visits.size()) : count)
        + "</SOLUONGHOSO><DANHSACHHOSO>\n"
        + String.join("", visits)
        + "</DANHSACHHOSO></THONGTINHOSO><CHUKYDONVI/></GIAMDINHHS>\n";
  }

  byte[] bytes() {
    return text().getBytes(StandardCharsets.UTF_8);
  }
}
