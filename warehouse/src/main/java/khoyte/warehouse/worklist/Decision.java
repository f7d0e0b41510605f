package khoyte.warehouse.worklist;

import java.util.List;

/**
 * What a station found out about a row, and what that means for resolution. A decision is a fact
 * about the record that the row was printed for (see {@link IssuedRow}); it holds in every later
 * night until a list that was saved later says something else about the same record in the same
 * {@link WorklistSheet}. {@link #UNVERIFIED} only takes an earlier decision back.
 */
public enum Decision {
  /**
   * The proposals printed in the row are right: each repaired value that is still proposed is
   * confirmed, by the list and on the day the list was saved. The link of the record stands.
   */
  AS_PROPOSED("as_proposed", "Đúng như đề xuất"),

  /**
   * The values given beside it are the person's: they stand in the place of the record's own name,
   * birth date, gender and id, both when its citizen is looked for and when it is judged. A value
   * that was left empty stays as it arrived. Of a health record they are the citizen's unless the
   * population database answers otherwise.
   */
  CORRECTED("corrected", "Sửa theo cột bên"),

  /** The record is right as it arrived: nothing is repaired, it is not listed again. */
  KEPT("kept", "Giữ nguyên"),

  /**
   * The record is not this citizen's: it is never linked to him again, whatever its keys say; of
   * the pair (record, citizen) the citizen is whoever holds the named health record.
   */
  NOT_SAME_PERSON("not_same_person", "Không phải cùng một người"),

  /** The record is a copy of another one: it is withdrawn. */
  DUPLICATE("duplicate", "Bản ghi trùng"),

  /** The person lives elsewhere: of a health record, state 2 (moved away). */
  MOVED_AWAY("moved_away", "Đã chuyển đi"),

  /** The person died: of a health record, state 3 (died). */
  DIED("died", "Đã chết"),

  /**
   * Nobody of that name is known in the commune: nothing changes, the commune is not asked again.
   */
  NOT_KNOWN_HERE("not_known_here", "Không có người này tại địa phương"),

  /** Nothing was found out: an earlier decision is taken back, the row is listed again. */
  UNVERIFIED("unverified", "Chưa xác minh được"),

  /** The record is the first candidate's: it is linked to him; two health records are joined. */
  CANDIDATE_1("candidate_1", "Là ứng viên 1"),

  /** The record is the second candidate's. */
  CANDIDATE_2("candidate_2", "Là ứng viên 2"),

  /** The record is nobody's of the candidates that were printed: it is never linked to them. */
  NONE_OF_THESE("none_of_these", "Không phải ai trong số này");

  /** Offered where the record's citizen is known, or not to be found. */
  public static final List<Decision> OF_A_RECORD =
      List.of(
          AS_PROPOSED,
          CORRECTED,
          KEPT,
          NOT_SAME_PERSON,
          DUPLICATE,
          MOVED_AWAY,
          DIED,
          NOT_KNOWN_HERE,
          UNVERIFIED);

  /** Offered where several people fit. */
  public static final List<Decision> AMONG_CANDIDATES =
      List.of(CANDIDATE_1, CANDIDATE_2, NONE_OF_THESE, UNVERIFIED);

  private final String code;
  private final String text;

  Decision(String code, String text) {
    this.code = code;
    this.text = text;
  }

  /** As written in tables. */
  public String code() {
    return code;
  }

  /** As offered in the drop-down. */
  public String text() {
    return text;
  }

  /** Place of the candidate that is chosen, from 0; -1 if none is. */
  public int candidate() {
    return switch (this) {
      case CANDIDATE_1 -> 0;
      case CANDIDATE_2 -> 1;
      case AS_PROPOSED,
          CORRECTED,
          KEPT,
          NOT_SAME_PERSON,
          DUPLICATE,
          MOVED_AWAY,
          DIED,
          NOT_KNOWN_HERE,
          UNVERIFIED,
          NONE_OF_THESE ->
          -1;
    };
  }

  /** Whether it says who the person is, which the police may contradict. */
  public boolean saysWhoItIs() {
    return switch (this) {
      case AS_PROPOSED, CORRECTED, KEPT, CANDIDATE_1, CANDIDATE_2 -> true;
      case NOT_SAME_PERSON,
          DUPLICATE,
          MOVED_AWAY,
          DIED,
          NOT_KNOWN_HERE,
          UNVERIFIED,
          NONE_OF_THESE ->
          false;
    };
  }
}
