package khoyte.jobs.conf;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Objects;
import java.util.Properties;

/** Which khoyte this is. */
public record BuildInfo(String version, String commit) {

  /** As it was when the program was built. */
  public static BuildInfo load() {
    Properties build = new Properties();
    try (InputStream in =
        Objects.requireNonNull(
            BuildInfo.class.getResourceAsStream("/khoyte/jobs/build.properties"))) {
      build.load(in);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return new BuildInfo(build.getProperty("version", ""), build.getProperty("commit", "unknown"));
  }

  /** {@code 1.0.0 (a1b2c3d)}. */
  @Override
  public String toString() {
    return version + " (" + commit + ")";
  }
}
