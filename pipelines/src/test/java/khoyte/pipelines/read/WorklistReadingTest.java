package khoyte.pipelines.read;

import static khoyte.pipelines.read.source.SourceKind.CORRECTION;
import static khoyte.warehouse.worklist.WorklistColumn.BIRTH_DATE;
import static khoyte.warehouse.worklist.WorklistColumn.KEY;
import static khoyte.warehouse.worklist.WorklistColumn.NAME;
import static khoyte.warehouse.worklist.WorklistColumn.NOTE;
import static khoyte.warehouse.worklist.WorklistColumn.POLICE;
import static khoyte.warehouse.worklist.WorklistColumn.RESULT;
import static khoyte.warehouse.worklist.WorklistColumn.RIGHT_BIRTH_DATE;
import static khoyte.warehouse.worklist.WorklistColumn.RIGHT_GENDER;
import static khoyte.warehouse.worklist.WorklistColumn.RIGHT_ID;
import static khoyte.warehouse.worklist.WorklistColumn.RIGHT_NAME;
import static khoyte.warehouse.worklist.WorklistSheet.GROUP_1;
import static khoyte.warehouse.worklist.WorklistSheet.GROUP_3;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import khoyte.warehouse.KhoyteException;
import khoyte.warehouse.Messages;
import khoyte.warehouse.worklist.Decision;
import khoyte.warehouse.worklist.Proposal;
import khoyte.warehouse.worklist.WorklistColumn;
import khoyte.warehouse.worklist.WorklistSeal;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

class WorklistReadingTest {
  private static final String FACTS = "correction_version";
  private static final Proposal NAME_PROPOSED =
      new Proposal("name_text", "NGUYEN VAN HOA", "Nguyễn Văn Hòa");

  private static Landed read(DrawnWorklist worklist) {
    return Landed.read(CORRECTION, "ra-soat_26491_2022-12-31.xlsx", worklist.bytes());
  }

  @Test
  void aFilledInRowIsAFactAboutItsRecord() {
    Landed landed =
        read(
            new DrawnWorklist()
                .dose(GROUP_3, "M1", NAME_PROPOSED)
                .fill("M1", RESULT, "Đúng như đề xuất")
                .fill("M1", POLICE, "Khớp")
                .fill("M1", NOTE, " đã gặp ")
                .dose(GROUP_3, "M2"));

    assertThat(landed.counts()).isEqualTo("1 = 1 + 0");
    assertThat(
            landed.drawn(
                FACTS,
                "file_id",
                "record_number",
                "line",
                "file_date",
                "updated_at",
                "withdrawn",
                "source_table",
                "record_key",
                "list",
                "row_key"))
        .containsExactly(
            "7|1|11|2023-01-10|2023-01-10T08:30|false|covid_dose_version|M1|group_3|"
                + new DrawnWorklist().dose(GROUP_3, "M1").rowKey("M1"));
    assertThat(
            landed.drawn(
                FACTS,
                "decision_text",
                "police_text",
                "note_text",
                "decision",
                "police",
                "linked_hssk",
                "candidates",
                "chosen_hssk",
                "confirmed"))
        .containsExactly(
            "Đúng như đề xuất|Khớp|đã gặp|as_proposed|matches|HS1|[]||[name_text=Nguyễn Văn Hòa]");
    assertThat(
            landed.drawn(
                FACTS,
                "listed_name",
                "listed_birth_date",
                "listed_gender",
                "listed_id",
                "unit_code",
                "listed_as_of",
                "listed_night"))
        .containsExactly("NGUYEN VAN HOA|02/01/1980|Nam|123|26491|2022-12-31|2022-12-31.v1");
    assertThat(landed.outcome.fileDate()).isEqualTo(LocalDate.of(2023, 1, 10));
  }

  @Test
  void rightValuesAreReadAsAnyRecordsValues() {
    Landed landed =
        read(
            new DrawnWorklist()
                .dose(GROUP_1, "M1")
                .fill("M1", RESULT, "Sửa theo cột bên")
                .fill("M1", RIGHT_NAME, "Nguyễn  Văn Hoà")
                .fill("M1", RIGHT_BIRTH_DATE, LocalDate.of(1981, 3, 2))
                .fill("M1", RIGHT_GENDER, "Nữ")
                .fill("M1", RIGHT_ID, "075 181 000 001")
                .dose(GROUP_1, "M2")
                .fill("M2", RESULT, "Sửa theo cột bên")
                .fill("M2", RIGHT_ID, "012080345678"));

    assertThat(
            landed.drawn(
                FACTS,
                "record_key",
                "name_text",
                "name",
                "name_folded",
                "birth_date_text",
                "birth_date",
                "birth_year",
                "gender",
                "id_text",
                "citizen_id"))
        .containsExactly(
            "M1|Nguyễn  Văn Hoà|nguyễn văn hòa|nguyen van hoa|02/03/1981|1981-03-02|1981|2"
                + "|075 181 000 001|075181000001",
            "M2||||||||012080345678|012080345678");
  }

  @ParameterizedTest
  @EnumSource(
      value = Decision.class,
      names = {
        "KEPT",
        "NOT_SAME_PERSON",
        "DUPLICATE",
        "MOVED_AWAY",
        "DIED",
        "NOT_KNOWN_HERE",
        "UNVERIFIED"
      })
  void everyResultOfARecordIsADecision(Decision decision) {
    Landed landed =
        read(new DrawnWorklist().dose(GROUP_1, "M1").fill("M1", RESULT, decision.text()));

    assertThat(landed.drawn(FACTS, "decision", "withdrawn"))
        .containsExactly(decision.code() + "|" + (decision == Decision.UNVERIFIED));
  }

  @Test
  void aCandidateThatIsChosenIsNamed() {
    Landed landed =
        read(
            new DrawnWorklist()
                .undecided("covid_dose_version", "M1", "HS3", "HS4")
                .fill("M1", RESULT, "Là ứng viên 2")
                .undecided("review_pair", "HS3/HS4", "HS4")
                .fill("HS3/HS4", RESULT, "Không phải ai trong số này"));

    assertThat(
            landed.drawn(
                FACTS, "source_table", "record_key", "decision", "candidates", "chosen_hssk"))
        .containsExactly(
            "covid_dose_version|M1|candidate_2|[HS3, HS4]|HS4",
            "review_pair|HS3/HS4|none_of_these|[HS4]|");
  }

  @Test
  void theListAsItWasPrintedHoldsNoRecord() {
    Landed landed =
        read(
            new DrawnWorklist()
                .dose(GROUP_1, "M1")
                .undecided("covid_dose_version", "M2", "HS3", "HS4"));

    assertThat(landed.counts()).isEqualTo("0 = 0 + 0");
    assertThat(landed.quarantine).isEmpty();
  }

  @Test
  void withoutTheTimeOfSavingTheDateOfTheNameCounts() {
    Landed landed =
        read(
            new DrawnWorklist()
                .savedAt("yesterday")
                .dose(GROUP_1, "M1")
                .fill("M1", RESULT, "Đã chết"));

    assertThat(landed.drawn(FACTS, "file_date", "updated_at")).containsExactly("2022-12-31|");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          RIGHT_ID         | 075080000001     | Kết quả rà soát | chưa có kết quả rà soát
          NOTE             | không gặp        | Kết quả rà soát | chưa có kết quả rà soát
          RESULT           | Là ứng viên 1    | Kết quả rà soát | giá trị không có trong danh sách để chọn
          RESULT           | =1+1             | Kết quả rà soát | giá trị không có trong danh sách để chọn
          RESULT           | Đúng như đề xuất | Đề xuất của kho | dòng không có đề xuất của kho
          RESULT           | Sửa theo cột bên | Họ và tên       | chưa ghi thông tin đúng
          """)
  void aRowThatDoesNotSayWhatIsRightIsKeptBack(
      WorklistColumn column, String value, String blamed, String reason) {
    Landed landed = read(new DrawnWorklist().dose(GROUP_1, "M1").fill("M1", column, value));

    assertThat(landed.counts()).isEqualTo("1 = 0 + 1");
    assertThat(landed.quarantine).containsExactly("11|Nhóm 1 - " + blamed + "|" + reason);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          RIGHT_ID         | 75080000001   | Số định danh | số định danh không đủ 12 chữ số
          RIGHT_ID         | 07508000000A  | Số định danh | số định danh không đủ 12 chữ số
          RIGHT_ID         | 000080000001  | Số định danh | số định danh không đúng cấu trúc
          RIGHT_ID         | 075980000001  | Số định danh | số định danh không đúng cấu trúc
          RIGHT_ID         | 075081000001  | Số định danh | số định danh không khớp năm sinh, giới tính
          RIGHT_ID         | 075180000001  | Số định danh | số định danh không khớp năm sinh, giới tính
          RIGHT_BIRTH_DATE | 1980          | Ngày sinh    | ngày sinh không hợp lệ
          RIGHT_BIRTH_DATE | 31/02/1980    | Ngày sinh    | ngày sinh không hợp lệ
          RIGHT_BIRTH_DATE | 31/12/1899    | Ngày sinh    | ngày sinh không hợp lệ
          RIGHT_BIRTH_DATE | 01/01/2023    | Ngày sinh    | ngày sinh không hợp lệ
          RIGHT_GENDER     | Khác          | Giới tính    | giá trị không có trong danh sách để chọn
          RIGHT_NAME       | 12345         | Họ và tên    | họ và tên không hợp lệ
          RIGHT_NAME       | =HYPERLINK()  | Họ và tên    | họ và tên không hợp lệ
          """)
  void aRightValueThatIsNoneIsKeptBack(
      WorklistColumn column, String value, String blamed, String reason) {
    Landed landed =
        read(
            new DrawnWorklist()
                .dose(GROUP_1, "M1")
                .fill("M1", RESULT, "Sửa theo cột bên")
                .fill("M1", column, value));

    assertThat(landed.quarantine).containsExactly("11|Nhóm 1 - " + blamed + "|" + reason);
    assertThat(landed.drawn(FACTS, "record_key")).isEmpty();
  }

  @Test
  void anIdMustBeThatOfTheCorrectedPerson() {
    Landed landed =
        read(
            new DrawnWorklist()
                .dose(GROUP_1, "M1")
                .fill("M1", RESULT, "Sửa theo cột bên")
                .fill("M1", RIGHT_BIRTH_DATE, "05/06/1981")
                .fill("M1", RIGHT_GENDER, "Nữ")
                .fill("M1", RIGHT_ID, "075181000001")
                .dose(GROUP_1, "M2")
                .fill("M2", RESULT, "Sửa theo cột bên")
                .fill("M2", RIGHT_BIRTH_DATE, "05/06/1981")
                .fill("M2", RIGHT_ID, "075080000001"));

    assertThat(landed.drawn(FACTS, "record_key")).containsExactly("M1");
    assertThat(landed.quarantine)
        .containsExactly("12|Nhóm 1 - Số định danh|số định danh không khớp năm sinh, giới tính");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          Giữ nguyên                        | Không khớp     | false
          Đúng như đề xuất                  | Không khớp     | false
          Đúng như đề xuất                  | Không tìm thấy | true
          Đã chuyển đi                      | Không khớp     | true
          Không phải cùng một người         | Không khớp     | true
          Không có người này tại địa phương | Không khớp     | true
          """)
  void thePoliceContradictWhoSomebodyIs(String result, String answer, boolean isApplied) {
    Landed landed =
        read(
            new DrawnWorklist()
                .dose(GROUP_1, "M1", NAME_PROPOSED)
                .fill("M1", RESULT, result)
                .fill("M1", POLICE, answer));

    assertThat(landed.drawn(FACTS, "record_key")).hasSize(isApplied ? 1 : 0);
    assertThat(landed.quarantine)
        .isEqualTo(
            isApplied
                ? List.of()
                : List.of("11|Nhóm 1 - Công an đối chiếu|Công an đối chiếu: không khớp"));
  }

  @Test
  void valuesBesideAnotherResultAreNotGuessedAt() {
    Landed landed =
        read(
            new DrawnWorklist()
                .dose(GROUP_1, "M1")
                .fill("M1", RESULT, "Đã chết")
                .fill("M1", RIGHT_NAME, "Nguyễn Văn Hòa")
                .undecided("covid_dose_version", "M2", "HS3")
                .fill("M2", RESULT, "Là ứng viên 2")
                .dose(GROUP_3, "M3")
                .fill("M3", RESULT, "Giữ nguyên")
                .fill("M3", POLICE, "Có"));

    assertThat(landed.quarantine)
        .containsExactly(
            "11|Nhóm 1 - Họ và tên|có thông tin đúng nhưng không chọn “Sửa theo cột bên”",
            "11|Nhóm 3 - Công an đối chiếu|giá trị không có trong danh sách để chọn",
            "11|Chưa phân định - Kết quả rà soát|dòng không có ứng viên này");
  }

  @Test
  void aRowIsKnownByItsCodeAlone() {
    DrawnWorklist worklist = new DrawnWorklist().dose(GROUP_1, "M1").dose(GROUP_1, "M2");
    String first = worklist.rowKey("M1");
    String second = worklist.rowKey("M2");
    Landed landed =
        read(
            worklist
                .fill("M1", KEY, first.toLowerCase(Locale.ROOT).replace("-", " "))
                .fill("M1", RESULT, "Đã chết")
                .fill("M2", RESULT, "Đã chết")
                .fill("M2", NAME, "Somebody Else")
                .stray("0000-B000", "Đã chết")
                .stray(second.substring(0, 8), "Đã chết")
                .stray(null, "Đã chết"));

    assertThat(landed.drawn(FACTS, "record_key", "row_key")).containsExactly("M1|" + first);
    assertThat(landed.quarantine)
        .containsExactly(
            "12|Nhóm 1 - Họ và tên|thông tin hiện có không như danh sách đã phát",
            "13|Nhóm 1 - Mã dòng|mã dòng không có trong danh sách đã phát",
            "14|Nhóm 1 - Mã dòng|mã dòng không có trong danh sách đã phát",
            "15|Nhóm 1 - Mã dòng|mã dòng không có trong danh sách đã phát");
    assertThat(landed.counts()).isEqualTo("5 = 1 + 4");
  }

  @Test
  void aRowThatStandsTwiceSaysNothing() {
    DrawnWorklist worklist = new DrawnWorklist().dose(GROUP_1, "M1");
    Landed landed =
        read(worklist.fill("M1", RESULT, "Đã chết").stray(worklist.rowKey("M1"), "Giữ nguyên"));

    assertThat(landed.drawn(FACTS, "record_key")).isEmpty();
    assertThat(landed.quarantine)
        .containsExactly(
            "11|Nhóm 1 - Mã dòng|mã dòng có ở nhiều dòng",
            "12|Nhóm 1 - Mã dòng|mã dòng có ở nhiều dòng");
  }

  @Test
  void aDateCellInTheListIsTheDateThatWasPrinted() {
    Landed landed =
        read(
            new DrawnWorklist()
                .dose(GROUP_1, "M1")
                .fill("M1", BIRTH_DATE, LocalDate.of(1980, 1, 2))
                .fill("M1", RESULT, "Đã chết"));

    assertThat(landed.drawn(FACTS, "decision")).containsExactly("died");
  }

  /** A workbook of reports' samples, filled in, opened and saved by LibreOffice Calc 7.4. */
  @Test
  void aListThatLibreOfficeSavedIsReadAllTheSame() throws IOException {
    byte[] saved;
    try (InputStream file = getClass().getResourceAsStream("worklist-libreoffice.xlsx")) {
      saved = file.readAllBytes();
    }

    Landed landed = Landed.read(CORRECTION, "a.xlsx", saved);

    assertThat(
            landed.drawn(
                FACTS,
                "line",
                "record_key",
                "decision",
                "police",
                "id_text",
                "name",
                "chosen_hssk"))
        .containsExactly(
            "11|M1|as_proposed|matches|||",
            "11|M3|corrected||012090345678|trần văn bình|",
            "11|M4|not_same_person||||",
            "11|M5|candidate_2||||HS4");
    assertThat(landed.quarantine)
        .containsExactly("16|Chưa phân định - Kết quả rà soát|chưa có kết quả rà soát");
    assertThat(landed.drawn(FACTS, "updated_at")).contains("2022-12-31T23:59");
  }

  @Test
  void whatKhoyteDidNotIssueIsRefused() {
    DrawnWorklist worklist = new DrawnWorklist().dose(GROUP_1, "M1").fill("M1", RESULT, "Đã chết");
    byte[] ofAnotherHouse =
        worklist.bytes(new WorklistSeal("another secret of it".getBytes(StandardCharsets.UTF_8)));

    assertRefused(worklist.bytes(), "", ""); // the control: as it was issued it is read
    assertRefused(
        ofAnotherHouse,
        "file.refused.worklist.changed",
        "Không thể nhận tệp a.xlsx: phần ẩn của danh sách đã bị sửa. Đề nghị điền lại vào tệp đã"
            + " phát.");
    assertRefused(
        Landed.utf8("not a workbook"),
        "file.refused.format",
        "Không thể nhận tệp a.xlsx: không đúng loại tệp của nguồn này. Đề nghị gửi lại đúng mẫu.");
    assertRefused(
        new DrawnWorklist().leaveOut("_khoyte").bytes(),
        "file.refused.worklist.foreign",
        "Không thể nhận tệp a.xlsx: không phải danh sách rà soát do kho này lập. Đề nghị gửi lại"
            + " tệp đã phát.");
    assertRefused(
        new DrawnWorklist().leaveOut("Lỗi khác").bytes(),
        "file.refused.worklist.sheet",
        "Không thể nhận tệp a.xlsx: thiếu trang tính “Lỗi khác”. Đề nghị điền lại vào tệp đã"
            + " phát.");
    assertRefused(
        new DrawnWorklist().loseHeading("Công an đối chiếu").bytes(),
        "file.refused.worklist.heading",
        "Không thể nhận tệp a.xlsx: trang tính “Nhóm 1” thiếu cột “Công an đối chiếu”. Đề nghị"
            + " điền lại vào tệp đã phát.");
  }

  /** Another date, night or commune would put decisions where they were not made. */
  @ParameterizedTest
  @ValueSource(strings = {"as-of=2022-12-30", "as-of=soon", "night=2022-12-31.v2", "unit=26068"})
  void aListOfAnotherDateNightOrCommuneIsRefused(String forged) {
    String[] parts = forged.split("=", -1);

    assertRefused(
        new DrawnWorklist().dose(GROUP_1, "M1").forge(parts[0], parts[1]).bytes(),
        "file.refused.worklist.changed",
        "Không thể nhận tệp a.xlsx: phần ẩn của danh sách đã bị sửa. Đề nghị điền lại vào tệp đã"
            + " phát.");
  }

  private static void assertRefused(byte[] bytes, String key, String words) {
    if (key.isEmpty()) {
      assertThat(Landed.read(CORRECTION, "a.xlsx", bytes).counts()).isEqualTo("1 = 1 + 0");
      return;
    }
    assertThatThrownBy(() -> Landed.read(CORRECTION, "a.xlsx", bytes))
        .isInstanceOfSatisfying(
            KhoyteException.class,
            refusal -> {
              assertThat(refusal.key()).isEqualTo(key);
              assertThat(refusal.text(Messages.VIETNAMESE)).isEqualTo(words);
            });
  }
}
