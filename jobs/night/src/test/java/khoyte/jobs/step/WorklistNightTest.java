package khoyte.jobs.step;

import static khoyte.warehouse.worklist.WorklistColumn.POLICE;
import static khoyte.warehouse.worklist.WorklistColumn.RESULT;
import static khoyte.warehouse.worklist.WorklistColumn.RIGHT_GENDER;
import static khoyte.warehouse.worklist.WorklistColumn.RIGHT_ID;
import static khoyte.warehouse.worklist.WorklistSheet.GROUP_1;
import static khoyte.warehouse.worklist.WorklistSheet.GROUP_2;
import static khoyte.warehouse.worklist.WorklistSheet.GROUP_3;
import static khoyte.warehouse.worklist.WorklistSheet.UNDECIDED;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.stream.Stream;
import khoyte.jobs.operations.NightFacts;
import khoyte.jobs.operations.NightSetting;
import khoyte.jobs.worklist.WorklistPreview;
import khoyte.jobs.worklist.Worklists;
import khoyte.warehouse.KhoyteException;
import khoyte.warehouse.Messages;
import khoyte.warehouse.NightId;
import khoyte.warehouse.worklist.RowKey;
import khoyte.warehouse.worklist.WorklistSheet;
import org.assertj.core.groups.Tuple;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;

/**
 * The way of a list: made from a night, filled in by a station, looked at, read by the next night,
 * and no more asked about; until the station takes back what it said.
 */
@Tag("slow")
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class WorklistNightTest {
  private static final String COMMUNE = "26491";
  private static final String FILE = "ra-soat_26491_2022-12-31.xlsx";
  private static final String HOA = dose("M1", GROUP_3);
  private static final String WITHOUT_ID = dose("M4", GROUP_1);
  private static final String STRANGER = dose("M3", GROUP_2);
  private static final String NAMESAKE = dose("M2", UNDECIDED);
  private static final String PAIR = RowKey.of("review_pair", "HS2/HS3", UNDECIDED, 0);

  private Path folder;
  private NightHome home;

  private static String dose(String key, WorklistSheet list) {
    return RowKey.of("covid_dose_version", key, list, 0);
  }

  @BeforeAll
  void aNight(@TempDir Path directory) {
    folder = directory;
    home = new NightHome(folder);
    home.send(
        "ehr/ehr_20221231.csv",
        Senders.lines(
            Senders.HEALTH_RECORD,
            record("HS1", "075080000001", "Nguyễn Văn Hòa,02/01/1980,Nam"),
            record("HS2", "075185000012", "Lê Thị An,04/03/1985,Nữ"),
            record("HS3", "075185000093", "Lê Thị An,04/03/1985,Nữ")));
    home.send(
        "covid-vaccination/covid_20221231.csv",
        Senders.lines(
            Senders.COVID_DOSE,
            dose(1, "M1", "NGUYEN VAN HOA,02/01/1980,Nam,075080000001"),
            dose(2, "M2", "Lê Thị An,04/03/1985,Nữ,"),
            dose(3, "M3", "Vũ Thị Bình,05/05/1970,Nữ,12345"),
            dose(4, "M4", "Nguyễn Văn Hòa,02/01/1980,Nam,")));
    home.night("2022-12-31");
  }

  private static String record(String key, String id, String person) {
    return key + "," + id + ",," + person + ",,,Ấp 1," + COMMUNE + ",742,75,T1,01/01/2020,,1";
  }

  private static String dose(int number, String key, String person) {
    return "%d,%s,%s,,0901234567,75,742,%s,Ấp 1,Pfizer,%d,0%d/09/2021,L1,Trạm A,09/09/2021"
        .formatted(number, key, person, COMMUNE, number, number);
  }

  @Test
  void aListThatCameBackIsAFactInEveryLaterNight() throws IOException {
    Worklists.Issued issued = issue("2022-12-31.v1", COMMUNE);

    assertThat(issued)
        .isEqualTo(
            new Worklists.Issued(1, 5, 0, home.layout.worklists(LocalDate.of(2022, 12, 31))));
    assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(issued.directory())))
        .isEqualTo("rwx------");
    try (Stream<Path> left = Files.list(home.layout.work())) {
      assertThat(left).noneMatch(path -> path.toString().contains("worklist"));
    }
    FilledWorklist list = new FilledWorklist(issued.directory().resolve(FILE));
    assertThat(list.rows())
        .containsExactly(
            "Nhóm 1 | " + WITHOUT_ID + " | Tiêm chủng COVID-19 | Nguyễn Văn Hòa",
            "Nhóm 2 | " + STRANGER + " | Tiêm chủng COVID-19 | Vũ Thị Bình",
            "Nhóm 3 | " + HOA + " | Tiêm chủng COVID-19 | NGUYEN VAN HOA",
            "Chưa phân định | " + NAMESAKE + " | Tiêm chủng COVID-19 | Lê Thị An",
            "Chưa phân định | " + PAIR + " | Hồ sơ sức khỏe | Lê Thị An");

    byte[] first =
        list.fill(HOA, RESULT, "Đúng như đề xuất")
            .fill(HOA, POLICE, "Khớp")
            .fill(STRANGER, RESULT, "Sửa theo cột bên")
            .fill(STRANGER, RIGHT_ID, "012170000001")
            .fill(STRANGER, RIGHT_GENDER, "Nữ")
            .fill(WITHOUT_ID, RESULT, "Đúng như đề xuất")
            .fill(WITHOUT_ID, POLICE, "Không khớp")
            .fill(NAMESAKE, RESULT, "Là ứng viên 2")
            .savedAt("2023-01-10T02:00:00Z");
    assertThat(preview(first))
        .isEqualTo(
            new WorklistPreview.Previewed(
                List.of(
                    "Dòng " + WITHOUT_ID + ": bỏ qua - Công an đối chiếu: không khớp.",
                    "Dòng " + STRANGER + ": áp dụng - Giới tính: “Nữ” thành “Nữ”.",
                    "Dòng " + STRANGER + ": áp dụng - Số định danh: “12345” thành “012170000001”.",
                    "Dòng "
                        + HOA
                        + ": áp dụng - Họ và tên: “NGUYEN VAN HOA” thành “Nguyễn Văn Hòa”.",
                    "Dòng " + NAMESAKE + ": áp dụng - Kết quả rà soát: “” thành “Là ứng viên 2”.",
                    "Dòng " + PAIR + ": bỏ qua - chưa có kết quả rà soát.",
                    "Tệp " + FILE + ": áp dụng 3 dòng, bỏ qua 2 dòng."),
                null));

    byte[] takenBack = list.fill(HOA, RESULT, "Chưa xác minh được").savedAt("2023-01-11T02:00:00Z");
    byte[] earlier = list.fill(HOA, RESULT, "Giữ nguyên").savedAt("2023-01-09T02:00:00Z");
    // In an order of their names that is not the order in which they were saved.
    home.send("correction/a_" + FILE, takenBack);
    home.send("correction/b_" + FILE, first);
    home.send("correction/c_" + FILE, earlier);
    home.night("2022-12-31");

    assertThat(home.rows("2022-12-31.v2", "quarantine"))
        .extracting(row -> row.get(0), row -> row.get(1), row -> row.get(3), row -> row.get(4))
        .containsExactly(
            policeDiffer("a_" + FILE), policeDiffer("b_" + FILE), policeDiffer("c_" + FILE));
    // Three rows of each file are facts; those of the last stand, and one of them takes back.
    assertThat(home.rows("2022-12-31.v2", "correction_balance"))
        .containsExactly(List.of(12L, 3L, 6L, 1L));
    // The stranger is asked about anew: the number they wrote is nobody's here.
    assertThat(listed("2022-12-31.v2"))
        .containsExactly(
            WITHOUT_ID + " | Nguyễn Văn Hòa",
            STRANGER + " | Vũ Thị Bình",
            HOA + " | NGUYEN VAN HOA",
            PAIR + " | Lê Thị An");
    assertThat(preview(first).lines())
        .contains("Dòng " + HOA + ": bỏ qua - đã có kết quả mới hơn ngày 11/01/2023.");
    assertThat(
            preview(list.fill(NAMESAKE, RESULT, "Là ứng viên 1").savedAt("2023-01-12T02:00:00Z"))
                .lines())
        .contains(
            "Dòng "
                + NAMESAKE
                + ": áp dụng - Kết quả rà soát: “Là ứng viên 2” thành “Là ứng viên"
                + " 1”.");
  }

  private static Tuple policeDiffer(String file) {
    return Tuple.tuple(
        "correction", file, "Nhóm 1 - Công an đối chiếu", "quarantine.correction.police");
  }

  @Test
  void aListOfAnotherHouseIsRefusedWhole() throws IOException {
    issue("2022-12-31.v1", COMMUNE);
    byte[] list =
        new FilledWorklist(home.layout.worklists(LocalDate.of(2022, 12, 31)).resolve(FILE))
            .fill(HOA, RESULT, "Giữ nguyên")
            .savedAt("2023-01-10T02:00:00Z");
    Path secret = home.layout.secret().resolve("citizen-key");
    byte[] kept = Files.readAllBytes(secret);
    Files.writeString(secret, "the secret of another house");

    WorklistPreview.Previewed preview = preview(list);

    Files.write(secret, kept);
    assertThat(preview)
        .isEqualTo(
            new WorklistPreview.Previewed(
                List.of(),
                "Không thể nhận tệp "
                    + FILE
                    + ": phần ẩn của danh sách đã bị sửa. Đề nghị điền lại vào tệp đã phát."));
  }

  @Test
  void everyCommuneOfAUnitGetsAList() throws IOException {
    Worklists.Issued district = issue("2022-12-31.v1", "742");

    assertThat(district.lists()).isEqualTo(12);
    assertThat(district.rows()).isEqualTo(5);
    assertThatThrownBy(() -> issue("2022-12-31.v1", "26000x"))
        .isInstanceOfSatisfying(
            KhoyteException.class,
            error ->
                assertThat(error.text(Messages.VIETNAMESE))
                    .isEqualTo(
                        "Không thể lập danh sách rà soát cho đơn vị “26000x”: mã không có hiệu lực"
                            + " ngày 31/12/2022 hoặc ngoài tỉnh; đơn vị kế tục: -."));
  }

  private List<String> listed(String night) {
    Worklists.Issued issued = issue(night, COMMUNE);
    return new FilledWorklist(issued.directory().resolve(FILE))
        .rows().stream()
            .map(row -> row.split(" \\| ", -1))
            .map(row -> row[1] + " | " + row[3])
            .toList();
  }

  private Worklists.Issued issue(String night, String unit) {
    NightSetting setting = home.setting();
    NightFacts facts =
        new NightFacts(
            NightId.parse(night),
            1,
            new NightFacts.KnownFiles(0, 1),
            Instant.parse("2023-01-06T01:00:00Z"),
            Instant.parse("2023-01-06T01:00:00Z"),
            List.of(),
            false,
            null);
    return new Worklists(setting).issue(facts, unit);
  }

  private WorklistPreview.Previewed preview(byte[] bytes) throws IOException {
    Path file = Files.write(folder.resolve(FILE), bytes);
    return new WorklistPreview(home.setting()).of(List.of(file)).get(0);
  }
}
