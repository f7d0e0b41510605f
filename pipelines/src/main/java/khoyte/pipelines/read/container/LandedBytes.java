package khoyte.pipelines.read.container;

import java.io.BufferedInputStream;
import java.io.Closeable;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.zip.GZIPInputStream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipException;
import java.util.zip.ZipFile;
import khoyte.pipelines.read.source.LandedFile;
import org.jspecify.annotations.Nullable;

/**
 * The bytes of a landed file, inflated within bounds. What it is, is told by its first bytes and
 * not by its name. An archive in an archive is not followed.
 */
public final class LandedBytes implements Closeable {
  private static final int BUFFER = 1 << 16;

  private final LandedFile file;
  private final @Nullable ZipFile zip;
  private final List<ZipEntry> entries;
  private final Inflation inflation;

  private LandedBytes(
      LandedFile file, @Nullable ZipFile zip, List<ZipEntry> entries, Inflation inflation) {
    this.file = file;
    this.zip = zip;
    this.entries = entries;
    this.inflation = inflation;
  }

  /** One of the files that a landed file consists of, in name order; the only one if not a zip. */
  public record Part(String name, @Nullable ZipEntry entry) {}

  public static LandedBytes open(LandedFile file) throws IOException {
    long size = Files.size(file.path());
    if (size == 0) {
      throw file.refused("empty");
    }
    var inflation = new Inflation(file, size);
    byte[] magic = firstBytes(file);
    if (!startsWith(magic, 'P', 'K')) {
      return new LandedBytes(file, null, List.of(), inflation);
    }
    ZipFile zip;
    try {
      // Names are compared as bytes; a sender's old code page must not stop a file.
      zip = new ZipFile(file.path().toFile(), StandardCharsets.ISO_8859_1);
    } catch (ZipException e) {
      throw file.refused("archive");
    }
    try {
      return new LandedBytes(file, zip, entries(file, zip), inflation);
    } catch (RuntimeException e) {
      zip.close();
      throw e;
    }
  }

  private static byte[] firstBytes(LandedFile file) throws IOException {
    try (InputStream stream = Files.newInputStream(file.path())) {
      return stream.readNBytes(4);
    }
  }

  private static boolean startsWith(byte[] bytes, int... start) {
    for (int i = 0; i < start.length; i++) {
      if (i >= bytes.length || (bytes[i] & 0xFF) != start[i]) {
        return false;
      }
    }
    return true;
  }

  private static List<ZipEntry> entries(LandedFile file, ZipFile zip) {
    List<ZipEntry> entries = new ArrayList<>();
    zip.stream().forEach(entries::add);
    for (ZipEntry entry : entries) {
      String name = entry.getName().replace('\\', '/');
      boolean climbs = Arrays.asList(name.split("/", -1)).contains("..");
      if (climbs || name.startsWith("/") || name.matches("^[A-Za-z]:.*")) {
        throw file.refused("unsafe", climbs ? "../" : "/");
      }
    }
    entries.removeIf(entry -> entry.isDirectory() || isHidden(entry.getName()));
    entries.sort(Comparator.comparing(ZipEntry::getName));
    return entries;
  }

  private static boolean isHidden(String name) {
    return name.startsWith("__MACOSX/")
        || name.substring(name.lastIndexOf('/') + 1).startsWith(".");
  }

  /** Whether it is a workbook (Office Open XML). */
  public boolean isWorkbook() {
    return zip != null
        && zip.getEntry("[Content_Types].xml") != null
        && zip.getEntry("xl/workbook.xml") != null;
  }

  /** Its files in name order. */
  public List<Part> parts() {
    if (zip == null) {
      return List.of(new Part(file.name(), null));
    }
    List<Part> parts = new ArrayList<>();
    for (ZipEntry entry : entries) {
      parts.add(new Part(entry.getName(), entry));
    }
    if (parts.isEmpty()) {
      throw file.refused("empty");
    }
    return parts;
  }

  /** A file inside of a workbook, or null if there is none. */
  public @Nullable InputStream workbookPart(String name) throws IOException {
    ZipEntry entry = zip == null ? null : zip.getEntry(name);
    return entry == null ? null : inflated(entry);
  }

  /** The bytes of a part, from the start, as often as asked. */
  public InputStream open(Part part) throws IOException {
    InputStream raw =
        part.entry() == null ? Files.newInputStream(file.path()) : inflated(part.entry());
    var stream = new BufferedInputStream(raw, BUFFER);
    stream.mark(4);
    byte[] magic = stream.readNBytes(4);
    stream.reset();
    if (startsWith(magic, 0x1F, 0x8B)) {
      return inflation.count(new GZIPInputStream(stream, BUFFER));
    }
    boolean isArchive =
        startsWith(magic, 'P', 'K', 3, 4)
            || startsWith(magic, '7', 'z', 0xBC, 0xAF)
            || startsWith(magic, 'R', 'a', 'r', '!');
    if (isArchive) {
      if (part.entry() == null) {
        throw file.refused("format");
      }
      throw file.refused("unsafe", part.name());
    }
    if (startsWith(magic, 0xD0, 0xCF, 0x11, 0xE0) || startsWith(magic, '%', 'P', 'D', 'F')) {
      throw file.refused("format");
    }
    return stream;
  }

  private InputStream inflated(ZipEntry entry) throws IOException {
    if (zip == null) {
      throw new IllegalStateException("Cannot open " + entry.getName() + ": not a zip");
    }
    try {
      return inflation.count(zip.getInputStream(entry));
    } catch (ZipException e) {
      throw file.refused("archive");
    }
  }

  @Override
  public void close() throws IOException {
    if (zip != null) {
      zip.close();
    }
  }
}
