package khoyte.jobs.operations;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.util.Map;
import khoyte.jobs.conf.GeneralConf;
import khoyte.warehouse.Fault;
import khoyte.warehouse.KhoyteException;
import khoyte.warehouse.Layout;
import khoyte.warehouse.OwnerOnly;
import khoyte.warehouse.WholeFile;

/** The secret from which the pseudonyms of citizens are made. */
public final class CitizenSecret {
  private static final int BYTES = 32;

  private CitizenSecret() {}

  /**
   * The value of the environment variable that the configuration names; without one, 32 random
   * bytes drawn at the first use and kept below {@code KHOYTE_HOME} for their owner only.
   */
  public static byte[] of(GeneralConf conf, Layout layout, Map<String, String> environment) {
    String variable = conf.citizenKeySecretEnv();
    if (variable.isEmpty()) {
      return kept(layout);
    }
    String secret = environment.get(variable);
    if (secret == null || secret.isEmpty()) {
      throw new KhoyteException(Fault.ARGUMENT, "conf.env", variable, "citizen-key.secret-env");
    }
    return secret.getBytes(StandardCharsets.UTF_8);
  }

  private static byte[] kept(Layout layout) {
    try {
      Path file = OwnerOnly.directory(layout.secret()).resolve("citizen-key");
      if (!Files.exists(file)) {
        byte[] secret = new byte[BYTES];
        new SecureRandom().nextBytes(secret);
        // whole or not at all, and the first one counts: another secret gives other citizens
        WholeFile.writeNew(file, secret);
      }
      return Files.readAllBytes(file);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
