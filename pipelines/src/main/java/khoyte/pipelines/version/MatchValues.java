package khoyte.pipelines.version;

import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import khoyte.pipelines.read.text.VietnameseText;
import khoyte.warehouse.reference.ReferenceLists;
import org.jspecify.annotations.Nullable;

/**
 * A person as the matcher of the nights compares him, in the columns {@link #NAMES}: {@code
 * surname}, {@code middle_name}, {@code given_name} in normal form (nothing of a name that only
 * stands in for one); {@code birth_date} as {@code yyyyMMdd}, or {@code yyyy} if that is all;
 * {@code gender}; {@code phone}; {@code citizen_id} of valid structure, of a citizen his verified
 * one; {@code written_id} 12 digits that are no valid id, of a citizen his id; {@code old_id};
 * {@code insurance_number}, a list; {@code commune}, a list: of an event with the units that are
 * the same commune in other years; {@code district}.
 *
 * @param birthYear counts where the date is not known
 * @param communes empty if it is not known
 * @param district in which the commune lies on the night's date
 */
public record MatchValues(
    @Nullable String name,
    @Nullable String nameFolded,
    @Nullable LocalDate birthDate,
    @Nullable Integer birthYear,
    @Nullable Integer gender,
    @Nullable String phone,
    @Nullable String citizenId,
    @Nullable String writtenId,
    @Nullable String oldId,
    List<String> insuranceNumbers,
    List<String> communes,
    @Nullable String district) {

  public static final List<String> NAMES =
      List.of(
          "surname",
          "middle_name",
          "given_name",
          "birth_date",
          "gender",
          "phone",
          "citizen_id",
          "written_id",
          "old_id",
          "insurance_number",
          "commune",
          "district");

  /** What hangs on the night's date, so that no key can be made of it while reading. */
  public static final List<String> KEYLESS = List.of("district");

  private static final DateTimeFormatter DAY = DateTimeFormatter.BASIC_ISO_DATE;

  /** Beginnings of what stands in for a name, folded, by their first word. */
  private static final Map<String, List<String>> PLACEHOLDERS =
      ReferenceLists.rows("name_placeholders").stream()
          .map(row -> VietnameseText.normalForm(row.getField("beginning")))
          .map(VietnameseText::foldedForm)
          .collect(Collectors.groupingBy(MatchValues::firstWord));

  public MatchValues {
    insuranceNumbers = List.copyOf(insuranceNumbers);
    communes = List.copyOf(communes);
  }

  /** The columns. */
  public @Nullable Object[] row() {
    @Nullable Object[] row = new @Nullable Object[NAMES.size()];
    if (name != null && nameFolded != null && isName(nameFolded)) {
      int first = name.indexOf(' ');
      int last = name.lastIndexOf(' ');
      row[2] = name.substring(last + 1);
      if (first >= 0) {
        row[0] = name.substring(0, first);
        String middle = last > first ? name.substring(first, last).strip() : "";
        row[1] = middle.isEmpty() ? null : middle;
      }
    }
    row[3] =
        birthDate != null
            ? DAY.format(birthDate)
            : birthYear == null ? null : String.format(Locale.ROOT, "%04d", birthYear);
    row[4] = gender == null ? null : gender.toString();
    row[5] = phone;
    row[6] = citizenId;
    row[7] = writtenId;
    row[8] = oldId;
    row[9] = insuranceNumbers.isEmpty() ? null : insuranceNumbers;
    row[10] = communes.isEmpty() ? null : communes;
    row[11] = district;
    return row;
  }

  /** Whether a folded name is one, and does not only stand in for one. */
  public static boolean isName(String nameFolded) {
    return PLACEHOLDERS.getOrDefault(firstWord(nameFolded), List.of()).stream()
        .noneMatch(
            beginning -> nameFolded.equals(beginning) || nameFolded.startsWith(beginning + " "));
  }

  private static String firstWord(String text) {
    int end = text.indexOf(' ');
    return end < 0 ? text : text.substring(0, end);
  }
}
