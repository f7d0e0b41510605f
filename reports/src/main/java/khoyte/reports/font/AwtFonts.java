package khoyte.reports.font;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Objects;

/**
 * Keeps AWT from asking the machine for fonts: on a server without any it would fail before it
 * looks at ours ("Fontconfig head is null"). Has to be called before the first use of AWT in the
 * process; later calls, and a configuration set by the operator, change nothing.
 */
public final class AwtFonts {
  private static final String CONFIGURATION = "sun.awt.fontconfig";

  private AwtFonts() {}

  public static synchronized void own() {
    if (System.getProperty(CONFIGURATION) != null) {
      return;
    }
    System.setProperty("java.awt.headless", "true");
    try (InputStream empty =
        Objects.requireNonNull(AwtFonts.class.getResourceAsStream("fontconfig.properties"))) {
      Path file = Files.createTempFile("khoyte-fontconfig", ".properties");
      file.toFile().deleteOnExit();
      Files.copy(empty, file, StandardCopyOption.REPLACE_EXISTING);
      System.setProperty(CONFIGURATION, file.toString());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
