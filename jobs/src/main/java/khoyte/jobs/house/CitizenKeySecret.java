package khoyte.jobs.house;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.SecureRandom;
import khoyte.jobs.night.NightSetting;
import khoyte.warehouse.Fault;
import khoyte.warehouse.KhoyteException;

/** The secret of the pseudonyms: from the environment, else drawn once and kept for its owner. */
final class CitizenKeySecret {
  private static final int BYTES = 32;
  private static final String FILE = "citizen-key";

  private CitizenKeySecret() {}

  static byte[] of(NightSetting setting) {
    String variable = setting.conf().general().citizenKeySecretEnv();
    if (variable.isEmpty()) {
      return kept(setting.layout().secret());
    }
    byte[] secret =
        setting.environment().getOrDefault(variable, "").getBytes(StandardCharsets.UTF_8);
    if (secret.length < 16 || secret.length > 64) {
      throw new KhoyteException(
          Fault.ARGUMENT, "conf.value", "citizen-key.secret-env", variable, "16-64 byte");
    }
    return secret;
  }

  private static byte[] kept(Path directory) {
    Path file = directory.resolve(FILE);
    try {
      if (!Files.exists(file)) {
        byte[] drawn = new byte[BYTES];
        new SecureRandom().nextBytes(drawn);
        Files.createDirectories(directory);
        Path part =
            Files.createTempFile(
                directory,
                FILE,
                ".part",
                PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
        Files.write(part, drawn);
        Files.move(part, file, StandardCopyOption.ATOMIC_MOVE);
      }
      return Files.readAllBytes(file);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
