package khoyte.jobs.demo;

import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDateTime;
import java.util.zip.GZIPOutputStream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;

/**
 * A file of the inbox; written as its name ends: .gz and .zip are packed.
 *
 * @param path below the inbox, / between
 */
record InboxFile(String path, String source, Body body) {
  private static final LocalDateTime ZIPPED = LocalDateTime.of(2023, 1, 1, 0, 0);
  private static final int BUFFER = 1 << 16;

  /** What stands in the file. */
  interface Body {
    void write(OutputStream out, TruthSheet truth) throws IOException;
  }

  void write(Path inbox, TruthSheet truth) {
    Path file = inbox.resolve(path);
    try {
      Files.createDirectories(file.getParent());
      try (OutputStream out =
          packed(new BufferedOutputStream(Files.newOutputStream(file), BUFFER))) {
        body.write(out, truth);
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private OutputStream packed(OutputStream raw) throws IOException {
    if (path.endsWith(".gz")) {
      return new BufferedOutputStream(new GZIPOutputStream(raw, BUFFER), BUFFER);
    }
    if (path.endsWith(".zip")) {
      ZipOutputStream zip = new ZipOutputStream(raw);
      ZipEntry entry =
          new ZipEntry(
              path.substring(path.lastIndexOf('/') + 1)
                  .replace(".zip", source.equals(HisFiles.SOURCE) ? ".xml" : ".csv"));
      entry.setTimeLocal(ZIPPED);
      zip.putNextEntry(entry);
      return new BufferedOutputStream(zip, BUFFER);
    }
    return raw;
  }
}
