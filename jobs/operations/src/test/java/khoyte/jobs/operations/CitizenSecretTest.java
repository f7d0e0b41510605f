package khoyte.jobs.operations;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Collections;
import java.util.HashSet;
import java.util.HexFormat;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import khoyte.jobs.conf.Conf;
import khoyte.jobs.conf.GeneralConf;
import khoyte.warehouse.KhoyteException;
import khoyte.warehouse.Layout;
import khoyte.warehouse.Messages;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class CitizenSecretTest {
  private static final GeneralConf DRAWN = Conf.read(Path.of("../../conf")).general();

  @TempDir Path home;

  @Test
  void itIsDrawnOnceAndForItsOwnerOnly() throws IOException {
    Layout layout = new Layout(home);

    byte[] first = CitizenSecret.of(DRAWN, layout, Map.of());

    assertThat(first).hasSize(32);
    assertThat(CitizenSecret.of(DRAWN, layout, Map.of())).isEqualTo(first);
    assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(layout.secret())))
        .isEqualTo("rwx------");
    assertThat(
            PosixFilePermissions.toString(
                Files.getPosixFilePermissions(layout.secret().resolve("citizen-key"))))
        .isEqualTo("rw-------");
  }

  @Test
  void allWhoAskForItAtOnceGetTheSame() throws Exception {
    ExecutorService threads = Executors.newFixedThreadPool(16);
    Layout layout = new Layout(home);
    try {
      Set<String> secrets = new HashSet<>();
      for (Future<byte[]> secret :
          threads.invokeAll(
              Collections.nCopies(
                  16, (Callable<byte[]>) () -> CitizenSecret.of(DRAWN, layout, Map.of())))) {
        secrets.add(HexFormat.of().formatHex(secret.get()));
      }

      assertThat(secrets)
          .containsExactly(
              HexFormat.of().formatHex(Files.readAllBytes(layout.secret().resolve("citizen-key"))));
    } finally {
      threads.shutdown();
    }
  }

  @Test
  void itComesFromTheEnvironmentIfTheConfigurationNamesAVariable() throws IOException {
    Layout layout = new Layout(home);
    GeneralConf conf = named();

    assertThat(CitizenSecret.of(conf, layout, Map.of("CITIZEN_SECRET", "bí mật")))
        .isEqualTo("bí mật".getBytes(StandardCharsets.UTF_8));
    assertThat(layout.secret()).doesNotExist();
    assertThatThrownBy(() -> CitizenSecret.of(conf, layout, Map.of()))
        .isInstanceOfSatisfying(
            KhoyteException.class,
            error ->
                assertThat(error.text(Messages.VIETNAMESE))
                    .isEqualTo(
                        "Không thể đọc cấu hình: biến môi trường CITIZEN_SECRET (khóa"
                            + " citizen-key.secret-env) chưa được đặt."));
  }

  private GeneralConf named() throws IOException {
    Path conf = Files.createDirectories(home.resolve("conf"));
    for (String file : new String[] {"khoyte.yml", "sources.yml", "report.yml"}) {
      Files.writeString(
          conf.resolve(file),
          Files.readString(Path.of("../../conf", file))
              .replace("secret-env: \"\"", "secret-env: CITIZEN_SECRET"));
    }
    return Conf.read(conf).general();
  }
}
