package khoyte.warehouse.reference;

import static java.util.stream.Collectors.toUnmodifiableMap;

import java.util.List;
import java.util.Map;

/** Names of the COVID-19 vaccines used in Viet Nam. */
public final class CovidVaccines {

  /** The code list. */
  public static final List<String> NAMES =
      ReferenceLists.rows("covid_vaccines").stream()
          .filter(row -> row.getField("alias_of").isEmpty())
          .map(row -> row.getField("name"))
          .toList();

  /** Other names that are seen, each with its name in the code list. */
  public static final Map<String, String> ALIASES =
      ReferenceLists.rows("covid_vaccines").stream()
          .filter(row -> !row.getField("alias_of").isEmpty())
          .collect(toUnmodifiableMap(row -> row.getField("name"), row -> row.getField("alias_of")));

  private CovidVaccines() {}
}
