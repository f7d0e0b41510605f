package khoyte.pipelines.link.pair;

import java.util.List;
import java.util.Map;
import khoyte.pipelines.link.model.Comparison;
import khoyte.pipelines.link.model.LevelTest;

/**
 * What is known of a pair before its values are compared.
 *
 * @param state number of each of {@link #STATES}
 * @param unequal part of the names that is not equal; empty if none is known
 */
public record KnownPair(Map<String, Integer> state, String unequal) {
  /** The states of a pair, as the model {@code pair_state} tells them. */
  public static final List<String> STATES =
      List.of(
          "name_state",
          "birth_state",
          "years",
          "gender_state",
          "phone_state",
          "id_state",
          "written_state",
          "old_state",
          "insurance_state",
          "commune_state",
          "surname_rarity",
          "middle_name_rarity",
          "given_name_rarity");

  /** A value counts as at most so much rarer than the average; see the frequencies of values. */
  private static final double RAREST = -4;

  private static final int LACKING = 0;
  private static final int EQUAL = 1;
  private static final int NEAR = 2;
  private static final Map<String, String> STATE_OF_COLUMN =
      Map.of(
          "surname", "name_state",
          "middle_name", "name_state",
          "given_name", "name_state",
          "birth_date", "birth_state",
          "gender", "gender_state",
          "phone", "phone_state",
          "citizen_id", "id_state",
          "written_id", "written_state",
          "old_id", "old_state",
          "commune", "commune_state");

  /**
   * What a pair of these states may be, one of them. If the given names are equal and the names are
   * not, surname or middle name is not.
   */
  public static List<KnownPair> of(Map<String, Integer> state) {
    return of(state, "name_state") == NEAR
        ? List.of(new KnownPair(state, "surname"), new KnownPair(state, "middle_name"))
        : List.of(new KnownPair(state, ""));
  }

  private static int of(Map<String, Integer> state, String name) {
    return state.getOrDefault(name, LACKING);
  }

  private int state(Comparison comparison) {
    String name = STATE_OF_COLUMN.get(comparison.column());
    return name == null ? -1 : of(state, name);
  }

  /** Whether a comparison says nothing, for sure. */
  boolean isSilent(Comparison comparison) {
    return state(comparison) == LACKING;
  }

  /** Whether a comparison says something, for sure. */
  boolean isHeard(Comparison comparison) {
    return state(comparison) > LACKING
        && !comparison.column().equals("surname")
        && !comparison.column().equals("middle_name");
  }

  /** Whether a test may hold between the values of a comparison, both of which are there. */
  boolean isPossible(Comparison comparison, LevelTest test) {
    return switch (comparison.column()) {
      case "surname", "middle_name" -> !isEquality(test) || !unequal.equals(comparison.column());
      case "given_name" -> !isEquality(test) || state(comparison) <= NEAR;
      case "birth_date" -> isDatePossible(test);
      case "gender", "phone", "citizen_id", "written_id", "old_id" ->
          switch (test.kind()) {
            case EQUAL, BARE, FOLDED -> state(comparison) == EQUAL;
            case ONE_SLIP -> state(comparison) == NEAR;
            default -> true;
          };
      case "insurance_number" ->
          test.kind() != LevelTest.Kind.OVERLAP || of(state, "insurance_state") == EQUAL;
      case "commune" ->
          switch (test.kind()) {
            case OVERLAP -> state(comparison) == EQUAL;
            case SAME -> !test.other().equals("district") || state(comparison) <= NEAR;
            default -> true;
          };
      default -> true;
    };
  }

  private static boolean isEquality(LevelTest test) {
    return test.kind() == LevelTest.Kind.EQUAL
        || test.kind() == LevelTest.Kind.BARE
        || test.kind() == LevelTest.Kind.FOLDED;
  }

  private boolean isDatePossible(LevelTest test) {
    int years = of(state, "years");
    return switch (test.kind()) {
      case EQUAL -> of(state, "birth_state") == EQUAL;
      case DAY_MONTH_SWAPPED, YEAR_ONLY -> years == 0;
      case DATE_SLIP, YEARS -> years <= test.limit();
      default -> true;
    };
  }

  /**
   * The least that the chance of a stranger to have the very value agreed on may be, as a factor of
   * the average, a logarithm to base 2.
   */
  double leastCorrection(Comparison comparison) {
    return comparison.termFrequency()
        ? state.getOrDefault(comparison.column() + "_rarity", (int) RAREST)
        : 0;
  }
}
