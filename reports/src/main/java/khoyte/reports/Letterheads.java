package khoyte.reports;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.TreeMap;
import khoyte.reports.Letterhead.Signer;

/** Letterheads by the first day on which they hold; the earliest also holds before its day. */
public record Letterheads(NavigableMap<LocalDate, Letterhead> from) {
  private static final LocalDate CITY_SINCE = LocalDate.of(2026, 4, 30);

  public Letterheads {
    if (from.isEmpty()) {
      throw new IllegalArgumentException("Cannot head a letter: no letterhead");
    }
    from = new TreeMap<>(from);
  }

  /** What holds if the configuration says nothing else: Đồng Nai, a city since 30/04/2026. */
  public static Letterheads delivered() {
    return new Letterheads(
        new TreeMap<>(
            Map.of(
                LocalDate.EPOCH,
                delivered("UBND TỈNH ĐỒNG NAI", "tỉnh"),
                CITY_SINCE,
                delivered("UBND THÀNH PHỐ ĐỒNG NAI", "thành phố"))));
  }

  public Letterhead on(LocalDate date) {
    Map.Entry<LocalDate, Letterhead> entry = from.floorEntry(date);
    return entry == null ? from.firstEntry().getValue() : entry.getValue();
  }

  private static Letterhead delivered(String parent, String kind) {
    return new Letterhead(
        parent,
        "SỞ Y TẾ",
        "Đồng Nai",
        "BC-SYT",
        LetterForm.VAN_BAN,
        "I",
        kind + " Đồng Nai",
        List.of(
            "Bộ Y tế (để báo cáo)",
            "UBND " + kind + " (để báo cáo)",
            "Các đơn vị trực thuộc",
            "Lưu: VT, VP"),
        new Signer("", "GIÁM ĐỐC", ""));
  }
}
