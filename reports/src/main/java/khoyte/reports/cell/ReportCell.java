package khoyte.reports.cell;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import org.jspecify.annotations.Nullable;

/**
 * What one cell of a report says. A counted zero, a figure that cannot exist, is unknown, late or
 * withheld are different things and print differently.
 */
public sealed interface ReportCell
    permits ReportCell.Count,
        ReportCell.PartialCount,
        ReportCell.Money,
        ReportCell.Share,
        ReportCell.Day,
        ReportCell.Text,
        Sign {

  /** As it stands on paper, in Vietnamese. */
  String printed();

  /** As it stands in a CSV file: plain digits, {@code .} before decimals, ISO dates. */
  String csv();

  /** The workbook's value; null where the printed text itself is the value. */
  @Nullable Number number();

  /**
   * Excel's format code. Dots between thousands are literal, so that every locale shows the same
   * page.
   */
  String numberFormat();

  Alignment alignment();

  /** The share of a part in a whole, in per cent; not applicable where there is no whole. */
  static ReportCell share(long part, long whole) {
    return whole == 0 ? Sign.NOT_APPLICABLE : new Share(part, whole);
  }

  /** A number of things that were counted. */
  record Count(long value) implements ReportCell {
    private static final long MILLIARD = 1_000_000_000L;

    @Override
    public String printed() {
      return Vietnamese.number(value);
    }

    @Override
    public String csv() {
      return Long.toString(value);
    }

    @Override
    public Number number() {
      return value;
    }

    @Override
    public String numberFormat() {
      // A format code takes two conditions and a rest: a fourth magnitude needs a code of its own.
      return value >= MILLIARD
          ? "0\\.000\\.000\\.000"
          : "[>=1000000]0\\.000\\.000;[>=1000]0\\.000;0";
    }

    @Override
    public Alignment alignment() {
      return Alignment.RIGHT;
    }
  }

  /** A sum in which the figure of at least one unit is missing, and why the first of them is. */
  record PartialCount(long value, Sign missing) implements ReportCell {
    private static final String MARK = " (*)";

    @Override
    public String printed() {
      return Vietnamese.number(value) + MARK;
    }

    @Override
    public String csv() {
      return Long.toString(value);
    }

    @Override
    public Number number() {
      return value;
    }

    @Override
    public String numberFormat() {
      String digits = "0" + "\\.000".repeat((Long.toString(Math.abs(value)).length() - 1) / 3);
      return digits + "\"" + MARK + "\"";
    }

    @Override
    public Alignment alignment() {
      return Alignment.RIGHT;
    }
  }

  /** An amount in the whole unit that the heading names: {@code (triệu đồng)}. */
  record Money(long value) implements ReportCell {
    @Override
    public String printed() {
      return new Count(value).printed();
    }

    @Override
    public String csv() {
      return new Count(value).csv();
    }

    @Override
    public Number number() {
      return value;
    }

    @Override
    public String numberFormat() {
      return new Count(value).numberFormat();
    }

    @Override
    public Alignment alignment() {
      return Alignment.RIGHT;
    }
  }

  /** A share in per cent, rounded once from the exact quotient. */
  record Share(long part, long whole) implements ReportCell {
    private static final BigDecimal HUNDRED = BigDecimal.valueOf(100);

    public Share {
      if (whole == 0) {
        throw new IllegalArgumentException("Cannot compute a share of nothing");
      }
    }

    /** Half up, to the given number of decimals. */
    public BigDecimal percent(int decimals) {
      return BigDecimal.valueOf(part)
          .multiply(HUNDRED)
          .divide(BigDecimal.valueOf(whole), decimals, RoundingMode.HALF_UP);
    }

    @Override
    public String printed() {
      return Vietnamese.decimal(percent(1));
    }

    @Override
    public String csv() {
      return percent(4).toPlainString();
    }

    @Override
    public Number number() {
      return percent(1);
    }

    @Override
    public String numberFormat() {
      return "[$-42A]0.0";
    }

    @Override
    public Alignment alignment() {
      return Alignment.RIGHT;
    }
  }

  /** A calendar day. */
  record Day(LocalDate value) implements ReportCell {
    private static final LocalDate EXCEL_EPOCH = LocalDate.of(1899, 12, 30);

    @Override
    public String printed() {
      return Vietnamese.date(value);
    }

    @Override
    public String csv() {
      return value.toString();
    }

    @Override
    public Number number() {
      return ChronoUnit.DAYS.between(EXCEL_EPOCH, value);
    }

    @Override
    public String numberFormat() {
      return "dd\\/mm\\/yyyy";
    }

    @Override
    public Alignment alignment() {
      return Alignment.CENTRE;
    }
  }

  /** An id, a code, a phone number: zeros in front are kept. */
  record Text(String value) implements ReportCell {
    @Override
    public String printed() {
      return value;
    }

    @Override
    public String csv() {
      return value;
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
      return Alignment.CENTRE;
    }
  }
}
