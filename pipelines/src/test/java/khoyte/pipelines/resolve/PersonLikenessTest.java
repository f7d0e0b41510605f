package khoyte.pipelines.resolve;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.List;
import khoyte.pipelines.resolve.PersonLikeness.Likeness;
import khoyte.pipelines.resolve.PersonLikeness.Trait;
import khoyte.warehouse.explain.KnownPerson;
import khoyte.warehouse.explain.PersonValues;
import khoyte.warehouse.table.Evidence;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class PersonLikenessTest {
  private static final PersonValues HOA =
      person("nguyễn văn hòa", "nguyen van hoa", "1980-01-02", "075080000001", "7500000001");

  @Test
  void anIdThatAgreesIsTheKey() {
    PersonLikeness likeness =
        likeness(person("nguyen van hoa", "nguyen van hoa", "1980-02-01", "075080000001", null));

    assertThat(likeness.key()).isEqualTo(Evidence.CITIZEN_ID);
    assertThat(likeness.traits())
        .containsEntry(Trait.NAME, Likeness.NEAR)
        .containsEntry(Trait.BIRTH_DATE, Likeness.NEAR)
        .containsEntry(Trait.CITIZEN_ID, Likeness.SAME)
        .containsEntry(Trait.INSURANCE_NUMBER, Likeness.UNKNOWN)
        .containsEntry(Trait.GENDER, Likeness.SAME)
        .containsEntry(Trait.COMMUNE, Likeness.SAME);
  }

  @Test
  void anEqualIdOfAnotherPersonIsNoKey() {
    PersonLikeness likeness =
        likeness(person("trần thị mai", "tran thi mai", "1990-05-05", "075080000001", null));

    assertThat(likeness.key()).isNull();
    assertThat(likeness.traits())
        .containsEntry(Trait.NAME, Likeness.DIFFERENT)
        .containsEntry(Trait.BIRTH_DATE, Likeness.DIFFERENT)
        .containsEntry(Trait.CITIZEN_ID, Likeness.SAME);
  }

  @Test
  void withoutAKeyNameBirthDateAndCommuneCount() {
    PersonLikeness likeness =
        likeness(person("nguyễn văn hoà", "nguyen van hoa", "1980-01-02", "075080000010", null));

    assertThat(likeness.key()).isEqualTo(Evidence.NAME_BIRTH_COMMUNE);
    assertThat(likeness.traits()).containsEntry(Trait.CITIZEN_ID, Likeness.NEAR);
  }

  @Test
  void theInsuranceNumberComesBeforeName() {
    assertThat(
            likeness(person("nguyễn văn hòa", "nguyen van hoa", "1980-01-02", null, "7500000001"))
                .key())
        .isEqualTo(Evidence.INSURANCE_NUMBER);
  }

  private static PersonLikeness likeness(PersonValues known) {
    return PersonLikeness.of(HOA, new KnownPerson("HS1", "k", "HS1", true, known));
  }

  private static PersonValues person(
      String name,
      String folded,
      String birthDate,
      @Nullable String id,
      @Nullable String insurance) {
    LocalDate born = LocalDate.parse(birthDate);
    return new PersonValues(
        name,
        name,
        folded,
        born,
        born.getYear(),
        1,
        id,
        id,
        null,
        insurance == null ? List.of() : List.of(insurance),
        null,
        null);
  }
}
