package khoyte.warehouse.reference;

/** First three digits of a citizen id: where the birth was registered (TT 07/2016/TT-BCA). */
public final class BirthRegistration {
  private static final int FIRST_ABROAD = 101;
  private static final boolean[] AT_HOME = new boolean[FIRST_ABROAD];

  static {
    for (Province province : Province.ALL) {
      AT_HOME[Integer.parseInt(province.birthRegistrationCode())] = true;
    }
  }

  private BirthRegistration() {}

  /** A province of Viet Nam, or 101 and greater for births abroad. */
  public static boolean isKnown(int code) {
    return code >= FIRST_ABROAD || code >= 0 && AT_HOME[code];
  }
}
