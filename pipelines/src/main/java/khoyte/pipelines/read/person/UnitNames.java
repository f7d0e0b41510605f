package khoyte.pipelines.read.person;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import khoyte.pipelines.read.text.VietnameseText;
import khoyte.warehouse.reference.AdministrativeUnit;
import khoyte.warehouse.reference.AdministrativeUnits;
import khoyte.warehouse.reference.Province;
import khoyte.warehouse.reference.UnitLevel;
import org.jspecify.annotations.Nullable;

/** Parts of an address text: the units that a part may name. */
final class UnitNames {
  /** Written kinds of units, folded and without dots; the longest first. */
  private static final List<Kind> KINDS =
      List.of(
          new Kind("thanh pho", "thanh pho", null),
          new Kind("thi tran", "thi tran", UnitLevel.COMMUNE),
          new Kind("thi xa", "thi xa", UnitLevel.DISTRICT),
          new Kind("phuong", "phuong", UnitLevel.COMMUNE),
          new Kind("huyen", "huyen", UnitLevel.DISTRICT),
          new Kind("quan", "quan", UnitLevel.DISTRICT),
          new Kind("tinh", "tinh", UnitLevel.PROVINCE),
          new Kind("xa", "xa", UnitLevel.COMMUNE),
          new Kind("tp", "thanh pho", null),
          new Kind("tt", "thi tran", UnitLevel.COMMUNE),
          new Kind("tx", "thi xa", UnitLevel.DISTRICT),
          new Kind("p", "phuong", UnitLevel.COMMUNE),
          new Kind("x", "xa", UnitLevel.COMMUNE),
          new Kind("h", "huyen", UnitLevel.DISTRICT),
          new Kind("q", "quan", UnitLevel.DISTRICT),
          new Kind("t", "tinh", UnitLevel.PROVINCE));

  private final Map<String, List<Named>> byFoldedName = new HashMap<>();

  UnitNames(AdministrativeUnits units) {
    Set<String> covered = new HashSet<>();
    for (AdministrativeUnit unit : units.all()) {
      add(
          new Named(
              unit, unit.level(), units.provinceOf(unit), units.districtOf(unit), unit.name()));
      covered.add(unit.code());
    }
    for (Province province : Province.ALL) {
      if (!covered.contains(province.code())) {
        add(new Named(null, UnitLevel.PROVINCE, province.code(), null, province.name()));
      }
    }
    add(new Named(null, UnitLevel.PROVINCE, "79", null, "Thành phố HCM"));
    add(new Named(null, UnitLevel.PROVINCE, "77", null, "Tỉnh BRVT"));
  }

  private void add(Named named) {
    byFoldedName.computeIfAbsent(named.folded(), name -> new ArrayList<>()).add(named);
  }

  /** A way to write a kind; the level is null for thành phố, which is a district or a province. */
  record Kind(String written, String kind, @Nullable UnitLevel level) {}

  /** A unit with what an address may say of it; unit is null for a province not covered. */
  static final class Named {
    final @Nullable AdministrativeUnit unit;
    final UnitLevel level;
    final String province;
    final @Nullable String district;
    final String kind;
    private final String name;

    Named(
        @Nullable AdministrativeUnit unit,
        UnitLevel level,
        String province,
        @Nullable String district,
        String fullName) {
      this.unit = unit;
      this.level = level;
      this.province = province;
      this.district = district;
      String normal = VietnameseText.normalForm(fullName);
      Kind written = kindOf(VietnameseText.foldedForm(normal));
      this.kind = written == null ? "" : written.kind();
      this.name = written == null ? normal : normal.substring(written.written().length() + 1);
    }

    private String folded() {
      return keyOf(VietnameseText.foldedForm(name));
    }

    private boolean isWritten(String normalName) {
      return keyOf(name).equals(keyOf(normalName));
    }
  }

  /**
   * A part of an address.
   *
   * @param kind if said
   * @param units that it may mean
   * @param hasOtherMarks whether it is written with marks, and none of the units with these
   */
  record Part(@Nullable Kind kind, List<Named> units, boolean hasOtherMarks) {

    boolean isOf(UnitLevel level) {
      return kind != null && kind.level() == level;
    }

    /** Whether it is said to be a district or province. */
    boolean isOfGreaterUnit() {
      return kind != null && kind.level() != UnitLevel.COMMUNE;
    }
  }

  private static @Nullable Kind kindOf(String folded) {
    for (Kind kind : KINDS) {
      if (folded.startsWith(kind.written())
          && folded.length() > kind.written().length()
          && " .".indexOf(folded.charAt(kind.written().length())) >= 0) {
        return kind;
      }
    }
    return null;
  }

  /** Names without points, signs and the zeros of {@code Phường 01}. */
  private static String keyOf(String name) {
    StringBuilder key = new StringBuilder(name.length());
    for (int i = 0; i < name.length(); i++) {
      char c = name.charAt(i);
      boolean isZeroAhead =
          c == '0'
              && (i == 0 || !Character.isDigit(name.charAt(i - 1)))
              && i + 1 < name.length()
              && Character.isDigit(name.charAt(i + 1));
      if (Character.isLetterOrDigit(c) && !isZeroAhead) {
        key.append(c);
      }
    }
    return key.toString();
  }

  /**
   * @param normal part of an address in its normal form
   */
  Part part(String normal) {
    String folded = VietnameseText.foldedForm(normal);
    Part whole = named(normal, folded, null);
    Kind kind = kindOf(folded.startsWith("t.p") ? "tp " + folded.substring(3) : folded);
    if (kind == null) {
      kind = gluedNumber(folded);
    }
    if (kind == null) {
      return whole;
    }
    int from = folded.startsWith("t.p") ? 3 : kind.written().length();
    Part withKind = named(normal.substring(from), folded.substring(from), kind);
    return withKind.units().isEmpty() && !whole.units().isEmpty() ? whole : withKind;
  }

  /** {@code P1}, {@code P01}: a ward with a number for a name. */
  private static @Nullable Kind gluedNumber(String folded) {
    boolean isGlued =
        folded.length() >= 2
            && folded.length() <= 3
            && folded.charAt(0) == 'p'
            && folded.chars().skip(1).allMatch(c -> c >= '0' && c <= '9');
    return isGlued
        ? KINDS.stream().filter(k -> k.written().equals("p")).findFirst().orElseThrow()
        : null;
  }

  private Part named(String normal, String folded, @Nullable Kind kind) {
    List<Named> all =
        byFoldedName.getOrDefault(keyOf(folded), List.of()).stream()
            .filter(named -> kind == null || fits(kind, named))
            .toList();
    boolean hasMarks = !normal.equals(folded);
    List<Named> written =
        hasMarks ? all.stream().filter(named -> named.isWritten(normal)).toList() : List.of();
    return written.isEmpty()
        ? new Part(kind, all, hasMarks && !all.isEmpty())
        : new Part(kind, written, false);
  }

  private static boolean fits(Kind kind, Named named) {
    return kind.level() == null ? named.level != UnitLevel.COMMUNE : kind.level() == named.level;
  }
}
