package khoyte.jobs.command.night;

import static khoyte.jobs.command.night.CommandHouse.wrong;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import khoyte.jobs.conf.SourceConf;
import khoyte.jobs.link.LinkQuestion;
import khoyte.warehouse.NightId;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ExplainCommandTest {
  @TempDir Path home;
  private CommandHouse command;

  @BeforeEach
  void open() throws IOException {
    command = new CommandHouse(home);
  }

  @Test
  void aRecordOfAPublishedNightIsExplained() throws IOException {
    command.publish("2022-12-31.v1");
    command.publish("2022-12-31.v2");

    assertThat(question("covid-vaccination", "M1"))
        .isEqualTo(
            new LinkQuestion(
                NightId.parse("2022-12-31.v2"), source("covid-vaccination"), "M1", null, false));
    assertThat(
            question(
                "his-xml",
                "75001/L1",
                "--as-of-night",
                "2022-12-31.v1",
                "--out",
                "a.svg",
                "--json"))
        .isEqualTo(
            new LinkQuestion(
                NightId.parse("2022-12-31.v1"),
                source("his-xml"),
                "75001/L1",
                Path.of("a.svg"),
                true));
  }

  private LinkQuestion question(String... options) {
    List<String> line = new ArrayList<>(List.of("explain", "link"));
    line.addAll(List.of(options));
    return command
        .parsed(ExplainLinkCommand.class, line.toArray(String[]::new))
        .question(command.house.setting());
  }

  private SourceConf source(String id) {
    return command.house.setting().conf().source(id);
  }

  @Test
  void whatCannotBeExplainedIsSaidInOneLine() throws IOException {
    assertThat(command.khoyte("explain", "link", "ehr", "HS1"))
        .isEqualTo(
            wrong(
                "Không thể truy vấn: chưa có phiên đêm nào được công bố. Chạy: khoyte night --as-of"
                    + " <ngày>"));
    command.publish("2022-12-31.v1");
    for (String source : new String[] {"population", "correction", "erh"}) {
      assertThat(command.khoyte("explain", "link", source, "HS1"))
          .isEqualTo(
              wrong(
                  "Không thể giải thích bản ghi của nguồn “"
                      + source
                      + "”: không có nguồn này, hoặc nguồn không nói về một người. Các nguồn:"
                      + " his-xml, ehr, immunization, covid-vaccination."));
    }
    assertThat(command.khoyte("explain", "link", "ehr", "HS1", "--as-of-night", "2022-12-30"))
        .isEqualTo(
            wrong(
                "Không thể mở phiên đêm 2022-12-30: chưa được công bố. Phiên đêm gần nhất:"
                    + " 2022-12-31.v1."));
    assertThat(command.khoyte("explain", "link", "ehr", "HS1", "--out", "a.pdf"))
        .isEqualTo(wrong("Không thể vẽ vào a.pdf: cần tệp .svg hoặc .png."));
    assertThat(command.khoyte("explain", "link", "ehr"))
        .isEqualTo(wrong("Không thể chạy lệnh: thiếu “RECORD”. Xem: khoyte explain link --help"));
    assertThat(command.khoyte("explain"))
        .isEqualTo(wrong("Không thể chạy lệnh: thiếu “link | model”. Xem: khoyte explain --help"));
  }

  @Test
  void theNewestParametersOfAModelAreExplained() throws IOException {
    Path models = Files.createDirectories(home.resolve("conf/link"));
    for (String file :
        new String[] {"khoyte.yml", "sources.yml", "report.yml", "link/person.yml"}) {
      Files.copy(Path.of("../../conf").resolve(file), home.resolve("conf").resolve(file));
    }
    command.environment.put("KHOYTE_CONF", home.resolve("conf").toString());

    assertThat(command.khoyte("explain", "model", "person", "--out", "a.pdf"))
        .isEqualTo(
            wrong(
                "Không thể lập trang hiệu chuẩn: mô hình person chưa có tham số. Chạy: khoyte train"
                    + " person <danh sách>"));
    for (int version : new int[] {9, 10}) {
      Files.writeString(models.resolve("person.parameters." + version + ".yml"), "");
    }
    assertThat(
            command
                .parsed(ExplainModelCommand.class, "explain", "model", "person", "--out", "a.pdf")
                .parameters())
        .isEqualTo(models.resolve("person.parameters.10.yml"));
    assertThat(command.khoyte("explain", "model", "persn", "--out", "a.pdf"))
        .isEqualTo(
            wrong(
                "Không thể đối chiếu bằng mô hình “persn”: không có mô hình này. Các mô hình:"
                    + " person."));
    assertThat(command.khoyte("explain", "model", "person", "--out", "a.png"))
        .isEqualTo(wrong("Không thể lập trang hiệu chuẩn vào a.png: cần tệp .pdf."));
    assertThat(command.khoyte("explain", "model", "person"))
        .isEqualTo(wrong("Không thể chạy lệnh: thiếu “--out”. Xem: khoyte explain model --help"));
  }

  @Test
  void everyOptionIsExplainedInBothLanguages() {
    for (String language : new String[] {"vi", "en"}) {
      command.environment.put("KHOYTE_LANG", language);
      for (String name : new String[] {"link", "model"}) {
        String help = command.khoyte("explain", name, "--help").out();
        assertThat(help).as(help).doesNotContainPattern("(?m)^ +(-h, )?--\\S+ *\\n(?! {20})");
        assertThat(help).contains("khoyte explain " + name);
      }
    }
  }
}
