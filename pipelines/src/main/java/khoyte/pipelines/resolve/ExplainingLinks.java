package khoyte.pipelines.resolve;

import java.util.ArrayList;
import java.util.List;
import khoyte.pipelines.link.pair.PersonSearch;
import khoyte.pipelines.link.pair.PersonSearch.ExplainedPair;
import khoyte.pipelines.read.person.CitizenIds;
import khoyte.pipelines.read.text.VietnameseText;
import khoyte.pipelines.version.MatchValues;
import khoyte.warehouse.explain.KnownPerson;
import khoyte.warehouse.explain.PersonValues;
import org.jspecify.annotations.Nullable;

/** Weighs one record against a handful of people as the matcher of a night does. */
public final class ExplainingLinks {

  private ExplainingLinks() {}

  /** The explanation of each, in their order. */
  public static List<ExplainedPair> of(
      PersonSearch search, PersonValues asked, List<KnownPerson> known, Communes communes) {
    Communes.Known units = communes.known();
    @Nullable Object[] sought =
        row(
            asked,
            asked.citizenId() == null ? twelveDigits(asked.idText()) : null,
            units.same(asked.commune()),
            units);
    List<ExplainedPair> explained = new ArrayList<>();
    for (KnownPerson person : known) {
      PersonValues values = person.values();
      String unit = values.commune();
      List<String> own = unit == null ? List.of() : List.of(unit);
      explained.add(
          search.explained(explained.size(), sought, row(values, values.citizenId(), own, units)));
    }
    return explained;
  }

  private static @Nullable String twelveDigits(@Nullable String text) {
    return text != null && CitizenIds.isTwelveDigits(text) ? VietnameseText.stripped(text) : null;
  }

  private static @Nullable Object[] row(
      PersonValues person,
      @Nullable String writtenId,
      List<String> communes,
      Communes.Known units) {
    return new MatchValues(
            person.name(),
            person.nameFolded(),
            person.birthDate(),
            person.birthYear(),
            person.gender(),
            person.phone(),
            person.citizenId(),
            writtenId,
            person.oldId(),
            person.insuranceNumbers(),
            communes,
            units.district(person.commune()))
        .row();
  }
}
