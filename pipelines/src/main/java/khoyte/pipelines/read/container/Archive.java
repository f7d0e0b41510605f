package khoyte.pipelines.read.container;

import java.io.Closeable;
import java.io.IOException;
import java.io.InputStream;
import java.nio.channels.FileChannel;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.zip.CRC32;
import java.util.zip.CheckedInputStream;
import java.util.zip.ZipEntry;
import khoyte.pipelines.read.source.LandedFile;
import khoyte.pipelines.read.text.Utf8;
import khoyte.pipelines.read.text.VietnameseText;
import khoyte.warehouse.KhoyteException;
import org.apache.commons.compress.archivers.zip.ZipArchiveEntry;
import org.apache.commons.compress.archivers.zip.ZipFile;
import org.apache.commons.compress.archivers.zip.ZipMethod;
import org.jspecify.annotations.Nullable;

/** A zip that is whole by its structure; what its entries hold is checked while it is read. */
final class Archive implements Closeable {
  /** Code page of Vietnamese Windows, whose names carry no mark. */
  private static final Charset WINDOWS = Charset.forName("windows-1258");

  private static final int DEFLATE64 = ZipMethod.ENHANCED_DEFLATED.getCode();

  private final ZipFile zip;
  private final List<Entry> entries = new ArrayList<>();

  private Archive(ZipFile zip) {
    this.zip = zip;
  }

  /**
   * A file in the archive.
   *
   * @param name with its folders, as people read it
   */
  record Entry(String name, ZipArchiveEntry head) {}

  /** Opens it; refused if its directory is not that of its entries, or if it cannot be unpacked. */
  static Archive open(LandedFile file, IgnoredEntries ignored) throws IOException {
    FileChannel channel = FileChannel.open(file.path());
    try {
      Archive archive = new Archive(zip(file, channel));
      archive.select(file, ignored);
      return archive;
    } catch (IOException | RuntimeException e) {
      channel.close();
      throw e;
    }
  }

  private static ZipFile zip(LandedFile file, FileChannel channel) throws IOException {
    try {
      ZipFile zip =
          ZipFile.builder()
              .setSeekableByteChannel(channel)
              .setCharset(StandardCharsets.ISO_8859_1)
              .setIgnoreLocalFileHeader(true)
              .get();
      if (ZipStructure.isJoined(zip, channel)) {
        throw file.refused("joined");
      }
      ZipStructure.check(zip, channel);
      return zip;
    } catch (KhoyteException e) {
      throw e;
    } catch (IOException | RuntimeException e) {
      throw file.refused("archive");
    }
  }

  private void select(LandedFile file, IgnoredEntries ignored) {
    for (ZipArchiveEntry head : Collections.list(zip.getEntries())) {
      String name = name(head);
      boolean climbs = Arrays.asList(name.split("/", -1)).contains("..");
      if (climbs || name.startsWith("/") || name.matches("^[A-Za-z]:.*")) {
        throw file.refused("unsafe", climbs ? "../" : "/");
      }
      if (!name.endsWith("/") && !ignored.covers(name)) {
        if (head.getGeneralPurposeBit().usesEncryption()) {
          throw file.refused("password");
        }
        int method = head.getMethod();
        if (method != ZipEntry.STORED && method != ZipEntry.DEFLATED) {
          throw file.refused("method", method == DEFLATE64 ? "Deflate64" : "#" + method);
        }
        entries.add(new Entry(name, head));
      }
    }
    entries.sort((one, other) -> Arrays.compareUnsigned(raw(one.head), raw(other.head)));
  }

  private static byte[] raw(ZipArchiveEntry entry) {
    return entry.getRawName();
  }

  private static String name(ZipArchiveEntry entry) {
    byte[] raw = raw(entry);
    boolean isUtf8 = Utf8.isValid(raw, 0, raw.length);
    String name = new String(raw, isUtf8 ? StandardCharsets.UTF_8 : WINDOWS);
    return VietnameseText.composed(name).replace('\\', '/');
  }

  /** Its files in the order of their names' bytes, without those that nobody meant to send. */
  List<Entry> entries() {
    return Collections.unmodifiableList(entries);
  }

  /** The entry of a name; packages of Office Open XML do not tell capital letters from small. */
  @Nullable Entry entry(String name) {
    return entries.stream()
        .filter(entry -> entry.name.equalsIgnoreCase(name))
        .min(Comparator.comparing(entry -> !entry.name.equals(name)))
        .orElse(null);
  }

  /** Unpacked bytes, which end in a {@link ChecksumException} if they are not what was packed. */
  InputStream open(Entry entry) throws IOException {
    return new Checked(zip.getInputStream(entry.head), entry.head);
  }

  @Override
  public void close() throws IOException {
    zip.close();
  }

  private static final class Checked extends CheckedInputStream {
    private final ZipArchiveEntry entry;
    private long size;

    Checked(InputStream stream, ZipArchiveEntry entry) {
      super(stream, new CRC32());
      this.entry = entry;
    }

    @Override
    public int read() throws IOException {
      int read = super.read();
      check(read < 0 ? -1 : 1);
      return read;
    }

    @Override
    public int read(byte[] buffer, int from, int length) throws IOException {
      int read = super.read(buffer, from, length);
      check(read);
      return read;
    }

    private void check(int read) throws ChecksumException {
      size += Math.max(read, 0);
      boolean isEnd = read < 0;
      if (size > entry.getSize()
          || isEnd && size < entry.getSize()
          || isEnd && getChecksum().getValue() != entry.getCrc()) {
        throw new ChecksumException();
      }
    }
  }
}
