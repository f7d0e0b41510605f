package khoyte.pipelines.read.row;

import java.time.LocalDate;
import java.util.List;
import khoyte.pipelines.read.person.BirthDate;
import khoyte.pipelines.read.person.CitizenIds;
import khoyte.pipelines.read.person.Communes;
import khoyte.pipelines.read.person.Gender;
import khoyte.pipelines.read.person.InsuranceNumbers;
import khoyte.pipelines.read.person.Names;
import khoyte.pipelines.read.person.Phone;
import org.jspecify.annotations.Nullable;

/** The normal forms of a person's columns, the same in every source. */
public record Person(
    @Nullable String citizenId,
    @Nullable String oldId,
    @Nullable String name,
    @Nullable String nameFolded,
    BirthDate birth,
    @Nullable Integer gender,
    List<String> insuranceNumbers,
    Phone phone,
    @Nullable String commune) {

  /**
   * What a record says of a person and of where he lives.
   *
   * @param oldId null if the source has no field of its own for it
   * @param birth read in the order of its column
   */
  public record Texts(
      @Nullable String id,
      @Nullable String oldId,
      @Nullable String name,
      BirthDate birth,
      @Nullable String gender,
      @Nullable String insurance,
      @Nullable String phone,
      @Nullable String communeCode,
      @Nullable String provinceCode,
      @Nullable String address) {}

  /**
   * @param on the record's date, in which its commune is read
   */
  public static Person read(Texts texts, Communes communes, @Nullable LocalDate on) {
    BirthDate birth = texts.birth();
    Integer gender = Gender.read(texts.gender());
    String oldId = CitizenIds.oldId(texts.oldId());
    String name = texts.name() == null ? null : Names.normalForm(texts.name());
    return new Person(
        CitizenIds.citizenId(texts.id(), birth.year(), gender),
        oldId == null ? CitizenIds.oldId(texts.id()) : oldId,
        name,
        name == null ? null : Names.foldedOfNormalForm(name),
        birth,
        gender,
        InsuranceNumbers.read(texts.insurance()),
        Phone.read(texts.phone()),
        communes.find(texts.communeCode(), texts.provinceCode(), texts.address(), on));
  }

  /** Adds the fields of a person in the order of the tables. */
  public RowWriter addTo(RowWriter row) {
    return row.add(citizenId)
        .add(oldId)
        .add(name)
        .add(nameFolded)
        .add(birth.date())
        .add(birth.year())
        .add(gender)
        .add(insuranceNumbers)
        .add(phone.number())
        .add(commune);
  }
}
