package khoyte.jobs.step;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import java.util.stream.Collectors;

/** Files as senders make them, for a handful of records. */
public final class Senders {
  public static final String HEALTH_RECORD =
      "MA_HSSK,SO_DINH_DANH,SO_CMND,HO_TEN,NGAY_SINH,GIOI_TINH,SO_BHXH,DIEN_THOAI,DIA_CHI,MA_XA,"
          + "MA_HUYEN,MA_TINH,MA_TRAM,NGAY_LAP,NGAY_CAP_NHAT,TRANG_THAI";
  public static final String COVID_DOSE =
      "STT,Mã mũi tiêm,Họ và tên,Ngày sinh,Giới tính,Số CMND/CCCD/Mã định danh,Số thẻ BHYT,"
          + "Số điện thoại,Mã tỉnh,Mã quận/huyện,Mã xã/phường,Địa chỉ chi tiết,Tên vắc xin,Mũi số,"
          + "Ngày tiêm,Số lô,Cơ sở tiêm,Ngày cập nhật";

  private Senders() {}

  public static String lines(String... lines) {
    return String.join("\r\n", lines) + "\r\n";
  }

  /** An extract of a hospital that announces as many visits as it holds. */
  public static String extract(String facility, String day, String... visits) {
    return extract(facility, day, visits.length, visits);
  }

  public static String extract(String facility, String day, int announced, String... visits) {
    return """
    <?xml version="1.0" encoding="utf-8"?>
    <GIAMDINHHS>
    <THONGTINDONVI><MACSKCB>%s</MACSKCB></THONGTINDONVI>
    <THONGTINHOSO><NGAYLAP>%s</NGAYLAP><SOLUONGHOSO>%d</SOLUONGHOSO>
    <DANHSACHHOSO>
    %s</DANHSACHHOSO></THONGTINHOSO>
    </GIAMDINHHS>
    """
        .formatted(facility, day, announced, String.join("", visits));
  }

  /** A visit with its summary in base64. */
  public static String visit(String summary) {
    return hoso(Base64.getEncoder().encodeToString(summary.getBytes(StandardCharsets.UTF_8)));
  }

  public static String hoso(String content) {
    return "<HOSO>\n<FILEHOSO><LOAIHOSO>XML1</LOAIHOSO><NOIDUNGFILE>"
        + content
        + "</NOIDUNGFILE></FILEHOSO>\n</HOSO>\n";
  }

  /** XML1 in the layout of QĐ 130: names and values in turn. */
  public static String summary(String... fields) {
    List<String> all = Arrays.asList(fields);
    return java.util.stream.IntStream.range(0, all.size() / 2)
        .mapToObj(
            i -> "<" + all.get(2 * i) + ">" + all.get(2 * i + 1) + "</" + all.get(2 * i) + ">")
        .collect(Collectors.joining("", "<TONG_HOP>", "</TONG_HOP>"));
  }
}
