package khoyte.reports;

import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.List;
import java.util.Locale;
import khoyte.reports.cell.Vietnamese;
import khoyte.warehouse.worklist.WorklistIssue;
import khoyte.warehouse.worklist.WorklistSheet;
import org.jspecify.annotations.Nullable;

/**
 * The words and the paper of a commune's worklist (công văn 2262/BYT-CNTT, 04/05/2022).
 *
 * @param number issue of the date's figures, from 1
 * @param receivedUntil local time to which the data had come in
 * @param author of the file, as {@code Sở Y tế tỉnh Đồng Nai}
 */
public record WorklistPage(
    WorklistIssue issue,
    int number,
    Commune commune,
    Head head,
    Return back,
    Paper paper,
    DataOrigin origin,
    LocalDateTime receivedUntil,
    String author) {
  public static final String TITLE =
      "Danh sách rà soát, làm sạch dữ liệu tiêm chủng và hồ sơ sức khỏe";
  public static final String PERSONAL =
      "TÀI LIỆU CÓ DỮ LIỆU CÁ NHÂN - KHÔNG SAO CHÉP, KHÔNG GỬI QUA MẠNG XÃ HỘI";

  private static final String OPEN = "……";

  /**
   * @param name with its kind: {@code Xã Phú Hữu}
   * @param within unit in which it lies: {@code Huyện Nhơn Trạch}
   */
  public record Commune(String name, String within) {

    /** {@code Phú Hữu}. */
    String place() {
      return name.replaceFirst("^(Xã|Phường|Thị trấn|Đặc khu) ", "");
    }

    /** {@code XÃ PHÚ HỮU}. */
    String inCapitals() {
      return name.toUpperCase(Locale.ROOT);
    }

    /** {@code Xã Phú Hữu, huyện Nhơn Trạch}. */
    String inSentences() {
      return name + ", " + within.substring(0, 1).toLowerCase(Locale.ROOT) + within.substring(1);
    }
  }

  /** Upper and lower line of the head's left block, in capitals. */
  public record Head(String parent, String station) {}

  /**
   * How the workbook comes back.
   *
   * @param before day before which it is expected; null leaves it open
   * @param by what it is sent by
   */
  public record Return(@Nullable LocalDate before, String by) {}

  /** {@code (Nhóm 1: không có số CCCD/CMND)}. */
  public static String title(WorklistSheet sheet) {
    return "(" + sheet.title() + ": " + sheet.content() + ")";
  }

  /** {@code Xã Phú Hữu, huyện Nhơn Trạch - thời điểm đến 31/12/2022}. */
  public String scope() {
    return commune.inSentences() + " - thời điểm đến " + Vietnamese.date(issue.asOf());
  }

  /** Line below a list. */
  public String total(long rows) {
    return "Tổng số: "
        + Vietnamese.number(rows)
        + " bản ghi; đã rà soát: "
        + OPEN
        + "; chưa rà soát: "
        + OPEN;
  }

  public String placeAndDate() {
    return commune.place() + ", ngày      tháng      năm         ";
  }

  /** Who signs, from left to right: titles, then what to put there. */
  public List<List<String>> signatures() {
    return List.of(
        List.of("NGƯỜI RÀ SOÁT", "(Ký, ghi rõ họ tên)"),
        List.of("TRẠM Y TẾ", "TRƯỞNG TRẠM", "(Ký, đóng dấu)"),
        List.of("CÔNG AN " + commune.inCapitals(), "(Ký, đóng dấu)"));
  }

  /** The instructions, numbered. */
  public List<String> guide() {
    String before = back.before() == null ? OPEN : Vietnamese.date(back.before());
    return List.of(
        "1. Danh sách gồm các bản ghi của người có nơi quản lý tại xã, cần rà soát theo Công văn"
            + " số 2262/BYT-CNTT ngày 04/5/2022 của Bộ Y tế.",
        "2. Trạm Y tế in từng danh sách, cùng tổ dân phố, ấp đối chiếu với người dân.",
        "3. Chọn “Kết quả rà soát”. Nếu chọn “Sửa theo cột bên”, nhập thông tin đúng vào các cột"
            + " màu vàng; ô không đổi thì để trống.",
        "4. Công an xã đối chiếu với Cơ sở dữ liệu quốc gia về dân cư, ghi cột “Công an đối chiếu”"
            + " và ký xác nhận danh sách.",
        "5. Không thêm, xóa dòng; không sửa cột “Mã dòng”; không đổi tên trang tính.",
        "6. Lưu tệp, giữ nguyên tên, gửi về Sở Y tế trước ngày "
            + before
            + " qua "
            + back.by()
            + ".",
        "7. Dòng để trống “Kết quả rà soát” coi như chưa rà soát và có lại ở kỳ sau.",
        "8. Tệp có dữ liệu cá nhân: chỉ người được giao nhiệm vụ được mở; xóa bản sao sau khi gửi.");
  }

  /** Left foot of every page. */
  public String foot() {
    return String.format(
        "khoyte · ra-soat · phiên đêm %s · lần phát hành %d",
        Vietnamese.date(issue.asOf()), number);
  }

  /** Above every page; empty for real data. */
  public String banner() {
    return origin == DataOrigin.SYNTHETIC ? PageText.SYNTHETIC : "";
  }
}
