package khoyte.pipelines.read.worklist;

import khoyte.warehouse.worklist.WorklistColumn;

/**
 * Why a row of a returned list is not applied.
 *
 * @param column to which it is to blame
 */
public record Flaw(Reason reason, WorklistColumn column) {

  /** What is wrong, as a key of the texts. */
  public enum Reason {
    NOT_REVIEWED("quarantine.correction.result"),
    KEY_NOT_ISSUED("quarantine.correction.key"),
    KEY_TWICE("quarantine.correction.twice"),
    /** Somebody took the protection off: the row may stand beside another person's key. */
    LOCKED_CELL_CHANGED("quarantine.correction.locked"),
    NOT_A_CHOICE("quarantine.correction.choice"),
    NOTHING_CORRECTED("quarantine.correction.empty"),
    /** Values were given with a result that asks for none: which of both is meant is not known. */
    CORRECTED_UNASKED("quarantine.correction.unasked"),
    NO_PROPOSAL("quarantine.correction.proposal"),
    NO_SUCH_CANDIDATE("quarantine.correction.candidate"),
    NO_NAME("quarantine.correction.name"),
    NO_BIRTH_DATE("quarantine.correction.birth"),
    NOT_TWELVE_DIGITS("quarantine.correction.id.digits"),
    NO_CITIZEN_ID("quarantine.correction.id.structure"),
    ID_OF_ANOTHER_BIRTH_OR_GENDER("quarantine.correction.id.person"),
    POLICE_DIFFER("quarantine.correction.police");

    private final String key;

    Reason(String key) {
      this.key = key;
    }

    public String key() {
      return key;
    }
  }
}
