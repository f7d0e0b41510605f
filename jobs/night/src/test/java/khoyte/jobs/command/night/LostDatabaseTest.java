package khoyte.jobs.command.night;

import static org.assertj.core.api.Assertions.assertThat;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import khoyte.jobs.command.night.CommandHouse.Answer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.util.FileSystemUtils;

/** A PostgreSQL server that goes away in the middle of a night, and comes back. */
@EnabledIfSystemProperty(named = "operations", matches = "postgresql")
class LostDatabaseTest {
  @TempDir Path home;

  @Test
  void aNightWhoseDatabaseGoesAwaySaysSoInOneLineAndGoesOnWhenItIsBack() throws IOException {
    CommandHouse house = new CommandHouse(home);
    house.house.send("ehr/ehr_20221231.csv", "a");
    EmbeddedPostgres server = server(0);
    int port = server.getPort();
    house.environment.put("KHOYTE_CONF", conf(port).toString());
    house.house.meanwhile.put("resolve", () -> close(server));

    Answer lost = house.khoyte("night", "--as-of", "2022-12-31");

    assertThat(lost.code()).isEqualTo(1);
    assertThat(lost.err().lines())
        .last()
        .asString()
        .startsWith("Không thể kết nối cơ sở dữ liệu vận hành: ")
        .endsWith(" Kiểm tra rồi chạy lại; phiên đêm sẽ tiếp tục từ bước dở.");
    assertThat(lost.err()).doesNotContain("Exception");

    house.house.meanwhile.clear();
    house.house.asked.clear();
    try (EmbeddedPostgres again = server(port)) {
      Answer done = house.khoyte("night", "--as-of", "2022-12-31");

      assertThat(again.getPort()).isEqualTo(port);
      assertThat(done.code()).isZero();
      assertThat(done.out()).contains("tiếp tục từ bước “Xác định công dân”");
      assertThat(house.house.asked)
          .containsExactly("resolve", "marts", "check", "publish", "report", "clear", "close");
    }
  }

  private EmbeddedPostgres server(int port) throws IOException {
    return EmbeddedPostgres.builder()
        .setDataDirectory(home.resolve("server"))
        .setCleanDataDirectory(false)
        .setPort(port)
        .start();
  }

  private static void close(EmbeddedPostgres server) {
    try {
      server.close();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private Path conf(int port) throws IOException {
    Path conf = home.resolve("own-conf");
    FileSystemUtils.copyRecursively(Path.of("../../conf"), conf);
    Path general = conf.resolve("khoyte.yml");
    Files.writeString(
        general,
        Files.readString(general)
            .replaceFirst(
                "(?m)^  url: \"\"$", "  url: \"jdbc:postgresql://localhost:" + port + "/postgres\"")
            .replaceFirst("(?m)^  user: \"\"$", "  user: postgres"));
    return conf;
  }
}
