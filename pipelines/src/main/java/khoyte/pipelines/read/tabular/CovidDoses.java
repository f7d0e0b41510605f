package khoyte.pipelines.read.tabular;

import static khoyte.warehouse.table.StagedTables.COVID_DOSE_VERSION;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import khoyte.pipelines.read.person.CitizenIds;
import khoyte.pipelines.read.person.Communes;
import khoyte.pipelines.read.row.ContentHash;
import khoyte.pipelines.read.row.Lineage;
import khoyte.pipelines.read.row.Person;
import khoyte.pipelines.read.row.RowWriter;
import khoyte.pipelines.read.row.Values;
import khoyte.pipelines.read.text.VietnameseText;
import khoyte.warehouse.reference.CovidVaccines;
import khoyte.warehouse.table.CovidDefect;
import org.jspecify.annotations.Nullable;

/** COVID-19 doses of the national platform; source 5 of the contract. */
final class CovidDoses implements Records {
  private static final ContentHash CONTENT = ContentHash.of(COVID_DOSE_VERSION);
  private static final int KEY = 0;
  private static final int NAME = 1;
  private static final int BIRTH_DATE = 2;
  private static final int GENDER = 3;
  private static final int ID = 4;
  private static final int INSURANCE = 5;
  private static final int PHONE = 6;
  private static final int PROVINCE = 7;
  private static final int COMMUNE = 9;
  private static final int ADDRESS = 10;
  private static final int VACCINE = 11;
  private static final int DOSE_NUMBER = 12;
  private static final int GIVEN = 13;
  private static final int PLACE = 15;
  private static final int UPDATED = 16;
  private static final int[] HASHED = {ID, NAME, BIRTH_DATE, VACCINE, GIVEN, PLACE};

  private static final Map<String, String> IN_LIST = new HashMap<>();
  private static final Map<String, String> ALIASES = new HashMap<>();

  static {
    for (String name : CovidVaccines.NAMES) {
      IN_LIST.put(VietnameseText.normalForm(name), name);
    }
    CovidVaccines.ALIASES.forEach(
        (alias, name) -> ALIASES.put(VietnameseText.normalForm(alias), name));
  }

  private final Communes communes;
  private final DateColumns dates;
  private final boolean hasKeys;

  /**
   * @param hasKeys whether the list has a column for the dose key
   */
  CovidDoses(Communes communes, DateColumns dates, boolean hasKeys) {
    this.communes = communes;
    this.dates = dates;
    this.hasKeys = hasKeys;
  }

  @Override
  public @Nullable String key(@Nullable String[] texts) {
    if (hasKeys) {
      return texts[KEY] == null ? null : VietnameseText.stripped(texts[KEY]);
    }
    StringBuilder content = new StringBuilder();
    boolean isEmpty = true;
    for (int i : HASHED) {
      content.append(texts[i] == null ? "" : texts[i]).append('\u001F');
      isEmpty &= texts[i] == null;
    }
    return isEmpty ? null : sha256(content.toString());
  }

  private static String sha256(String text) {
    try {
      byte[] hash =
          MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8));
      return HexFormat.of().formatHex(hash);
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException(e);
    }
  }

  @Override
  public Object[] row(Lineage lineage, String key, @Nullable String[] texts) {
    LocalDate givenOn = dates.day(texts, GIVEN);
    LocalDateTime updatedAt = dates.moment(texts, UPDATED);
    var person =
        Person.read(
            new Person.Texts(
                texts[ID],
                null,
                texts[NAME],
                dates.birth(texts, BIRTH_DATE),
                texts[GENDER],
                texts[INSURANCE],
                texts[PHONE],
                texts[COMMUNE],
                texts[PROVINCE],
                texts[ADDRESS]),
            communes,
            givenOn != null ? givenOn : lineage.fileDate());
    String vaccine = texts[VACCINE] == null ? null : VietnameseText.normalForm(texts[VACCINE]);
    String listed = vaccine == null ? null : IN_LIST.get(vaccine);
    String alias = vaccine == null ? null : ALIASES.get(vaccine);
    RowWriter row =
        new RowWriter(COVID_DOSE_VERSION)
            .lineage(lineage, updatedAt)
            .add(false)
            .add(key)
            .addAll(texts, NAME, UPDATED + 1);
    return person
        .addTo(row)
        .add(givenOn)
        .add(Values.integer(texts[DOSE_NUMBER]))
        .add(listed != null ? listed : alias)
        .add(defects(texts, person, givenOn, listed))
        .done(CONTENT);
  }

  /** What the row breaks by itself, in the order of the rules. */
  private List<String> defects(
      @Nullable String[] texts,
      Person person,
      @Nullable LocalDate givenOn,
      @Nullable String listedVaccine) {
    List<CovidDefect> defects = new ArrayList<>(2);
    if (texts[ID] == null) {
      defects.add(CovidDefect.ID_MISSING);
    } else if (!CitizenIds.isTwelveDigits(texts[ID])) {
      defects.add(CovidDefect.ID_FORMAT);
    }
    if (!person.birth().isDayMonthYear()) {
      defects.add(CovidDefect.DOB_FORMAT);
    }
    if (person.phone().hadRetiredPrefix()) {
      defects.add(CovidDefect.PHONE_PREFIX);
    }
    if (givenOn != null && communes.isUnknown(texts[COMMUNE], texts[PROVINCE], givenOn)) {
      defects.add(CovidDefect.UNIT_UNKNOWN);
    }
    if (listedVaccine == null) {
      defects.add(CovidDefect.VACCINE_ALIAS);
    }
    return defects.stream().map(CovidDefect::name).toList();
  }
}
