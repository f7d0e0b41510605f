package khoyte.reports.excel;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import khoyte.warehouse.table.CovidDefect;
import khoyte.warehouse.worklist.ListedRow;
import khoyte.warehouse.worklist.ListedRow.Contact;
import khoyte.warehouse.worklist.ListedRow.Given;
import khoyte.warehouse.worklist.Proposal;
import khoyte.warehouse.worklist.WorklistSheet;
import org.jspecify.annotations.Nullable;

/** What a row says about its record. */
record RowWords(ListedRow row) {
  /** As many can be chosen from. */
  static final int MOST_CANDIDATES = 2;

  static final String REVIEW_PAIR = "review_pair";
  static final String HEALTH_RECORD = "health_record_version";

  /** From which system the record came. */
  String source() {
    return switch (row.sourceTable()) {
      case "covid_dose_version" -> "Tiêm chủng COVID-19";
      case "immunization_version" -> "Tiêm chủng thường xuyên";
      case HEALTH_RECORD, REVIEW_PAIR -> "Hồ sơ sức khỏe";
      default -> throw new IllegalArgumentException("Cannot name source " + row.sourceTable());
    };
  }

  /** {@code Pfizer, mũi 2, 24/03/2022, Trạm Y tế Phú Hữu}. */
  String dose() {
    Given given = row.given();
    String number = given.doseNumber();
    return joined(
        ", ",
        given.vaccine(),
        number == null ? null : "mũi " + number,
        given.date(),
        given.place());
  }

  String fault() {
    List<String> faults = new ArrayList<>();
    if (row.sheet() == WorklistSheet.UNDECIDED) {
      faults.add(
          switch (row.sourceTable()) {
            case REVIEW_PAIR -> "Hai hồ sơ cùng họ tên, ngày sinh, xã";
            case HEALTH_RECORD -> "Giấy tờ dẫn đến nhiều người";
            default -> "Nhiều người phù hợp";
          });
    }
    for (String defect : row.defects()) {
      boolean isSaid =
          row.sheet() == WorklistSheet.UNDECIDED && defect.equals(CovidDefect.UNMATCHED.name());
      if (!isSaid) {
        faults.add(CovidDefect.valueOf(defect).vietnamese());
      }
    }
    return String.join("; ", faults);
  }

  String proposal() {
    if (row.candidates().size() > MOST_CANDIDATES) {
      return "Có " + row.candidates().size() + " người phù hợp; in hai người phù hợp nhất";
    }
    return row.proposals().stream()
        .map(proposal -> proposal.label() + ": " + shown(proposal))
        .collect(Collectors.joining("\n"));
  }

  /** Ids and phones in groups, so that the narrow column breaks them where an eye does. */
  private static String shown(Proposal proposal) {
    return proposal.repaired().matches("[0-9]{10,12}")
        ? proposal.repaired().replaceAll("(?<=...)(?=(...)+$)", " ")
        : proposal.repaired();
  }

  static String contact(Contact contact) {
    return joined("\n", contact.phone(), contact.address());
  }

  /** {@code Ứng viên 1}. */
  static String candidate(int place) {
    return "Ứng viên " + (place + 1);
  }

  private static String joined(String separator, @Nullable String... parts) {
    return Stream.of(parts).filter(Objects::nonNull).collect(Collectors.joining(separator));
  }
}
