package khoyte.jobs.demo;

import java.util.List;

/** Addresses as people write them: full or short kinds, with and without diacritics. */
final class Addresses {
  private static final List<String> STREETS =
      List.of(
          "đường Nguyễn Ái Quốc",
          "đường Phạm Văn Thuận",
          "đường Hùng Vương",
          "đường Cách Mạng Tháng Tám",
          "quốc lộ 1A",
          "quốc lộ 20",
          "hẻm 12");

  private Addresses() {}

  /** An address from which the commune can be read. */
  static String full(Commune commune, Dice dice) {
    String house = house(dice);
    return switch (dice.below(8)) {
      case 0 -> joined(", ", house, commune.name(), commune.districtName(), "Tỉnh Đồng Nai");
      case 1 -> joined(", ", house, shortened(commune.name(), ". "), district(commune, ". "));
      case 2 ->
          joined(", ", house, shortened(commune.name(), "."), district(commune, "."), "Đồng Nai");
      case 3 ->
          joined(
              " - ", house, shortened(commune.name(), ". "), district(commune, ". "), "Đồng Nai");
      case 4 ->
          joined(
              "-", house.replace('-', '/'), shortened(commune.name(), "."), district(commune, "."));
      case 5 ->
          Spelling.modernTone(
              joined(", ", house, commune.name(), commune.districtName(), "Đồng Nai"));
      case 6 ->
          Spelling.upper(
              Spelling.withoutDiacritics(
                  joined(", ", house, shortened(commune.name(), ". "), district(commune, ". "))));
      default ->
          Spelling.withoutDiacritics(
              joined(", ", house, commune.name(), commune.districtName(), "Tỉnh Đồng Nai"));
    };
  }

  /** An address without commune. */
  static String house(Dice dice) {
    return switch (dice.below(4)) {
      case 0 -> "Tổ " + dice.between(1, 30) + ", KP " + dice.between(1, 9);
      case 1 -> "Ấp " + dice.between(1, 9);
      case 2 -> "Số " + dice.between(1, 400) + ", " + STREETS.get(dice.below(STREETS.size()));
      default -> "Tổ " + dice.between(1, 30) + ", ấp " + dice.between(1, 9);
    };
  }

  private static String joined(String separator, String house, String... units) {
    return house.replace(", ", separator) + separator + String.join(separator, units);
  }

  private static String district(Commune commune, String dot) {
    return shortened(commune.districtName(), dot);
  }

  private static String shortened(String name, String dot) {
    return name.replace("Phường ", "P" + dot)
        .replace("Thị trấn ", "TT" + dot)
        .replace("Xã ", "X" + dot)
        .replace("Huyện ", "H" + dot)
        .replace("Thành phố ", "TP" + dot)
        .replace("Thị xã ", "TX" + dot);
  }
}
