package khoyte.warehouse.worklist;

/** Names and texts of a workbook by which it is known again when it returns. */
public final class WorklistForm {
  public static final String GUIDE_SHEET = "Hướng dẫn";
  public static final String SUMMARY_SHEET = "Tổng hợp";

  /** Very hidden: what the drop-downs offer. */
  public static final String CHOICES_SHEET = "DanhMuc";

  /**
   * Very hidden: {@link #FORM}, {@link #AS_OF}, {@link #NIGHT}, {@link #UNIT} with their values,
   * then {@link #ROWS} and below it a {@link RowKey} and {@link IssuedRow#packed} in each row, last
   * {@link #SEAL} with the {@link WorklistSeal} over all of it.
   */
  public static final String SEAL_SHEET = "_khoyte";

  public static final String FORM = "khoyte";
  public static final String FORM_VERSION = "ra-soat 1";
  public static final String AS_OF = "as-of";
  public static final String NIGHT = "night";
  public static final String UNIT = "unit";
  public static final String ROWS = "rows";
  public static final String SEAL = "hash";

  /** In a list without rows. */
  public static final String NOTHING = "Không có bản ghi cần rà soát.";

  /** With it begins the line below a list. */
  public static final String TOTAL = "Tổng số: ";

  private WorklistForm() {}
}
