package khoyte.jobs.demo;

/**
 * People whose records are a trap for whoever decides who is who, and how many of a kind there are
 * at scale 1. What happens to them is told in {@link CastRegistration} (their health records) and
 * {@link CastEvents} (their visits and doses).
 */
enum Family {
  /** Born the same day, given names far apart; the younger is vaccinated with the elder's id. */
  TWINS(2),
  /** The same with given names one letter apart. */
  CLOSE_TWINS(2),
  /** Same name, same birth date, same commune. */
  NAMESAKES_TOGETHER(2),
  /** Same name, same birth date, two districts. */
  NAMESAKES_APART(2),
  /** Same name, same commune; the son is vaccinated with his father's id. */
  FATHER_AND_SON(2),
  /** The child is vaccinated with the mother's id. */
  MOTHER_AND_CHILD(2),
  /** Same name and birth year, ids one swap or one digit apart. */
  NEAR_IDS(2),
  /** Two people whose health records hold one id. */
  ONE_ID(2),
  /** Namesakes with two ids whose health records hold one insurance number. */
  ONE_INSURANCE(2),
  /** Two people with ids, and a record without id whose keys lead to both. */
  CUT_CHAIN(3),
  TWICE_BY_ID(1),
  TWICE_BY_INSURANCE(1),
  TWICE_BY_OLD_ID(1),
  /** Three records: the second by insurance number, the third by the second's old id. */
  TWICE_CHAINED(1),
  /** Registered in two districts. */
  TWICE_APART(1),
  /** Registered in two districts; one record, the last updated, says he moved away. */
  TWICE_MOVED(1),
  /** The population database says that the id is not his. */
  REFUSED_ID(1),
  /** The population database says that his id is another one. */
  OTHER_ID(1),
  /** First the one answer, later the other. */
  REFUSED_THEN_GIVEN(1),
  NOT_FOUND(1),
  /** Neither id nor insurance number. */
  NO_KEYS(1),
  /** A name with the tone that old and new spelling put on different letters. */
  TONE(1),
  /** His only visit is after the report date. */
  VISIT_LATER(1),
  /** His only visit was taken back. */
  VISIT_WITHDRAWN(1),
  /** His only visit stands in a file that is refused. */
  VISIT_REFUSED(1),
  /** His only visit was corrected to a day after the report date. */
  VISIT_CORRECTED(1),
  /** His only routine dose is after the report date. */
  ROUTINE_LATER(1);

  private static final int AT_SCALE_1 = 500;

  private final int members;

  Family(int members) {
    this.members = members;
  }

  int members() {
    return members;
  }

  static int families(double scale) {
    return (int) Math.max(1, Math.round(AT_SCALE_1 * scale));
  }
}
