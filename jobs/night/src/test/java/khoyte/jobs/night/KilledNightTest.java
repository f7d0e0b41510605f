package khoyte.jobs.night;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import khoyte.jobs.operations.NightRun;
import khoyte.jobs.operations.NightState;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class KilledNightTest {
  @TempDir Path home;

  @ParameterizedTest
  @CsvSource({
    "read small, Đọc và chuẩn hóa, read"
        + " small.csv;stage;clean;resolve;marts;check;publish;report;clear;close",
    "stage, Đọc và chuẩn hóa, stage;clean;resolve;marts;check;publish;report;clear;close",
    "publish, Công bố, publish;report;clear;close",
  })
  void aKilledNightGoesOnWhereItWasKilled(String part, String step, String asked)
      throws IOException, InterruptedException {
    FakeHouse house = twoFilesSent();

    assertThat(killed(house, part)).isEqualTo(137);
    assertThat(house.layout.inbox().resolve("ehr")).isEmptyDirectory();
    NightRun run = house.night("2022-12-31");

    assertThat(house.remarked().get(0))
        .isEqualTo("Phiên đêm 31/12/2022 trước đó bị ngắt; đã khôi phục trạng thái.");
    assertThat(house.said().get(0)).contains("tiếp tục từ bước “" + step + "”");
    assertThat(house.asked).containsExactly(asked.split(";", -1));
    assertThat(run.state()).isEqualTo(NightState.COMPLETED);
  }

  @Test
  void aNightKilledWhileItClearsAwayIsDone() throws IOException, InterruptedException {
    FakeHouse house = twoFilesSent();

    assertThat(killed(house, "clear")).isEqualTo(137);
    house.night("2022-12-31");

    assertThat(house.remarked()).isEmpty();
    assertThat(house.said())
        .singleElement()
        .asString()
        .matches("Phiên đêm 31/12/2022 đã hoàn thành lúc .*; không làm gì thêm\\.");
    assertThat(house.asked).containsExactly("clear", "close");
  }

  private FakeHouse twoFilesSent() throws IOException {
    FakeHouse house = new FakeHouse(home, oneReader());
    for (String folder : List.of("his", "ehr", "population", "immunization", "covid-vaccination")) {
      Files.createDirectories(house.layout.inbox().resolve(folder));
    }
    house.send("ehr/big.csv", "a", "b", "c", "d");
    house.send("ehr/small.csv", "e");
    return house;
  }

  /** The shipped configuration with one reading thread, so that the order of the files is known. */
  private Path oneReader() throws IOException {
    Path conf = Files.createDirectories(home.resolve("conf"));
    for (String file : List.of("khoyte.yml", "sources.yml", "report.yml")) {
      String text = Files.readString(Path.of("../../conf").resolve(file));
      Files.writeString(
          conf.resolve(file), text.replace("reading-threads: 0", "reading-threads: 1"));
    }
    return conf;
  }

  private int killed(FakeHouse house, String part) throws IOException, InterruptedException {
    Process process =
        new ProcessBuilder(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-cp",
                System.getProperty("java.class.path"),
                "-XX:TieredStopAtLevel=1",
                KilledNight.class.getName(),
                home.toString(),
                house.confDirectory.toString(),
                part)
            .redirectErrorStream(true)
            .redirectOutput(home.resolve("killed.txt").toFile())
            .start();
    return process.waitFor();
  }
}
