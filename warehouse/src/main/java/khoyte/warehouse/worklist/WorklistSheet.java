package khoyte.warehouse.worklist;

import java.util.List;

/**
 * The lists of a commune's workbook, each a sheet. A dose stands in the list of its smallest error
 * class (công văn 2262/BYT-CNTT, 04/05/2022), or where it is not known whose it is.
 */
public enum WorklistSheet {
  GROUP_1("group_1", "Nhóm 1", "không có số CCCD/CMND"),
  GROUP_2("group_2", "Nhóm 2", "số CCCD/CMND sai định dạng"),
  GROUP_3("group_3", "Nhóm 3", "sai số, họ tên, ngày sinh, giới tính"),
  OTHER("other", "Lỗi khác", "ngày tiêm, địa bàn, vắc xin, thứ tự mũi"),
  UNDECIDED("undecided", "Chưa phân định", "chưa rõ là ai");

  private final String code;
  private final String title;
  private final String content;

  WorklistSheet(String code, String title, String content) {
    this.code = code;
    this.title = title;
    this.content = content;
  }

  /** As written in tables. */
  public String code() {
    return code;
  }

  /** Name of the sheet. */
  public String title() {
    return title;
  }

  /** What stands in it. */
  public String content() {
    return content;
  }

  /** What a station may answer here. */
  public List<Decision> decisions() {
    return this == UNDECIDED ? Decision.AMONG_CANDIDATES : Decision.OF_A_RECORD;
  }

  /** The list of a code. */
  public static WorklistSheet ofCode(String code) {
    for (WorklistSheet sheet : values()) {
      if (sheet.code.equals(code)) {
        return sheet;
      }
    }
    throw new IllegalArgumentException("Cannot find the list " + code);
  }
}
