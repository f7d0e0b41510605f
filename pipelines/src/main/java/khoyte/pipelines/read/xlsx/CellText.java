package khoyte.pipelines.read.xlsx;

import java.math.BigDecimal;
import java.math.MathContext;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeParseException;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.apache.poi.ss.usermodel.DataFormatter;
import org.apache.poi.ss.usermodel.DateUtil;
import org.apache.poi.ss.util.NumberToTextConverter;

/**
 * Cells as a person would have typed them: numbers with all their digits and no grouping, dates as
 * {@code dd/MM/yyyy}, with a time if they have one.
 */
final class CellText extends DataFormatter {
  /** A number holds so many digits; what stands behind them is lost. */
  private static final MathContext DIGITS = new MathContext(15);

  private static final double LOST = 1e15;
  private static final double LAST_DAY = 2_958_465;

  /** Formats that only fill up with zeros: {@code 000000000000}, {@code "0"#}, {@code 0000 000}. */
  private static final Pattern FILLED = Pattern.compile("0(?:0|\\\\?[ -])*0|(?:\"0+\"|\\\\0)[#0]+");

  private static final Pattern ESCAPE = Pattern.compile("_x(\\p{XDigit}{4})_");
  private static final Pattern NOT_SHOWN =
      Pattern.compile("\"[^\"]*\"|\\[[^]]*]|\\\\.|_.|\\*.|General");
  private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("dd/MM/yyyy");
  private static final DateTimeFormatter MONTH = DateTimeFormatter.ofPattern("MM/yyyy");
  private static final DateTimeFormatter YEAR = DateTimeFormatter.ofPattern("yyyy");
  private static final DateTimeFormatter MOMENT =
      DateTimeFormatter.ofPattern("dd/MM/yyyy HH:mm:ss");

  /** How the numbers of a style are read. */
  private enum Form {
    PLAIN,
    FILLED,
    DATE,
    MONTH,
    YEAR
  }

  private final boolean is1904;
  private final Map<String, Form> forms = new HashMap<>();

  /**
   * @param is1904 whether days are counted from 1904 and not from 1900
   */
  CellText(boolean is1904) {
    super(Locale.ROOT);
    this.is1904 = is1904;
  }

  @Override
  public String formatRawCellContents(double value, int index, String format) {
    Form form = forms.get(format);
    if (form == null) {
      form = form(format);
      forms.put(format, form);
    }
    return switch (form) {
      case PLAIN -> plain(value);
      case FILLED -> super.formatRawCellContents(value, index, format);
      case DATE, MONTH, YEAR ->
          value >= (is1904 ? 0 : 1) && value < LAST_DAY + 1 ? date(value, form) : plain(value);
    };
  }

  private static Form form(String format) {
    if (FILLED.matcher(format).matches()) {
      return Form.FILLED;
    }
    String shown = NOT_SHOWN.matcher(format).replaceAll("").toLowerCase(Locale.ROOT);
    if (shown.indexOf('d') >= 0) {
      return Form.DATE;
    }
    return shown.indexOf('y') < 0 ? Form.PLAIN : shown.indexOf('m') < 0 ? Form.YEAR : Form.MONTH;
  }

  /** A number whose last digits are lost is no code any more: it keeps its exponent. */
  private static String plain(double value) {
    long whole = (long) value;
    if (Math.abs(value) >= LOST) {
      return BigDecimal.valueOf(value).round(DIGITS).stripTrailingZeros().toString();
    }
    return whole == value ? Long.toString(whole) : NumberToTextConverter.toText(value);
  }

  /** Where a cell shows no day, the first day of a month or year stands for all of it. */
  private String date(double value, Form form) {
    LocalDateTime moment = DateUtil.getLocalDateTime(value, is1904, true);
    boolean isFirst = moment.equals(moment.toLocalDate().withDayOfMonth(1).atStartOfDay());
    if (form == Form.DATE || !isFirst) {
      return date(moment);
    }
    return moment.format(form == Form.YEAR && moment.getMonthValue() == 1 ? YEAR : MONTH);
  }

  private static String date(LocalDateTime moment) {
    return moment.format(moment.toLocalTime().equals(LocalTime.MIDNIGHT) ? DAY : MOMENT);
  }

  /** A date that is written as ISO 8601 has it; any other text stays as it is. */
  static String isoDate(String written) {
    try {
      return written.length() > 10
          ? date(LocalDateTime.parse(written.replace("Z", "")))
          : date(LocalDate.parse(written).atStartOfDay());
    } catch (DateTimeParseException e) {
      return written;
    }
  }

  /** {@code _x000D_} is the character of that number; one that cannot be seen is a blank. */
  static String unescaped(String text) {
    if (!text.contains("_x")) {
      return text;
    }
    return ESCAPE
        .matcher(text)
        .replaceAll(
            escape -> {
              char c = (char) Integer.parseInt(escape.group(1), 16);
              boolean isHidden = Character.isISOControl(c) && !Character.isWhitespace(c);
              return Matcher.quoteReplacement(String.valueOf(isHidden ? ' ' : c));
            });
  }
}
