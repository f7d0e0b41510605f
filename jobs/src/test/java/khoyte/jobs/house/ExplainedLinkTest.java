package khoyte.jobs.house;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Objects;
import khoyte.jobs.command.LinkQuestion;
import khoyte.warehouse.KhoyteException;
import khoyte.warehouse.Messages;
import khoyte.warehouse.NightId;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Why a dose is whose it is, in a house of four people. */
@Tag("slow")
class ExplainedLinkTest {
  private static final NightId NIGHT = NightId.parse("2022-12-31.v1");

  @TempDir static Path folder;
  private static NightHome home;

  @BeforeAll
  static void aNightRuns() throws Exception {
    home = new NightHome(folder.resolve("home"));
    for (String inbox : new String[] {"ehr", "covid-vaccination"}) {
      Files.createDirectories(home.layout.inbox().resolve(inbox));
    }
    home.send(
        "ehr/ehr_20230105.csv",
        Senders.lines(
            Senders.HEALTH_RECORD,
            "HS1,075080000001,,Nguyễn Văn Hòa,02/01/1980,1,7500000001,0901234567,,26050,,75,,01/03/2021,01/03/2021,1",
            "HS2,075080000010,,Nguyễn Văn Hoà,01/02/1980,1,,,,26068,,75,,01/03/2021,01/03/2021,1",
            "HS3,075190000002,,Trần Thị Mai,05/05/1990,2,,,,26068,,75,,01/03/2021,01/03/2021,1"));
    home.send(
        "covid-vaccination/covid_20230105.csv",
        Senders.lines(
            Senders.COVID_DOSE,
            "1,M1,NGUYEN VAN HOA,02/01/1980,Nam,075080000001,,0901234567,75,731,26050,,Pfizer,1,01/09/2021,L1,Trạm A,02/09/2021",
            "2,M2,Lý Thị Lan,,Nữ,,,,75,731,26050,,Pfizer,1,01/09/2021,L1,Trạm A,02/09/2021"));
    home.night("2022-12-31");
    home.said();
    home.remarked();
  }

  @Test
  void withoutAModelTheRulesSayWhatTheyFound() {
    explain("M1", folder, null, false);

    assertThat(String.join("\n", home.said()).replaceAll("[0-9a-f]{32}", "‹khóa›"))
        .isEqualTo(
            """
            """);
  }

  @Test
  void withAModelEveryWeightIsPutTogether() throws Exception {
    Path picture = folder.resolve("giai-thich.svg");

    explain("M1", models(), picture, false);

    assertThat(String.join("\n", home.said()).replaceAll("[0-9a-f]{32}", "‹khóa›"))
        .isEqualTo(
            """
            """);
    assertThat(home.remarked())
        .containsExactly(
            "Đã ghi hình có thông tin cá nhân, chỉ người ghi đọc được: " + picture);
    assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(picture)))
        .isEqualTo("rw-------");
    assertThat(Files.readString(picture))
        .contains(
            "CÓ THÔNG TIN CÁ NHÂN: chỉ dùng để rà soát, không chuyển tiếp.",
            ">Họ: nguyen / nguyễn<",
            ">Số định danh: 075080000001<");
    assertThat(home.layout.work()).isEmptyDirectory();
  }

  @Test
  void aMachineIsToldNobodysValues() throws Exception {
    explain("M1", models(), null, true);

    assertThat(String.join("\n", home.said()).replaceAll("[0-9a-f]{32}", "‹khóa›"))
        .isEqualTo(
            """
            """)
        .doesNotContain("Hòa", "HOA", "0750", "1980");
  }

  @Test
  void aRecordOfNobodyIsExplained() {
    explain("M2", folder, null, false);

    assertThat(home.said())
        .contains(
            "Chưa xác định được công dân: không có ai phù hợp.",
            "Không có hồ sơ nào khác gần giống.");
  }

  @Test
  void whatCannotBeExplainedIsSaid() {
    assertThat(refused("M11", null))
        .isEqualTo(
            "Không thể giải thích bản ghi M11 của nguồn covid-vaccination: phiên đêm 31/12/2022 không"
                + " có bản ghi này. Mã gần giống nhất: M1.");
    assertThat(refused("M1", folder.resolve("a.png")))
        .isEqualTo(
            "Không thể vẽ vào "
                + folder.resolve("a.png")
                + ": mô hình citizen chưa có tham số nên không có trọng số. Bỏ --out, hoặc chạy:"
                + " khoyte train citizen <danh sách>");
    assertThat(folder.resolve("a.png")).doesNotExist();
  }

  private static String refused(String record, @Nullable Path out) {
    return catchThrowableOfType(
            KhoyteException.class, () -> explain(record, folder, out, false))
        .text(Messages.VIETNAMESE);
  }

  private static void explain(String record, Path models, @Nullable Path out, boolean json) {
    new LinkExplanations(home.setting())
        .explain(
            new LinkQuestion(
                NIGHT,
                home.setting().conf().source("covid-vaccination"),
                record,
                models,
                out,
                json));
  }

  private static Path models() throws URISyntaxException {
    return Path.of(
        Objects.requireNonNull(ExplainedLinkTest.class.getResource("link")).toURI());
  }
}
