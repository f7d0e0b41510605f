package khoyte.warehouse.worklist;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;

class IssuedRowTest {
  private static final IssuedRow ROW =
      new IssuedRow(
          "G6J3-K3T7",
          WorklistSheet.UNDECIDED,
          "covid_dose_version",
          "MT/4;|=",
          null,
          List.of("HS3", "HS4"),
          List.of(
              new Proposal("id_text", null, "012345678901"),
              new Proposal("name_text", "=1+1", "Nguyễn Văn Hòa")),
          new Present("Nguyễn  Văn\nHòa", "1980", null, null));

  @Test
  void whatIsPackedComesOutAgain() {
    assertThat(ROW.packed()).matches("[A-Za-z0-9+/=]+");
    assertThat(IssuedRow.unpacked("G6J3-K3T7", ROW.packed())).isEqualTo(ROW);
    IssuedRow bare =
        new IssuedRow(
            "G6J3-K3T7",
            WorklistSheet.GROUP_1,
            "covid_dose_version",
            "M1",
            "HS1",
            List.of(),
            List.of(),
            new Present(null, null, null, null));
    assertThat(IssuedRow.unpacked("G6J3-K3T7", bare.packed())).isEqualTo(bare);
  }

  @Test
  void aSealIsBrokenByAnyChange() {
    WorklistIssue issue = new WorklistIssue(LocalDate.of(2022, 12, 31), "2022-12-31.v1", "26491");
    WorklistSeal seal = new WorklistSeal("a secret of sixteen".getBytes(StandardCharsets.UTF_8));
    String whole = seal(seal, issue, "K1", "a", "K2", "b");

    assertThat(whole).matches("[0-9a-f]{64}").isEqualTo(seal(seal, issue, "K1", "a", "K2", "b"));
    assertThat(
            List.of(
                seal(seal, issue, "K1", "b", "K2", "a"),
                seal(seal, issue, "K1", "a"),
                seal(seal, issue, "K1", "aK", "2", "b"),
                seal(seal, new WorklistIssue(issue.asOf(), issue.night(), "26050"), "K1", "a"),
                seal(
                    new WorklistSeal("another secret of it".getBytes(StandardCharsets.UTF_8)),
                    issue,
                    "K1",
                    "a",
                    "K2",
                    "b")))
        .doesNotContain(whole);
  }

  @Test
  void theChoicesAreThoseAgreed() {
    assertThat(texts(WorklistSheet.GROUP_3))
        .containsExactly(
            "Đúng như đề xuất",
            "Sửa theo cột bên",
            "Giữ nguyên",
            "Không phải cùng một người",
            "Bản ghi trùng",
            "Đã chuyển đi",
            "Đã chết",
            "Không có người này tại địa phương",
            "Chưa xác minh được");
    assertThat(texts(WorklistSheet.UNDECIDED))
        .containsExactly(
            "Là ứng viên 1", "Là ứng viên 2", "Không phải ai trong số này", "Chưa xác minh được");
    assertThat(Arrays.stream(PoliceAnswer.values()).map(PoliceAnswer::text))
        .containsExactly("Khớp", "Không khớp", "Không tìm thấy");
  }

  @Test
  void theColumnsAreThoseAgreed() {
    assertThat(WorklistColumn.allMm()).isEqualTo(327);
    assertThat(Arrays.stream(WorklistColumn.values()).filter(WorklistColumn::isWritable))
        .startsWith(WorklistColumn.RESULT)
        .hasSize(7);
  }

  private static List<String> texts(WorklistSheet sheet) {
    return sheet.decisions().stream().map(Decision::text).toList();
  }

  private static String seal(WorklistSeal seal, WorklistIssue issue, String... rows) {
    WorklistSeal.Running running = seal.over(issue);
    for (int i = 0; i < rows.length; i += 2) {
      running.add(rows[i], rows[i + 1]);
    }
    return running.seal();
  }
}
