package khoyte.jobs.step;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import khoyte.jobs.conf.Conf;
import khoyte.jobs.link.CommuneReference;
import khoyte.jobs.link.Matcher;
import khoyte.pipelines.link.estimate.Explanation;
import khoyte.pipelines.link.model.Thresholds;
import khoyte.pipelines.link.pair.PersonSearch.ExplainedPair;
import khoyte.pipelines.read.text.VietnameseText;
import khoyte.pipelines.resolve.ExplainingLinks;
import khoyte.warehouse.explain.KnownPerson;
import khoyte.warehouse.explain.PersonValues;
import khoyte.warehouse.reference.AdministrativeUnits;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** Whom the delivered matcher would take a visit for, of people who are alike. */
@Tag("slow")
class DeliveredMatcherTest {
  private static final LocalDate AS_OF = LocalDate.of(2022, 12, 31);
  private static final String ID = "075080000001";
  private static final String PHONE = "0901000001";

  @Test
  void twinsFathersCousinsAndNamesakesAreNotTakenForOneAnother() {
    PersonValues visit = person("Nguyễn Văn Hòa", "1980-01-12", null, PHONE, "26050");

    assertThat(
            decisions(
                visit,
                new Named("he himself", person("Nguyễn Văn Hòa", "1980-01-12", ID, PHONE, "26050")),
                new Named(
                    "a slip in the name",
                    person("Nguyễn Vănn Hoà", "1980-01-12", ID, PHONE, "26050")),
                new Named(
                    "day and month swapped",
                    person("Nguyễn Văn Hòa", "1980-12-01", ID, PHONE, "26050")),
                new Named(
                    "only the year, his phone",
                    person("Nguyễn Văn Hòa", "1980", ID, PHONE, "26050")),
                new Named(
                    "moved, his phone", person("Nguyễn Văn Hòa", "1980-01-12", ID, PHONE, "26068")),
                new Named("his twin", person("Nguyễn Văn Hải", "1980-01-12", ID, PHONE, "26050")),
                new Named(
                    "his father of the same name",
                    person("Nguyễn Văn Hòa", "1955-01-12", ID, PHONE, "26050")),
                new Named("a cousin", person("Nguyễn Đức Hòa", "1980-04-09", ID, PHONE, "26050")),
                new Named(
                    "a cousin of nearly the same day",
                    person("Nguyễn Đức Hòa", "1980-01-13", ID, PHONE, "26050")),
                new Named(
                    "a namesake of the same year",
                    person("Nguyễn Văn Hòa", "1980-09-20", ID, "0987654321", "26050")),
                new Named(
                    "a namesake of the same year, only the year",
                    person("Nguyễn Văn Hòa", "1980", ID, "0987654321", "26050")),
                new Named(
                    "a namesake of the same day elsewhere",
                    person("Nguyễn Văn Hòa", "1980-01-12", ID, "0987654321", "26068"))))
        .containsExactly(
            "he himself: match",
            "a slip in the name: match",
            "day and month swapped: match",
            "only the year, his phone: match",
            "moved, his phone: match",
            "his twin: no",
            "his father of the same name: no",
            "a cousin: no",
            "a cousin of nearly the same day: no",
            "a namesake of the same year: no",
            "a namesake of the same year, only the year: no",
            "a namesake of the same day elsewhere: no");
  }

  @Test
  void namesThatAreNearlyAlikeAreStillTwoNames() {
    PersonValues visit = person("Văn Hoàng Hải", "2014-06-20", null, PHONE, "26050");

    assertThat(
            decisions(
                visit,
                new Named("misspelt", person("Văn Hoàng Hảii", "2014-06-20", ID, PHONE, "26050")),
                new Named("Hà", person("Văn Hoàng Hà", "2014-06-20", ID, PHONE, "26050")),
                new Named("Minh Hải", person("Văn Minh Hải", "2014-06-20", ID, PHONE, "26050"))))
        .containsExactly("misspelt: match", "Hà: no", "Minh Hải: no");
  }

  @Test
  void aGivenNameAloneIsNotEnough() {
    PersonValues visit = person("Yến", "1980-05-18", null, null, "26050");

    assertThat(
            decisions(
                visit,
                new Named(
                    "Khánh Yến", person("Trần Thị Khánh Yến", "1980-05-18", ID, PHONE, "26050"))))
        .containsExactly("Khánh Yến: no");
  }

  @Test
  void aRareNameAndABirthDateAloneAreNotEnough() {
    PersonValues visit = person("Khuất Duy Xiêm", "1937-09-02", null, null, "26050");

    assertThat(
            decisions(
                visit,
                new Named(
                    "one commune", person("Khuất Duy Xiêm", "1937-09-02", ID, PHONE, "26050")),
                new Named(
                    "another commune", person("Khuất Duy Xiêm", "1937-09-02", ID, PHONE, "26500")),
                new Named("only the year", person("Khuất Duy Xiêm", "1937", ID, PHONE, "26050"))))
        .containsExactly("one commune: match", "another commune: no", "only the year: no");
  }

  @Test
  void aNumberOneSlipApartBearsAnotherHomeOut() {
    PersonValues visit = person("Nguyễn Văn Hòa", "1980-01-12", "075080000002", null, "26500");

    assertThat(
            decisions(
                visit,
                new Named("one slip", person("Nguyễn Văn Hòa", "1980-01-12", ID, PHONE, "26050")),
                new Named(
                    "another id",
                    person("Nguyễn Văn Hòa", "1980-01-12", "075080999999", PHONE, "26050"))))
        .containsExactly("one slip: match", "another id: no");
  }

  /** What is decided of each known person. */
  private List<String> decisions(PersonValues visit, Named... known) {
    Matcher matcher = Objects.requireNonNull(Matcher.of(Conf.read(Path.of("../../conf"))));
    List<KnownPerson> people = new ArrayList<>();
    for (Named one : known) {
      people.add(new KnownPerson(one.name(), one.name(), one.name(), false, one.values()));
    }
    List<ExplainedPair> pairs =
        ExplainingLinks.of(
            matcher.search(),
            visit,
            people,
            CommuneReference.on(AS_OF, AdministrativeUnits.load(), "75"));
    List<String> decisions = new ArrayList<>();
    for (int i = 0; i < known.length; i++) {
      boolean isMatch = isMatch(matcher, pairs.get(i).explanation());
      decisions.add(known[i].name() + (isMatch ? ": match" : ": no"));
    }
    return decisions;
  }

  private record Named(String name, PersonValues values) {}

  private static boolean isMatch(Matcher matcher, Explanation explanation) {
    return explanation.weight() >= Thresholds.weight(matcher.settings().match())
        && matcher.model().contradiction(explanation.agreed()).isEmpty();
  }

  private static PersonValues person(
      String name, String born, @Nullable String id, @Nullable String phone, String commune) {
    boolean isDay = born.length() > 4;
    String normal = VietnameseText.normalForm(name);
    return new PersonValues(
        name,
        normal,
        VietnameseText.foldedForm(normal),
        isDay ? LocalDate.parse(born) : null,
        Integer.valueOf(born.substring(0, 4)),
        1,
        id,
        id,
        null,
        List.of(),
        phone,
        commune);
  }
}
