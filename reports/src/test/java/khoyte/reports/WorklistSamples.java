package khoyte.reports;

import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import khoyte.warehouse.worklist.ListedRow;
import khoyte.warehouse.worklist.ListedRow.Candidate;
import khoyte.warehouse.worklist.ListedRow.Contact;
import khoyte.warehouse.worklist.ListedRow.Given;
import khoyte.warehouse.worklist.Present;
import khoyte.warehouse.worklist.Proposal;
import khoyte.warehouse.worklist.WorklistIssue;
import khoyte.warehouse.worklist.WorklistSeal;
import khoyte.warehouse.worklist.WorklistSheet;

/** A commune with one record of every kind. Nobody in it lives. */
public final class WorklistSamples {
  public static final WorklistSeal SEAL =
      new WorklistSeal("a secret of sixteen".getBytes(StandardCharsets.UTF_8));

  private static final Contact CONTACT =
      new Contact("0976070450", "Ấp Bến Cam, Xã Phú Hữu, Huyện Nhơn Trạch, Tỉnh Đồng Nai");
  private static final Given DOSE = new Given("Pfizer", "2", "24/03/2022", "Trạm Y tế xã Phú Hữu");
  private static final Given NO_DOSE = new Given(null, null, null, null);

  private WorklistSamples() {}

  public static WorklistPage page() {
    return page(Paper.A4_LANDSCAPE);
  }

  public static WorklistPage page(Paper paper) {
    return new WorklistPage(
        new WorklistIssue(LocalDate.of(2022, 12, 31), "2022-12-31.v1", "26491"),
        1,
        new WorklistPage.Commune("Xã Phú Hữu", "Huyện Nhơn Trạch"),
        new WorklistPage.Head("TRUNG TÂM Y TẾ HUYỆN NHƠN TRẠCH", "TRẠM Y TẾ XÃ PHÚ HỮU"),
        new WorklistPage.Return(LocalDate.of(2023, 1, 30), "hệ thống quản lý văn bản"),
        paper,
        DataOrigin.SYNTHETIC,
        LocalDateTime.of(2022, 12, 31, 23, 59),
        "Sở Y tế tỉnh Đồng Nai");
  }

  /** Records of every list; the formulas among the names must stay names. */
  public static List<ListedRow> rows() {
    return List.of(
        dose(
            WorklistSheet.GROUP_1,
            "M1",
            new Present("Nguyễn Thị Minh Khai", "02/03/1965", "Nữ", null),
            List.of("ID_MISSING"),
            List.of(new Proposal("id_text", null, "012345678901"))),
        dose(
            WorklistSheet.GROUP_1,
            "M2",
            new Present("=HYPERLINK(\"http://x\",\"y\")", "1970", "Nam", null),
            List.of("ID_MISSING", "DOB_FORMAT"),
            List.of(
                new Proposal("birth_date_text", "1970", "01/01/1970"),
                new Proposal("id_text", null, "075070000011"))),
        dose(
            WorklistSheet.GROUP_2,
            "M3",
            new Present("+84 Trần Văn Bình", "05/05/1990", "Nam", "12345678901"),
            List.of("ID_FORMAT"),
            List.of(new Proposal("id_text", "12345678901", "012345678901"))),
        dose(
            WorklistSheet.GROUP_3,
            "M4",
            new Present("NGUYEN VAN HOA", "02/01/1980", "Nữ", "075080000001"),
            List.of("NAME_MISMATCH", "GENDER_MISMATCH", "PHONE_PREFIX"),
            List.of(
                new Proposal("gender_text", "Nữ", "Nam"),
                new Proposal("name_text", "NGUYEN VAN HOA", "Nguyễn Văn Hòa"),
                new Proposal("phone_text", "01676070450", "0376070450"))),
        undecided(
            "covid_dose_version",
            "M5",
            DOSE,
            List.of("UNMATCHED"),
            candidate("HS3"),
            candidate("HS4")),
        undecided("review_pair", "HS3/HS4", NO_DOSE, List.of(), candidate("HS4")),
        undecided(
            "immunization_version",
            "D1",
            new Given("Viêm gan B", null, "01/02/2020", null),
            List.of(),
            candidate("HS5"),
            candidate("HS6"),
            candidate("HS7")));
  }

  /** So many doses of one list. */
  public static Stream<ListedRow> many(int number) {
    return IntStream.range(0, number)
        .mapToObj(
            i ->
                dose(
                    WorklistSheet.GROUP_1,
                    "MT" + i,
                    new Present("Nguyễn Thị Hồng Nhung " + i, "02/03/1965", "Nữ", null),
                    List.of("ID_MISSING"),
                    List.of(new Proposal("id_text", null, "012345678901"))));
  }

  private static ListedRow dose(
      WorklistSheet sheet,
      String key,
      Present present,
      List<String> defects,
      List<Proposal> proposals) {
    return new ListedRow(
        sheet,
        "covid_dose_version",
        key,
        present,
        CONTACT,
        DOSE,
        defects,
        "HS1",
        proposals,
        List.of());
  }

  private static ListedRow undecided(
      String table, String key, Given given, List<String> defects, Candidate... candidates) {
    return new ListedRow(
        WorklistSheet.UNDECIDED,
        table,
        key,
        new Present("Lê Thị An", "04/03/1985", "Nữ", null),
        CONTACT,
        given,
        defects,
        null,
        List.of(),
        List.of(candidates));
  }

  private static Candidate candidate(String hssk) {
    return new Candidate(
        hssk,
        new Present("Lê Thị An", "04/03/1985", "Nữ", "07518500001" + hssk.charAt(2)),
        new Contact("0901234567", "Ấp Rạch Bảy, Xã Phú Hữu"));
  }
}
