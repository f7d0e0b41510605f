package khoyte.jobs.demo;

import java.util.ArrayList;
import java.util.List;

/**
 * Who sits where in the arrays of the population: district after district, in each those who are
 * managed, those who are not, and the cast.
 *
 * @param districts by position of the district
 * @param groups families of the cast with the positions of their members
 */
record Settlement(List<District> districts, List<Group> groups) {

  /** Positions from first (managed), from unmanaged, from cast, to below end. */
  record District(int first, int unmanaged, int cast, int end) {}

  /** A family and its members. */
  record Group(Family family, int[] members) {
    int member(int number) {
      return members[number];
    }
  }

  private static final int LEAST_UNMANAGED = 8;

  static Settlement of(List<DistrictFigures> figures, double scale, long seed) {
    List<Family> families = new ArrayList<>();
    for (Family family : Family.values()) {
      for (int i = 0; i < Family.families(scale); i++) {
        families.add(family);
      }
    }
    int[] totals =
        Dice.runningTotals(figures.stream().mapToInt(DistrictFigures::managed).toArray());
    int[] cast = new int[figures.size()];
    List<int[]> homes = new ArrayList<>();
    for (int i = 0; i < families.size(); i++) {
      int[] home = homes(families.get(i), totals, new Dice(seed, Dice.Purpose.CAST, i));
      for (int district : home) {
        cast[district]++;
      }
      homes.add(home);
    }
    List<District> districts = districts(figures, cast);
    int[] next = districts.stream().mapToInt(District::cast).toArray();
    List<Group> groups = new ArrayList<>();
    for (int i = 0; i < families.size(); i++) {
      int[] home = homes.get(i);
      int[] members = new int[home.length];
      for (int member = 0; member < home.length; member++) {
        members[member] = next[home[member]]++;
      }
      groups.add(new Group(families.get(i), members));
    }
    return new Settlement(districts, groups);
  }

  private static int[] homes(Family family, int[] totals, Dice dice) {
    boolean apart = family == Family.NAMESAKES_APART || family == Family.CUT_CHAIN;
    int[] homes = new int[family.members()];
    homes[0] = dice.weighted(totals);
    for (int member = 1; member < homes.length; member++) {
      homes[member] = apart ? (homes[0] + member) % totals.length : homes[0];
    }
    return homes;
  }

  private static List<District> districts(List<DistrictFigures> figures, int[] cast) {
    List<District> districts = new ArrayList<>();
    int first = 0;
    for (int i = 0; i < cast.length; i++) {
      int managed = figures.get(i).managed();
      int unmanaged = first + managed - cast[i];
      int castFrom = unmanaged + Math.max(LEAST_UNMANAGED, managed * 15 / 1000);
      districts.add(new District(first, unmanaged, castFrom, castFrom + cast[i]));
      first = castFrom + cast[i];
    }
    return districts;
  }

  int people() {
    return districts.get(districts.size() - 1).end();
  }
}
