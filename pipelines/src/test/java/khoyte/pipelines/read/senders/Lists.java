package khoyte.pipelines.read.senders;

import static khoyte.pipelines.read.senders.Received.utf8;
import static khoyte.pipelines.read.source.SourceKind.POPULATION;

import java.util.ArrayList;
import java.util.List;
import khoyte.pipelines.read.source.SourceKind;

/** Short lists that examples are made of, and what is right of them. */
final class Lists {
  static final String HEADING = "MA_HSSK,HO_TEN,NGAY_SINH,GIOI_TINH,SO_DINH_DANH,KET_QUA";
  static final String FIRST = "HS1,Trần Thị Mai,05/05/1990,Nữ,075190000001,KHOP";
  static final String SECOND = "HS2,Lê Văn Đức,02/01/1980,Nam,075080000002,KHONG_KHOP";
  static final String THIRD = "HS3,Hoàng Thị Lệ,31/12/2001,Nữ,075301000003,KHONG_TIM_THAY";
  static final String ANSWERS = lines(HEADING, FIRST, SECOND, THIRD);

  static final String IS_FIRST = "HS1|trần thị mai|1990-05-05|2|075190000001|KHOP";
  static final String IS_SECOND = "HS2|lê văn đức|1980-01-02|1|075080000002|KHONG_KHOP";
  static final String IS_THIRD = "HS3|hoàng thị lệ|2001-12-31|2|075301000003|KHONG_TIM_THAY";
  static final List<String> ARE_ANSWERS = List.of(IS_FIRST, IS_SECOND, IS_THIRD);

  static final String[] ANSWER = {
    "ma_hssk", "name", "birth_date", "gender", "citizen_id", "answer"
  };

  /** Headings of the vaccination platform, in its order. */
  static final List<String> DOSE_HEADINGS =
      List.of(
          "STT",
          "Mã mũi tiêm",
          "Họ và tên",
          "Ngày sinh",
          "Giới tính",
          "Số CMND/CCCD/Mã định danh",
          "Số thẻ BHYT",
          "Số điện thoại",
          "Mã tỉnh",
          "Mã quận/huyện",
          "Mã xã/phường",
          "Địa chỉ chi tiết",
          "Tên vắc xin",
          "Mũi số",
          "Ngày tiêm",
          "Số lô",
          "Cơ sở tiêm",
          "Ngày cập nhật");

  private Lists() {}

  static String lines(String... lines) {
    return String.join("\n", lines) + "\n";
  }

  static Received answers(String name, byte[] bytes) {
    return Received.of(POPULATION, name, bytes);
  }

  static Received answers(String text) {
    return answers("tra-loi_20221231.csv", utf8(text));
  }

  static byte[] csv() {
    return utf8(ANSWERS);
  }

  /** Cells of a line of values that hold no separators. */
  static String[] cells(String line) {
    return line.split(",", -1);
  }

  /** The three answers as a sheet with its heading. */
  static SheetXml sheet() {
    return new SheetXml()
        .row(cells(HEADING))
        .row(cells(FIRST))
        .row(cells(SECOND))
        .row(cells(THIRD));
  }

  /** A dose of Trần Thị Mai with some of its cells given: heading and cell in turn. */
  static String[] dose(String key, String... given) {
    List<String> row =
        new ArrayList<>(
            List.of(
                "1",
                key,
                "Trần Thị Mai",
                "05/05/1990",
                "Nữ",
                "075190000001",
                "",
                "0912345678",
                "75",
                "731",
                "26050",
                "Phường An Bình",
                "Pfizer",
                "1",
                "01/09/2021",
                "L1",
                "Trạm y tế",
                "02/09/2021"));
    for (int i = 0; i < given.length; i += 2) {
      row.set(DOSE_HEADINGS.indexOf(given[i]), given[i + 1]);
    }
    return row.toArray(String[]::new);
  }

  static String[] doseHeadings() {
    return DOSE_HEADINGS.toArray(String[]::new);
  }

  static Received doses(byte[] bytes) {
    return Received.of(SourceKind.COVID_VACCINATION, "covid_20221231.xlsx", bytes);
  }
}
