package khoyte.pipelines.read.container;

import java.io.BufferedInputStream;
import java.io.Closeable;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.CharacterCodingException;
import java.nio.file.Files;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.zip.GZIPInputStream;
import java.util.zip.ZipException;
import javax.xml.stream.XMLStreamException;
import khoyte.pipelines.read.source.LandedFile;
import khoyte.warehouse.Fault;
import khoyte.warehouse.KhoyteException;
import khoyte.warehouse.StorageException;
import org.apache.commons.compress.compressors.gzip.GzipCompressorInputStream;
import org.jspecify.annotations.Nullable;

/**
 * The bytes of a landed file, inflated within bounds. What it is, is told by its first bytes and
 * not by its name. An archive in an archive is not followed.
 */
public final class LandedBytes implements Closeable {
  private static final int BUFFER = 1 << 16;
  private static final int HEAD = 512;
  private static final int GZIP_HEAD_CHECKED = 1 << 1;

  private final LandedFile file;
  private final @Nullable Archive archive;
  private final boolean isPacked;
  private final Inflation inflation;
  private final List<Part> parts = new ArrayList<>();
  private final Set<Part> whole = new HashSet<>();
  private @Nullable Part current;

  private LandedBytes(LandedFile file, @Nullable Archive archive, boolean isPacked)
      throws IOException {
    this.file = file;
    this.archive = archive;
    this.isPacked = isPacked;
    this.inflation = new Inflation(file, Files.size(file.path()));
    if (archive == null) {
      parts.add(new Part(file.name(), null));
    } else {
      archive.entries().forEach(entry -> parts.add(new Part(entry.name(), entry)));
    }
  }

  /** One of the files that a landed file consists of, in name order; the only one if not a zip. */
  public record Part(String name, Archive.@Nullable Entry entry) {}

  /** Reads a landed file from its bytes. */
  @FunctionalInterface
  public interface Reading<T> {
    T from(LandedBytes bytes) throws IOException, XMLStreamException;
  }

  /**
   * Reads a landed file whole or not at all. Whatever the reading throws refuses the file, and so
   * does a part of an archive that is not what was packed, even where nobody read on.
   *
   * @throws KhoyteException if the file is refused; with a cause if nobody expected it
   * @throws StorageException as the reading throws it
   */
  public static <T> T read(LandedFile file, IgnoredEntries ignored, Reading<T> reading) {
    try (LandedBytes bytes = open(file, ignored)) {
      T result;
      try {
        result = reading.from(bytes);
      } catch (IOException | XMLStreamException | RuntimeException | StackOverflowError e) {
        throw bytes.refusal(e);
      }
      KhoyteException damage = bytes.damage();
      if (damage != null) {
        throw damage;
      }
      return result;
    } catch (KhoyteException | StorageException e) {
      throw e;
    } catch (IOException e) {
      throw new StorageException(e);
    } catch (RuntimeException e) {
      throw file.refusedUnexpectedly(e);
    }
  }

  private static LandedBytes open(LandedFile file, IgnoredEntries ignored) throws IOException {
    byte[] head;
    try (InputStream stream = Files.newInputStream(file.path())) {
      head = stream.readNBytes(4);
    }
    if (head.length == 0) {
      throw file.refused("empty");
    }
    boolean isZip = startsWith(head, 'P', 'K', 3, 4) || startsWith(head, 'P', 'K', 5, 6);
    return new LandedBytes(
        file, isZip ? Archive.open(file, ignored) : null, isZip || startsWith(head, 0x1F, 0x8B));
  }

  private static boolean startsWith(byte[] bytes, int... start) {
    for (int i = 0; i < start.length; i++) {
      if (i >= bytes.length || (bytes[i] & 0xFF) != start[i]) {
        return false;
      }
    }
    return true;
  }

  /** Why the file is not taken: what is wrong with its container goes before what followed. */
  private RuntimeException refusal(Throwable thrown) {
    if (thrown instanceof StorageException storage) {
      return storage;
    }
    if (thrown instanceof KhoyteException house && house.fault() != Fault.INPUT) {
      return house;
    }
    KhoyteException damage;
    try {
      damage = damage();
    } catch (KhoyteException e) {
      damage = null; // too large to know
    }
    if (damage != null) {
      return damage;
    }
    if (thrown instanceof KhoyteException known) {
      return named(known);
    }
    return named(
        thrown instanceof CharacterCodingException
            ? file.refused("encoding")
            : file.refusedUnexpectedly(thrown));
  }

  /** The refusal with the entry of the archive that is to blame. */
  private KhoyteException named(KhoyteException refusal) {
    List<Object> values = new ArrayList<>(refusal.values());
    if (archive == null || isWorkbook() || current == null || !values.get(0).equals(file.name())) {
      return refusal;
    }
    values.set(0, file.name() + " (" + current.name() + ")");
    return new KhoyteException(
        refusal.getCause(), refusal.fault(), refusal.key(), values.toArray());
  }

  /**
   * The refusal of a container that is not whole, or null. Reads what nobody has read to its end.
   */
  private @Nullable KhoyteException damage() {
    for (Part part : isPacked ? parts : List.<Part>of()) {
      if (!whole.contains(part)) {
        try (InputStream stream = unpacked(part)) {
          stream.transferTo(OutputStream.nullOutputStream());
        } catch (EOFException e) {
          return file.refused("truncated", lastLine(part));
        } catch (KhoyteException e) {
          throw e;
        } catch (IOException | RuntimeException e) {
          return file.refused(isOfChecksum(e) ? "checksum" : "archive");
        }
      }
    }
    return null;
  }

  private static boolean isOfChecksum(Exception e) {
    return e instanceof ChecksumException || String.valueOf(e.getMessage()).contains("CRC32");
  }

  /** Line at which a part that is cut off ends. This stream gives what there is before it fails. */
  private int lastLine(Part part) {
    int lines = 1;
    byte[] block = new byte[BUFFER];
    try (InputStream stream = new GZIPInputStream(raw(part))) {
      for (int read = stream.read(block); read > 0; read = stream.read(block)) {
        for (int i = 0; i < read; i++) {
          lines += block[i] == '\n' ? 1 : 0;
        }
      }
    } catch (IOException e) {
      return lines;
    }
    return lines;
  }

  /** Whether it is a workbook, or another package of Office Open XML. */
  public boolean isWorkbook() {
    return archive != null && archive.entry("[Content_Types].xml") != null;
  }

  /** Its files in name order. */
  public List<Part> parts() {
    if (parts.isEmpty()) {
      throw file.refused("empty");
    }
    if (archive != null && archive.entry("mimetype") != null) {
      throw ForeignForm.OPEN_DOCUMENT.refusal(file);
    }
    return Collections.unmodifiableList(parts);
  }

  /** A file inside of a workbook, or null if there is none. */
  public @Nullable InputStream workbookPart(String name) throws IOException {
    Archive.Entry entry = archive == null ? null : archive.entry(name);
    return entry == null ? null : unpacked(new Part(entry.name(), entry));
  }

  /** The bytes of a table, from the start, as often as asked. */
  public InputStream open(Part part) throws IOException {
    return opened(part, ForeignForm::ofTable);
  }

  /** The same of an XML document. */
  public InputStream openXml(Part part) throws IOException {
    return opened(part, ForeignForm::ofDocument);
  }

  /** What the first bytes of a file say that it is, if that is wrong. */
  private interface Recognition {
    @Nullable ForeignForm of(byte[] head, InputStream stream) throws IOException;
  }

  private InputStream opened(Part part, Recognition recognition) throws IOException {
    var stream = new BufferedInputStream(unpacked(part), BUFFER);
    try {
      check(part, stream, recognition);
    } catch (IOException | RuntimeException e) {
      stream.close();
      throw e;
    }
    current = part;
    return stream;
  }

  private void check(Part part, InputStream stream, Recognition recognition) throws IOException {
    byte[] head = head(stream, HEAD);
    if (isArchive(head)) {
      throw part.entry() == null
          ? ForeignForm.OTHER.refusal(file)
          : file.refused("unsafe", part.name());
    }
    ForeignForm foreign = recognition.of(head, stream);
    if (foreign != null) {
      throw part.entry() == null ? foreign.refusal(file) : file.refused("stranger", part.name());
    }
    if (!isPacked && isCalledPacked(file.name()) && hasControls(head)) {
      throw file.refused("archive");
    }
  }

  private static byte[] head(InputStream stream, int length) throws IOException {
    stream.mark(length);
    byte[] head = stream.readNBytes(length);
    stream.reset();
    return head;
  }

  private static boolean isArchive(byte[] head) {
    return startsWith(head, 'P', 'K', 3, 4)
        || startsWith(head, 0x1F, 0x8B)
        || startsWith(head, '7', 'z', 0xBC, 0xAF)
        || startsWith(head, 'R', 'a', 'r', '!');
  }

  private static boolean isCalledPacked(String name) {
    String lower = name.toLowerCase(Locale.ROOT);
    return lower.endsWith(".gz") || lower.endsWith(".zip") || lower.endsWith(".xlsx");
  }

  private static boolean hasControls(byte[] head) {
    for (byte each : head) {
      if (each >= 0 && each < '\t') {
        return true;
      }
    }
    return false;
  }

  private InputStream unpacked(Part part) throws IOException {
    if (!isPacked) {
      return Files.newInputStream(file.path());
    }
    var raw = new BufferedInputStream(raw(part), BUFFER);
    byte[] head = head(raw, 4);
    boolean isGzip = !isWorkbook() && startsWith(head, 0x1F, 0x8B);
    if (isGzip && head.length == 4 && (head[3] & GZIP_HEAD_CHECKED) != 0) {
      checkGzipHead(part);
    }
    return inflation.count(part.name(), isGzip ? unzipped(raw) : raw, () -> whole.add(part));
  }

  private InputStream raw(Part part) throws IOException {
    return archive == null || part.entry() == null
        ? Files.newInputStream(file.path())
        : archive.open(part.entry());
  }

  /** The JDK's reader verifies the checksum of the head, the other one passes over it. */
  private void checkGzipHead(Part part) throws IOException {
    try {
      new GZIPInputStream(raw(part)).close();
    } catch (ZipException e) {
      throw new ChecksumException();
    }
  }

  /** Several members may follow one another, and nothing else. */
  private static InputStream unzipped(InputStream stream) throws IOException {
    try {
      return GzipCompressorInputStream.builder()
          .setInputStream(stream)
          .setDecompressConcatenated(true)
          .get();
    } catch (IOException e) {
      stream.close();
      throw e;
    }
  }

  @Override
  public void close() throws IOException {
    if (archive != null) {
      archive.close();
    }
  }
}
