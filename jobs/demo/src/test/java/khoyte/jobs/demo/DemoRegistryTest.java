package khoyte.jobs.demo;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import khoyte.pipelines.read.person.Names;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** Whom the first night of the synthetic province finds, and what it says of it. */
@Tag("slow")
@ExtendWith(DemoHome.Given.class)
class DemoRegistryTest {
  private static final Map<String, String> SOURCES =
      Map.of(
          "his-xml", "Hệ thống thông tin bệnh viện",
          "ehr", "Hồ sơ sức khỏe điện tử",
          "population", "Cơ sở dữ liệu quốc gia về dân cư",
          "immunization", "Tiêm chủng thường xuyên",
          "covid-vaccination", "Nền tảng tiêm chủng COVID-19");

  private final DemoHome demo;
  private final DemoTruth truth;

  DemoRegistryTest(DemoHome demo) {
    this.demo = demo;
    truth = demo.truth();
  }

  @Test
  void everyCitizenHasHisIdAndName() throws SQLException {
    Comparison citizens = new Comparison("citizen");
    for (DemoTruth.Citizen citizen : truth.citizens()) {
      citizens.expect(
          citizen.firstRecordKey(), "", citizen.citizenId(), Names.normalForm(citizen.name()));
    }
    for (List<@Nullable Object> row : demo.home().registry(DemoHome.NIGHT)) {
      citizens.find(String.valueOf(row.get(0)), row.get(1), row.get(2));
    }
    citizens.check();
  }

  @Test
  void theNightSaysWhatCameFromWhom() {
    assertThat(demo.said()).first().isEqualTo("Phiên đêm 31/12/2022: bắt đầu.");
    SOURCES.forEach(
        (source, name) ->
            assertThat(demo.said())
                .contains(
                    "Nguồn %s: %d tệp, %s bản ghi, lần cuối 08:00 ngày 06/01/2023."
                        .formatted(name, files(source).size(), dotted(records(files(source))))));
    assertThat(demo.said())
        .last()
        .isEqualTo(
            "Phiên đêm 31/12/2022: hoàn thành trong 0 giây. Đã đọc %s bản ghi, giữ lại %d, công bố"
                    .formatted(dotted(records(files(""))), keptBack())
                + " 3 báo cáo.");
  }

  @Test
  void theNightRemarksWhatItDidNotTake() {
    for (DemoTruth.File file : truth.files()) {
      if (file.copyOf() != null) {
        String shown = file.path().substring(file.path().indexOf('/') + 1);
        assertThat(demo.remarked()).contains("Tệp " + shown + ": đã nhận ngày 06/01/2023, bỏ qua.");
      }
    }
    List<DemoTruth.File> refused =
        files("").stream().filter(file -> file.refusedBecause() != null).toList();
    for (DemoTruth.File file : refused) {
      String name = file.path().substring(file.path().lastIndexOf('/') + 1);
      assertThat(demo.remarked())
          .filteredOn(line -> line.startsWith("Không thể nhận tệp " + name + ": "))
          .hasSize(1);
    }
    long senders =
        files("").stream()
            .filter(file -> file.refusedBecause() != null || !file.quarantinedLines().isEmpty())
            .map(DemoTruth.File::source)
            .distinct()
            .count();
    assertThat(demo.remarked())
        .last()
        .isEqualTo(
            "Giữ lại %d dòng và %d tệp của %d nguồn; xem: khoyte status --night 2022-12-31"
                .formatted(keptBack(), refused.size(), senders));
  }

  private List<DemoTruth.File> files(String source) {
    return truth.files().stream()
        .filter(file -> file.copyOf() == null && file.source().contains(source))
        .toList();
  }

  private static int records(List<DemoTruth.File> files) {
    return files.stream().mapToInt(DemoTruth.File::records).sum();
  }

  private int keptBack() {
    return files("").stream().mapToInt(file -> file.quarantinedLines().size()).sum();
  }

  private static String dotted(int number) {
    return String.format(java.util.Locale.GERMANY, "%,d", number);
  }
}
