package khoyte.pipelines.version;

import static java.util.stream.Collectors.toMap;

import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.BiConsumer;
import khoyte.pipelines.link.pair.BlockingKeys;
import khoyte.pipelines.link.pair.PersonSearch;
import khoyte.pipelines.read.person.CitizenIds;
import khoyte.pipelines.read.text.VietnameseText;
import khoyte.warehouse.reference.CovidVaccines;
import khoyte.warehouse.table.CovidDefect;
import khoyte.warehouse.table.RecordKind;
import khoyte.warehouse.table.Table;
import khoyte.warehouse.table.UnitNumber;
import khoyte.warehouse.table.VersionNumber;
import khoyte.warehouse.table.VersionTables;
import org.jspecify.annotations.Nullable;

/** Makes the rows of {@link VersionTables} of staged rows. For one thread. */
public final class VersionRows {
  private static final char UNIT_SEPARATOR = '\u001f';
  private static final long MICROS = 1_000_000;
  private static final Map<String, Integer> VACCINES = vaccines();

  private final int seed;
  private final VersionBasis.Hash hash;
  private final Pseudonym pseudonym;
  private final @Nullable BlockingKeys keys;
  private final Map<RecordKind, StagedRow> rows = new EnumMap<>(RecordKind.class);
  private final Set<Long> matchKeys = new TreeSet<>();

  public VersionRows(VersionBasis basis) {
    this.seed = basis.seed();
    this.hash = basis.hash();
    this.pseudonym = new Pseudonym(basis.secret());
    this.keys = basis.search() == null ? null : basis.search().knownKeys();
  }

  /** The vaccines in the byte order of their names. */
  private static Map<String, Integer> vaccines() {
    List<String> names = CovidVaccines.NAMES.stream().sorted(Comparator.naturalOrder()).toList();
    return names.stream().collect(toMap(name -> name, name -> names.indexOf(name) + 1));
  }

  /**
   * Makes the rows of a staged one; none of one that is no version of a record.
   *
   * @param row in the order of the table's fields
   */
  public void of(Table table, @Nullable Object[] row, BiConsumer<Table, Object[]> taker) {
    RecordKind kind = RecordKind.of(table).orElse(null);
    if (kind == null) {
      return;
    }
    StagedRow staged = rows.computeIfAbsent(kind, any -> new StagedRow(table));
    staged.take(row);
    long versionNo =
        VersionNumber.of(staged.number("file_id"), Math.toIntExact(staged.number("record_number")));
    taker.accept(VersionTables.VERSION, version(kind, versionNo, staged));
    int place = 0;
    for (String number : staged.texts("insurance_numbers")) {
      place++;
      Long digits = digits(number);
      if (digits != null) {
        taker.accept(VersionTables.VERSION_INSURANCE, new Object[] {versionNo, place, digits});
      }
    }
    BlockingKeys matching = keys;
    if (kind == RecordKind.HEALTH_RECORD && matching != null) {
      matchKeys.clear();
      matching.of(own(staged).row(), (rule, key) -> matchKeys.add(key));
      for (Long key : matchKeys) {
        taker.accept(VersionTables.VERSION_MATCH_KEY, new Object[] {versionNo, key});
      }
    }
  }

  @SuppressWarnings("NullAway") // a row has nulls where its fields are optional
  private Object[] version(RecordKind kind, long versionNo, StagedRow staged) {
    boolean isRecord = kind == RecordKind.HEALTH_RECORD;
    String key = key(kind, staged);
    String name = staged.text("name");
    String folded = staged.text("name_folded");
    boolean isRegistry = isRecord || kind == RecordKind.ANSWER;
    return new @Nullable Object[] {
      versionNo,
      kind.ordinal(),
      hash(key),
      day(staged.value("file_date")),
      micros(staged.value("updated_at")),
      staged.value("withdrawn"),
      staged.value("content_hash"),
      digits(staged.text("citizen_id")),
      twelveDigits(staged.text("id_text")),
      digits(staged.text("old_id")),
      isRegistry ? hash(staged.text("name_text")) : null,
      hash(name),
      hash(folded),
      isRecord ? matchNameHash(name, folded) : null,
      isRecord ? givenNameHash(name, folded) : null,
      day(staged.value("birth_date")),
      staged.value("birth_year"),
      staged.value("gender"),
      isRecord ? digits(staged.text("phone")) : null,
      UnitNumber.of(staged.text("commune")),
      day(isRecord ? staged.value("opened_on") : staged.value("given_on")),
      isRecord ? staged.value("state") : null,
      answer(staged.text("answer")),
      vaccine(staged.text("vaccine")),
      kind == RecordKind.COVID_DOSE ? staged.value("dose_number") : null,
      kind == RecordKind.COVID_DOSE ? defects(staged.texts("defects")) : null,
      isRecord ? hash(Arrays.toString(own(staged).row())) : null,
      isRecord ? pseudonym.of(key) : null
    };
  }

  /** The hash of a record key, by whose parts a record is known. */
  public long recordHash(List<String> key) {
    return hash.of(String.join(String.valueOf(UNIT_SEPARATOR), key), seed);
  }

  private static String key(RecordKind kind, StagedRow staged) {
    if (kind.key().size() == 1) {
      return String.valueOf(staged.value(kind.key().get(0)));
    }
    StringBuilder key = new StringBuilder();
    for (String field : kind.key()) {
      key.append(key.isEmpty() ? "" : UNIT_SEPARATOR).append(staged.value(field));
    }
    return key.toString();
  }

  /** The hash of a text; null of none. */
  public @Nullable Long hash(@Nullable String text) {
    return text == null ? null : (Long) hash.of(text, seed);
  }

  /** The hash of a name as the matcher folds it; null of what only stands in for one. */
  public @Nullable Long matchNameHash(@Nullable String name, @Nullable String folded) {
    return name != null && folded != null && MatchValues.isName(folded)
        ? hash(PersonSearch.withoutDiacritics(name))
        : null;
  }

  /** The same of its last word. */
  public @Nullable Long givenNameHash(@Nullable String name, @Nullable String folded) {
    return name == null ? null : matchNameHash(name.substring(name.lastIndexOf(' ') + 1), folded);
  }

  /** A health record by its own values, as long as its citizen has no other id. */
  private static MatchValues own(StagedRow staged) {
    LocalDate birthDate = (LocalDate) staged.value("birth_date");
    String commune = staged.text("commune");
    return new MatchValues(
        staged.text("name"),
        staged.text("name_folded"),
        birthDate,
        birthDate == null ? (Integer) staged.value("birth_year") : (Integer) birthDate.getYear(),
        (Integer) staged.value("gender"),
        staged.text("phone"),
        staged.text("citizen_id"),
        staged.text("citizen_id"),
        staged.text("old_id"),
        staged.texts("insurance_numbers"),
        commune == null ? List.of() : List.of(commune),
        null);
  }

  /** Days since 1970; null of none. */
  public static @Nullable Integer day(@Nullable Object date) {
    return date == null ? null : (Integer) Math.toIntExact(((LocalDate) date).toEpochDay());
  }

  private static @Nullable Long micros(@Nullable Object instant) {
    if (instant == null) {
      return null;
    }
    LocalDateTime time = (LocalDateTime) instant;
    return time.toEpochSecond(ZoneOffset.UTC) * MICROS + time.getNano() / 1000;
  }

  /** Digits as a number; null of none and of what is none. */
  public static @Nullable Long digits(@Nullable String text) {
    if (text == null || text.isEmpty() || text.length() > 18) {
      return null;
    }
    long number = 0;
    for (int i = 0; i < text.length(); i++) {
      int digit = text.charAt(i) - '0';
      if (digit < 0 || digit > 9) {
        return null;
      }
      number = number * 10 + digit;
    }
    return number;
  }

  private static @Nullable Long twelveDigits(@Nullable String text) {
    return CitizenIds.isTwelveDigits(text) && text != null
        ? digits(VietnameseText.stripped(text))
        : null;
  }

  private static @Nullable Integer answer(@Nullable String answer) {
    if (answer == null) {
      return null;
    }
    return switch (answer) {
      case "KHOP" -> 1;
      case "KHONG_KHOP" -> 2;
      case "KHONG_TIM_THAY" -> 3;
      default -> null;
    };
  }

  private static @Nullable Integer vaccine(@Nullable String name) {
    return name == null ? null : VACCINES.get(name);
  }

  private static int defects(List<String> names) {
    int bits = 0;
    for (String name : names) {
      bits |= 1 << CovidDefect.valueOf(name).ordinal();
    }
    return bits;
  }
}
