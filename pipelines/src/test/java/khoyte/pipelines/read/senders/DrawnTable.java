package khoyte.pipelines.read.senders;

import static khoyte.pipelines.read.source.SourceKind.COVID_VACCINATION;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import khoyte.pipelines.read.source.SourceField;
import khoyte.pipelines.read.source.SourceKind;

/**
 * A table of a tabular kind with drawn people, as the contract orders its fields. Its values are
 * what a sender means; how they are written is another matter.
 */
final class DrawnTable {
  private static final List<String> SURNAMES =
      List.of("Nguyễn", "Trần", "Lê", "Phạm", "Hoàng", "Vũ", "Đặng", "Bùi", "Đỗ", "Hồ");
  private static final List<String> MIDDLE = List.of("Văn", "Thị", "Ngọc", "Xuân", "Quốc");
  private static final List<String> GIVEN =
      List.of("Mai", "Đức", "Hồng", "Bảo", "Lệ", "Trọng", "Nguyệt", "Phượng", "Ẩn", "Hòa", "Thúy");
  private static final List<String> PLACES =
      List.of(
          "Tổ 1, P. An Bình, \"khu A\"",
          "Ấp 2; X. Bắc Sơn",
          "Số 7 \"cũ\"\nP. Trảng Dài",
          "=1+1 là nhà số 2",
          "P. Tân Phong",
          "Nhà <b> & con",
          "_x_ 12_34_",
          "");
  private static final List<String> COMMUNES = List.of("26050", "26053", "26056", "26269");

  final SourceKind kind;
  final List<String> headings;
  final List<List<String>> rows = new ArrayList<>();

  private final Random random;

  DrawnTable(SourceKind kind, Random random, int people) {
    this.kind = kind;
    this.random = random;
    headings =
        kind.fields().stream().map(SourceField::name).filter(name -> !name.equals("STT")).toList();
    for (int i = 0; i < people; i++) {
      person(i);
    }
  }

  private void person(int number) {
    boolean isMale = random.nextBoolean();
    int year = 1930 + random.nextInt(92);
    int century = (year >= 2000 ? 2 : 0) + (isMale ? 0 : 1);
    String id = "075%d%02d%06d".formatted(century, year % 100, random.nextInt(1_000_000));
    String name = one(SURNAMES) + " " + one(MIDDLE) + " " + one(GIVEN);
    String birth = day(year);
    String place = one(PLACES);
    String commune = one(COMMUNES);
    String phone = "09%08d".formatted(random.nextInt(100_000_000));
    String social = "75%08d".formatted(random.nextInt(100_000_000));
    int records = kind == COVID_VACCINATION ? 1 + random.nextInt(3) : 1;
    for (int record = 0; record < records; record++) {
      List<String> row = new ArrayList<>();
      for (String heading : headings) {
        row.add(
            switch (heading) {
              case "MA_HSSK", "MA_DOI_TUONG", "Mã mũi tiêm" -> "K" + number + "-" + record;
              case "SO_DINH_DANH", "Số CMND/CCCD/Mã định danh" -> id;
              case "SO_CMND" -> number % 3 == 0 ? "27%07d".formatted(number) : "";
              case "HO_TEN", "Họ và tên" -> name;
              case "HO_TEN_ME" -> number % 2 == 0 ? one(SURNAMES) + " Thị " + one(GIVEN) : "";
              case "NGAY_SINH", "Ngày sinh" -> birth;
              case "GIOI_TINH", "Giới tính" -> isMale ? "Nam" : "Nữ";
              case "SO_BHXH" -> social;
              case "MA_THE_BHYT", "Số thẻ BHYT" -> number % 2 == 0 ? "GD475" + social : "";
              case "DIEN_THOAI", "Số điện thoại" -> phone;
              case "DIA_CHI", "Địa chỉ chi tiết" -> place;
              case "MA_XA", "Mã xã/phường" -> commune;
              case "MA_HUYEN", "Mã quận/huyện" -> commune.equals("26269") ? "737" : "731";
              case "MA_TINH", "Mã tỉnh" -> "75";
              case "MA_TRAM" -> "TYT" + commune;
              case "NGAY_LAP" -> day(2020);
              case "NGAY_CAP_NHAT", "Ngày cập nhật" -> day(2022);
              case "NGAY_TIEM", "Ngày tiêm" -> "%02d/1%d/2021".formatted(1 + number % 28, record);
              case "TRANG_THAI" -> "1";
              case "KET_QUA" -> one(List.of("KHOP", "KHONG_KHOP", "KHONG_TIM_THAY"));
              case "MA_VACXIN", "TEN_VACXIN" -> one(List.of("BCG", "DPT-VGB-Hib", "Sởi"));
              case "Tên vắc xin" -> one(List.of("Pfizer", "Moderna", "AZ", "Vero Cell"));
              case "SO_MUI", "Mũi số" -> String.valueOf(record + 1);
              case "SO_LO", "Số lô" -> "00" + random.nextInt(1000);
              case "CO_SO_TIEM", "Cơ sở tiêm" -> "Trạm y tế " + one(GIVEN);
              default -> throw new IllegalStateException("Cannot draw " + heading);
            });
      }
      rows.add(row);
    }
  }

  private String day(int year) {
    return "%02d/%02d/%d".formatted(1 + random.nextInt(28), 1 + random.nextInt(12), year);
  }

  private String one(List<String> values) {
    return values.get(random.nextInt(values.size()));
  }

  /** By RFC 4180 with commas, nothing else. */
  String plain() {
    StringBuilder text = new StringBuilder(String.join(",", headings)).append('\n');
    for (List<String> row : rows) {
      text.append(String.join(",", row.stream().map(DrawnTable::quoted).toList())).append('\n');
    }
    return text.toString();
  }

  static String quoted(String value) {
    return "\"" + value.replace("\"", "\"\"") + "\"";
  }

  boolean isDate(int column) {
    String heading = headings.get(column);
    return heading.startsWith("NGAY_") || heading.startsWith("Ngày ");
  }

  /** Whether a spreadsheet takes the values of a column for numbers and no harm is done to them. */
  boolean isWitnessedNumber(int column) {
    String heading = headings.get(column);
    return heading.equals("SO_DINH_DANH")
        || heading.startsWith("Số CMND")
        || heading.equals("MA_XA")
        || heading.equals("Mã xã/phường")
        || heading.equals("SO_MUI")
        || heading.equals("Mũi số")
        || heading.equals("TRANG_THAI");
  }
}
