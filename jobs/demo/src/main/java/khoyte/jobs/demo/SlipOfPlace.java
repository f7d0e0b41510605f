package khoyte.jobs.demo;

import de.siegmar.fastcsv.reader.NamedCsvRecord;
import java.util.List;
import khoyte.jobs.demo.Slip.Subject;
import khoyte.warehouse.reference.ReferenceLists;

/** Phones of before 2018 and codes of communes that are missing, unknown or elsewhere. */
final class SlipOfPlace {
  private static final List<NamedCsvRecord> RETIRED = ReferenceLists.rows("mobile_prefixes_2018");

  private SlipOfPlace() {}

  static boolean oldPhone(Writing written, Subject subject, Dice dice) {
    written.phone =
        RETIRED.get(dice.below(RETIRED.size())).getField("old_prefix") + Numbers.sevenDigits(dice);
    return true;
  }

  /** The commune stands in the address only. */
  static boolean withoutUnit(Writing written, Subject subject, Dice dice) {
    written.communeCode = "";
    return true;
  }

  static boolean unknownUnit(Writing written, Subject subject, Dice dice) {
    written.communeCode = Integer.toString(99_001 + dice.below(900));
    return true;
  }

  /** A digit was not typed: what is left is no code of the province, whatever it is elsewhere. */
  static boolean withoutADigit(Writing written, Subject subject, Dice dice) {
    written.communeCode = withoutADigit(written.communeCode, dice);
    if (dice.below(4) == 0) {
      written.provinceCode = "";
    }
    return true;
  }

  static String withoutADigit(String code, Dice dice) {
    int lost = dice.below(code.length());
    return code.substring(0, lost) + code.substring(lost + 1);
  }

  /** A spreadsheet ate the zeros of a commune far away, and those of its province. */
  static boolean withoutLeadingZeros(Writing written, Subject subject, Dice dice) {
    Commune commune = subject.territory().withLeadingZero(dice);
    written.communeCode = asNumber(commune.code());
    written.districtCode = asNumber(commune.districtCode());
    written.provinceCode = asNumber(commune.provinceCode());
    written.commune = -1;
    return true;
  }

  private static String asNumber(String code) {
    return Integer.toString(Integer.parseInt(code));
  }

  static boolean inAnotherProvince(Writing written, Subject subject, Dice dice) {
    Commune commune = subject.territory().abroad(dice);
    written.communeCode = commune.code();
    written.districtCode = commune.districtCode();
    written.provinceCode = commune.provinceCode();
    written.commune = -1;
    return true;
  }

  static boolean notCovered(Writing written, Subject subject, Dice dice) {
    Scribe.livesFarAway(written, dice);
    return true;
  }
}
