package khoyte.warehouse.worklist;

import java.util.Arrays;
import java.util.List;

/** The columns of a list, from A; what stands in one and where a station may write. */
public enum WorklistColumn {
  ORDINAL("Số TT", 9, Use.PRINTED),
  /** The only column that identifies a row when it returns; see {@link RowKey}. */
  KEY("Mã dòng", 15, Use.PRINTED),
  SOURCE("Nguồn", 16, Use.PRINTED),
  NAME("Họ và tên", 32, Use.PRINTED),
  BIRTH_DATE("Ngày sinh", 17, Use.PRINTED),
  GENDER("Giới tính", 10, Use.PRINTED),
  ID("Số CCCD/CMND", 22, Use.PRINTED),
  CONTACT("Điện thoại, địa chỉ", 26, Use.PRINTED),
  DOSE("Mũi tiêm", 24, Use.PRINTED),
  FAULT("Nội dung sai", 20, Use.PRINTED),
  PROPOSAL("Đề xuất của kho", 20, Use.PRINTED),
  RESULT("Kết quả rà soát", 16, Use.WRITTEN),
  RIGHT_NAME("Họ và tên", 26, Use.WRITTEN),
  RIGHT_BIRTH_DATE("Ngày sinh", 15, Use.WRITTEN),
  RIGHT_GENDER("Giới tính", 9, Use.WRITTEN),
  RIGHT_ID("Số định danh", 20, Use.WRITTEN),
  POLICE("Công an đối chiếu", 14, Use.WRITTEN),
  NOTE("Ghi chú", 16, Use.WRITTEN);

  /** What the record says as it arrived. */
  public static final List<WorklistColumn> PRESENT = List.of(NAME, BIRTH_DATE, GENDER, ID);

  /** What is right instead. */
  public static final List<WorklistColumn> RIGHT =
      List.of(RIGHT_NAME, RIGHT_BIRTH_DATE, RIGHT_GENDER, RIGHT_ID);

  /** Headings over {@link #PRESENT} and {@link #RIGHT}. */
  public static final String PRESENT_HEADING = "Thông tin hiện có";

  public static final String RIGHT_HEADING = "Thông tin đúng";

  private enum Use {
    PRINTED,
    WRITTEN
  }

  private final String heading;
  private final double mm;
  private final Use use;

  WorklistColumn(String heading, double mm, Use use) {
    this.heading = heading;
    this.mm = mm;
    this.use = use;
  }

  public String heading() {
    return heading;
  }

  /** Its width. */
  public double mm() {
    return mm;
  }

  public boolean isWritable() {
    return use == Use.WRITTEN;
  }

  /** Width of all columns. */
  public static double allMm() {
    return Arrays.stream(values()).mapToDouble(WorklistColumn::mm).sum();
  }
}
