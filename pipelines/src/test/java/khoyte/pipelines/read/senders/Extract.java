package khoyte.pipelines.read.senders;

import static khoyte.pipelines.read.senders.Received.utf8;

import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.List;

/** An extract of a hospital's system, piece by piece as text. */
final class Extract {
  static final String DECLARED = "<?xml version=\"1.0\" encoding=\"utf-8\"?>\n";
  static final String OPEN = "<GIAMDINHHS xmlns:xsi=\"http://www.w3.org/2001/XMLSchema-instance\">";

  /** Fields of a visit by {@link #summary}, and what is right of them. */
  static final String[] VISIT = {"ma_lk", "name", "birth_date", "gender", "citizen_id"};

  private static final String PERSON = "|trần thị mai|1990-05-05|2|075190000001";

  private Extract() {}

  /** What is right of a visit by its key. */
  static String is(String maLk) {
    return maLk + PERSON;
  }

  static List<String> are(String... maLks) {
    return List.of(maLks).stream().map(Extract::is).toList();
  }

  /** An envelope that announces the visits it holds. */
  static String text(String... visits) {
    return DECLARED + envelope(visits);
  }

  static byte[] of(String... visits) {
    return utf8(text(visits));
  }

  static String envelope(String... visits) {
    return announcing(visits.length, visits);
  }

  /** An envelope that announces another number of visits. */
  static String announcing(int announced, String... visits) {
    return OPEN
        + "<THONGTINDONVI><MACSKCB>75001</MACSKCB></THONGTINDONVI>\n"
        + "<THONGTINHOSO><NGAYLAP>20221231</NGAYLAP><SOLUONGHOSO>"
        + announced
        + "</SOLUONGHOSO>\n<DANHSACHHOSO>\n"
        + String.join("", visits)
        + "</DANHSACHHOSO></THONGTINHOSO><CHUKYDONVI/></GIAMDINHHS>\n";
  }

  /** A visit with nothing but its summary, in base64. */
  static String visit(String maLk) {
    return hoso("XML1", base64(summary(maLk)));
  }

  /** A visit of names of tables and contents in turn, the contents as they are. */
  static String hoso(String... tables) {
    StringBuilder hoso = new StringBuilder("<HOSO>\n");
    for (int i = 0; i < tables.length; i += 2) {
      hoso.append(
          "<FILEHOSO><LOAIHOSO>%s</LOAIHOSO><NOIDUNGFILE>%s</NOIDUNGFILE></FILEHOSO>\n"
              .formatted(tables[i], tables[i + 1]));
    }
    return hoso + "</HOSO>\n";
  }

  /** A visit of names of tables and their XML in turn, in base64. */
  static String packed(String... tables) {
    String[] all = tables.clone();
    for (int i = 1; i < all.length; i += 2) {
      all[i] = base64(all[i]);
    }
    return hoso(all);
  }

  static String base64(String xml) {
    return base64(xml, StandardCharsets.UTF_8);
  }

  static String base64(String xml, Charset charset) {
    return Base64.getEncoder().encodeToString(xml.getBytes(charset));
  }

  /** XML1 of a visit of Trần Thị Mai with more fields: names and values in turn. */
  static String summary(String maLk, String... more) {
    return summaryOf(maLk, "Trần Thị Mai", more);
  }

  static String summaryOf(String maLk, String name, String... more) {
    StringBuilder xml = new StringBuilder("<TONG_HOP><MA_LK>" + maLk + "</MA_LK><STT>1</STT>");
    xml.append("<MA_BN>BN1</MA_BN><HO_TEN>").append(name).append("</HO_TEN>");
    xml.append("<SO_CCCD>075190000001</SO_CCCD><NGAY_SINH>199005050000</NGAY_SINH>");
    xml.append("<GIOI_TINH>2</GIOI_TINH><NGAY_VAO>202212150800</NGAY_VAO>");
    xml.append("<NGAY_RA>202212151130</NGAY_RA><NGAY_TTOAN>202212151200</NGAY_TTOAN>");
    xml.append("<MA_LOAI_KCB>01</MA_LOAI_KCB><MA_CSKCB>75001</MA_CSKCB>");
    for (int i = 0; i < more.length; i += 2) {
      xml.append(element(more[i], more[i + 1]));
    }
    return xml + "</TONG_HOP>";
  }

  static String element(String name, String value) {
    return "<" + name + ">" + value + "</" + name + ">";
  }

  /** A row of XML2. */
  static String drug(String maLk, int number, String name) {
    return "<CHI_TIET_THUOC><MA_LK>%s</MA_LK><STT>%d</STT><TEN_THUOC>%s</TEN_THUOC></CHI_TIET_THUOC>"
        .formatted(maLk, number, name);
  }

  static String drugs(String... rows) {
    return "<CHITIEU_CHITIET_THUOC><DSACH_CHI_TIET_THUOC>"
        + String.join("", rows)
        + "</DSACH_CHI_TIET_THUOC></CHITIEU_CHITIET_THUOC>";
  }
}
