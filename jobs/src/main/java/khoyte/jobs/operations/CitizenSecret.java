package khoyte.jobs.operations;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.security.SecureRandom;
import java.util.Map;
import java.util.Set;
import khoyte.jobs.conf.GeneralConf;
import khoyte.warehouse.Fault;
import khoyte.warehouse.KhoyteException;
import khoyte.warehouse.Layout;
import khoyte.warehouse.OwnerOnly;

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
        draw(file);
      }
      return Files.readAllBytes(file);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Whole or not at all: half a secret would be another one. */
  private static void draw(Path file) throws IOException {
    byte[] secret = new byte[BYTES];
    new SecureRandom().nextBytes(secret);
    Path part = file.resolveSibling("citizen-key.tmp");
    Files.deleteIfExists(part);
    try (FileChannel channel =
        FileChannel.open(
            part,
            Set.of(StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE),
            OwnerOnly.file(part))) {
      channel.write(ByteBuffer.wrap(secret));
      channel.force(true);
    }
    Files.move(part, file, StandardCopyOption.ATOMIC_MOVE);
  }
}
