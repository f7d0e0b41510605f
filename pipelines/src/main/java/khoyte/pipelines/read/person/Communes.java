package khoyte.pipelines.read.person;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import khoyte.pipelines.read.person.UnitNames.Named;
import khoyte.pipelines.read.person.UnitNames.Part;
import khoyte.pipelines.read.text.VietnameseText;
import khoyte.warehouse.reference.AdministrativeUnit;
import khoyte.warehouse.reference.AdministrativeUnits;
import khoyte.warehouse.reference.Province;
import khoyte.warehouse.reference.UnitLevel;
import org.jspecify.annotations.Nullable;

/**
 * The commune of a record: its code if there is such a commune, else read from its address text.
 *
 * <p>What is repaired needs a witness. Zeros are put before a code that a spreadsheet shortened
 * only where the commune then lies in the record's own province; {@code 2605} of province 75 is no
 * code at all, though {@code 02605} is one of Tuyên Quang. Remembers parts of addresses; for one
 * thread.
 */
public final class Communes {
  private static final int MOST_REMEMBERED = 100_000;
  private static final int CODE_LENGTH = 5;
  private static final int PROVINCE_LENGTH = 2;
  private static final Set<String> PROVINCES =
      Province.ALL.stream().map(Province::code).collect(Collectors.toUnmodifiableSet());
  private static final Set<String> LEVEL_WORDS =
      Set.of("xa", "phuong", "huyen", "quan", "tinh", "tp", "tt", "tx");

  private final AdministrativeUnits units;
  private final UnitNames names;
  private final String homeProvince;
  private final Map<String, Part> remembered = new HashMap<>();

  /**
   * @param homeProvince code of the province that is meant where none is said
   */
  public Communes(AdministrativeUnits units, String homeProvince) {
    this.units = units;
    this.names = new UnitNames(units);
    this.homeProvince = homeProvince;
  }

  /**
   * Unit id of the commune, or null.
   *
   * @param province the record's own, which witnesses a shortened code and is meant where an
   *     address names none
   * @param on the record's date, which decides between versions of a code or name; null if unknown
   */
  public @Nullable String find(
      @Nullable String code,
      @Nullable String province,
      @Nullable String address,
      @Nullable LocalDate on) {
    AdministrativeUnit byCode = code == null ? null : byCode(code, province, on);
    if (byCode != null) {
      return byCode.unitId();
    }
    return address == null ? null : inAddress(address, province, on);
  }

  private @Nullable AdministrativeUnit byCode(
      String text, @Nullable String province, @Nullable LocalDate on) {
    List<AdministrativeUnit> versions = versions(text, province);
    if (versions.isEmpty()) {
      return null;
    }
    AdministrativeUnit nearest = versions.get(0);
    for (AdministrativeUnit version : versions) {
      if (on != null && (version.validFrom() == null || !on.isBefore(version.validFrom()))) {
        nearest = version;
      }
    }
    return nearest;
  }

  /** Communes that have had the code; none of a shortened code that has no witness. */
  private List<AdministrativeUnit> versions(String text, @Nullable String province) {
    String code = VietnameseText.stripped(text);
    List<AdministrativeUnit> versions = units.versions(padded(code, CODE_LENGTH));
    if (versions.isEmpty() || versions.get(0).level() != UnitLevel.COMMUNE) {
      return List.of();
    }
    boolean isWhole = code.length() == CODE_LENGTH;
    String own = province == null ? homeProvince : padded(province, PROVINCE_LENGTH);
    return isWhole || units.provinceOf(versions.get(0)).equals(own) ? versions : List.of();
  }

  /**
   * Whether a code is no commune of a day, or one outside the record's own province. A province
   * that the reference does not cover is not judged; a text that is no province says nothing of a
   * whole code.
   */
  public boolean isUnknown(@Nullable String code, @Nullable String province, LocalDate on) {
    String own = province == null ? "" : padded(province, PROVINCE_LENGTH);
    boolean isGiven = PROVINCES.contains(own);
    if (isGiven && !units.covers(own, on)) {
      return false;
    }
    return code == null
        || versions(code, province).stream()
            .filter(version -> version.validOn(on))
            .noneMatch(version -> !isGiven || units.provinceOf(version).equals(own));
  }

  private static String padded(String text, int length) {
    String code = VietnameseText.stripped(text);
    return code.length() < length ? "0".repeat(length - code.length()) + code : code;
  }

  /** What says where a commune lies, beside its name. */
  private enum Witness {
    /** The address names its district: bears out even a name with other marks. */
    DISTRICT,
    /** Record or address name its province. */
    PROVINCE,
    /** Nothing does, so the province of the warehouse is meant. */
    WAREHOUSE
  }

  private @Nullable String inAddress(
      String address, @Nullable String province, @Nullable LocalDate on) {
    List<Part> parts = parts(address);
    int end = parts.size();
    String own = province == null ? homeProvince : padded(province, PROVINCE_LENGTH);
    Witness witness = province == null ? Witness.WAREHOUSE : Witness.PROVINCE;
    // Only the warehouse's own, or a unit of it in the address, bears out a province of one digit.
    boolean isShortened =
        province != null
            && VietnameseText.stripped(province).length() < PROVINCE_LENGTH
            && !own.equals(homeProvince);
    for (int i = parts.size() - 1; i >= 0; i--) {
      Named named = first(parts.get(i), unit -> unit.level == UnitLevel.PROVINCE);
      if (named != null) {
        own = named.province;
        witness = Witness.PROVINCE;
        isShortened = false;
        end = i;
      }
      if (!parts.get(i).units().isEmpty()) {
        break;
      }
    }
    String within = own;
    for (int i = end - 1; i >= 0; i--) {
      Named district =
          parts.get(i).isOf(UnitLevel.COMMUNE)
              ? null
              : first(
                  parts.get(i),
                  unit -> unit.level == UnitLevel.DISTRICT && unit.province.equals(within));
      if (district != null) {
        String code = Objects.requireNonNull(district.district);
        return commune(
            parts.subList(0, i), unit -> code.equals(unit.district), Witness.DISTRICT, on);
      }
    }
    return isShortened
        ? null
        : commune(parts.subList(0, end), unit -> unit.province.equals(within), witness, on);
  }

  /** The commune that the last of the parts names which names one. */
  private static @Nullable String commune(
      List<Part> parts, Predicate<Named> place, Witness witness, @Nullable LocalDate on) {
    boolean isSaid = parts.stream().anyMatch(part -> part.isOf(UnitLevel.COMMUNE));
    for (int i = parts.size() - 1; i >= 0; i--) {
      Part part = parts.get(i);
      if (isSaid && !part.isOf(UnitLevel.COMMUNE)) {
        continue;
      }
      List<AdministrativeUnit> communes = new ArrayList<>();
      for (Named named : part.units()) {
        if (named.unit != null && named.level == UnitLevel.COMMUNE && place.test(named)) {
          communes.add(named.unit);
        }
      }
      if (!communes.isEmpty()) {
        boolean isElsewhere =
            witness == Witness.WAREHOUSE
                && parts.subList(i + 1, parts.size()).stream().anyMatch(Part::isOfGreaterUnit);
        boolean isCorrected = witness != Witness.DISTRICT && part.hasOtherMarks();
        return isElsewhere || isCorrected ? null : one(part, communes, on);
      }
    }
    return null;
  }

  /** The one code among them, first of those valid on the day, then of the kind that is said. */
  private static @Nullable String one(
      Part part, List<AdministrativeUnit> communes, @Nullable LocalDate on) {
    List<AdministrativeUnit> valid =
        communes.stream().filter(unit -> on == null || unit.validOn(on)).toList();
    Map<String, AdministrativeUnit> byCode = new TreeMap<>();
    for (AdministrativeUnit unit : valid.isEmpty() ? communes : valid) {
      byCode.putIfAbsent(unit.code(), unit);
    }
    if (byCode.size() > 1 && part.kind() != null) {
      String kind = part.kind().kind();
      byCode
          .values()
          .removeIf(
              unit ->
                  !VietnameseText.foldedForm(VietnameseText.normalForm(unit.name()))
                      .startsWith(kind + " "));
    }
    return byCode.size() == 1 ? byCode.values().iterator().next().unitId() : null;
  }

  private static @Nullable Named first(Part part, Predicate<Named> wanted) {
    for (Named named : part.units()) {
      if (wanted.test(named)) {
        return named;
      }
    }
    return null;
  }

  private List<Part> parts(String address) {
    List<Part> parts = new ArrayList<>();
    String normal = VietnameseText.normalForm(joined(address));
    int from = 0;
    for (int i = 0; i <= normal.length(); i++) {
      if (i == normal.length() || ",;-".indexOf(normal.charAt(i)) >= 0) {
        String text = normal.substring(from, i).strip();
        if (!text.isEmpty()) {
          addPart(parts, text);
        }
        from = i + 1;
      }
    }
    return parts;
  }

  /** The one province with a hyphen in its name. */
  private static String joined(String address) {
    int at = address.indexOf('-');
    if (at < 0) {
      return address;
    }
    String before = VietnameseText.foldedForm(VietnameseText.normalForm(address.substring(0, at)));
    String after = VietnameseText.foldedForm(VietnameseText.normalForm(address.substring(at + 1)));
    if (before.endsWith("ba ria") && after.startsWith("vung tau")) {
      return address.substring(0, at) + " " + joined(address.substring(at + 1));
    }
    return address.substring(0, at + 1) + joined(address.substring(at + 1));
  }

  /** A part without separators may still hold several units: {@code xã A huyện B tỉnh C}. */
  private void addPart(List<Part> parts, String text) {
    Part part = remembered(text);
    int cut = part.units().isEmpty() ? nextLevelWord(text) : -1;
    if (cut < 0) {
      parts.add(part);
    } else {
      addPart(parts, text.substring(0, cut).strip());
      addPart(parts, text.substring(cut).strip());
    }
  }

  private static int nextLevelWord(String text) {
    String folded = VietnameseText.foldedForm(text);
    for (int at = folded.indexOf(' '); at >= 0; at = folded.indexOf(' ', at + 1)) {
      String rest = folded.substring(at + 1);
      int end = rest.indexOf(' ');
      String word = end < 0 ? rest : rest.substring(0, end);
      boolean isLongKind =
          rest.startsWith("thanh pho ")
              || rest.startsWith("thi tran ")
              || rest.startsWith("thi xa ");
      boolean isAfterThi = folded.startsWith("thi ", Math.max(0, at - 3)) && word.equals("xa");
      if (end > 0 && (isLongKind || LEVEL_WORDS.contains(word.replace(".", "")) && !isAfterThi)) {
        return at + 1;
      }
    }
    return -1;
  }

  private Part remembered(String text) {
    Part part = remembered.get(text);
    if (part == null) {
      if (remembered.size() >= MOST_REMEMBERED) {
        remembered.clear();
      }
      part = names.part(text);
      remembered.put(text, part);
    }
    return part;
  }
}
