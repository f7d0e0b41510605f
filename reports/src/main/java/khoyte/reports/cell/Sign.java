package khoyte.reports.cell;

import org.jspecify.annotations.Nullable;

/**
 * A cell without a figure. Zero is not one of them: it was counted. {@link #state} is the word for
 * it in CSV files and in a mart's {@code <measure>_state} column.
 */
public enum Sign implements ReportCell {
  NOT_APPLICABLE("n_a", "-", "- không phát sinh hoặc không thuộc phạm vi", Alignment.CENTRE),
  UNKNOWN("unknown", "…", "… không có số liệu", Alignment.RIGHT),
  LATE("late", "chưa gửi", "chưa gửi: nguồn chưa gửi dữ liệu của kỳ", Alignment.RIGHT),
  WITHHELD("withheld", "*", "* không công bố để bảo vệ thông tin cá nhân", Alignment.RIGHT);

  private final String state;
  private final String printed;
  private final String legend;
  private final Alignment alignment;

  Sign(String state, String printed, String legend, Alignment alignment) {
    this.state = state;
    this.printed = printed;
    this.legend = legend;
    this.alignment = alignment;
  }

  public static Sign ofState(String state) {
    for (Sign sign : values()) {
      if (sign.state.equals(state)) {
        return sign;
      }
    }
    throw new IllegalArgumentException("Cannot read cell state " + state);
  }

  public String state() {
    return state;
  }

  /** The sign's part of the legend under the table. */
  public String legend() {
    return legend;
  }

  /** A figure exists but is not in this cell; a sum over it is not whole. */
  public boolean hidesFigure() {
    return this != NOT_APPLICABLE;
  }

  @Override
  public String printed() {
    return printed;
  }

  @Override
  public String csv() {
    return "";
  }

  @Override
  public @Nullable Number number() {
    return null;
  }

  @Override
  public String numberFormat() {
    return "@";
  }

  @Override
  public Alignment alignment() {
    return alignment;
  }
}
