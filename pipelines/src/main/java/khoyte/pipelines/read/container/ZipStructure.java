package khoyte.pipelines.read.container;

import java.io.EOFException;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.channels.FileChannel;
import java.util.Arrays;
import java.util.Collections;
import java.util.zip.ZipException;
import org.apache.commons.compress.archivers.zip.ZipArchiveEntry;
import org.apache.commons.compress.archivers.zip.ZipFile;

/**
 * Whether a zip is what its directory says: entries side by side from the first byte on, each with
 * a header of its own that says the same, then the directory with as many records as were read,
 * then the end. What a directory does not name would be lost without a word.
 */
final class ZipStructure {
  private static final int ENTRY = 0x04034B50;
  private static final int DESCRIPTOR = 0x08074B50;
  private static final int RECORD = 0x02014B50;
  private static final int ZIP64_END = 0x06064B50;
  private static final int ZIP64_LOCATOR = 0x07064B50;
  private static final int END = 0x06054B50;
  private static final int ENTRY_BYTES = 30;
  private static final int RECORD_BYTES = 46;
  private static final int END_BYTES = 22;
  private static final int LOCATOR_BYTES = 20;
  private static final int ENCRYPTED = 1;
  private static final int DESCRIBED = 8;
  private static final int MANY = 0xFFFF;
  private static final long LARGE = 0xFFFFFFFFL;

  private final FileChannel channel;
  private long at;

  private ZipStructure(FileChannel channel) {
    this.channel = channel;
  }

  /**
   * @throws ZipException at what does not fit
   */
  static void check(ZipFile zip, FileChannel channel) throws IOException {
    var structure = new ZipStructure(channel);
    int entries = 0;
    for (ZipArchiveEntry entry : Collections.list(zip.getEntriesInPhysicalOrder())) {
      structure.passEntry(entry);
      entries++;
    }
    structure.passDirectory(entries);
  }

  /** Whether it begins as an archive, but the last archive in it begins further on. */
  static boolean isJoined(ZipFile zip, FileChannel channel) throws IOException {
    return zip.getFirstLocalFileHeaderOffset() > 0
        && new ZipStructure(channel).bytes(0, Integer.BYTES).getInt() == ENTRY;
  }

  private void passEntry(ZipArchiveEntry entry) throws IOException {
    require(entry.getLocalHeaderOffset() == at);
    ByteBuffer header = bytes(at, ENTRY_BYTES);
    require(header.getInt(0) == ENTRY);
    int flags = header.getShort(6);
    int nameBytes = header.getShort(26) & 0xFFFF;
    int extraBytes = header.getShort(28) & 0xFFFF;
    require((flags & ENCRYPTED) == (entry.getRawFlag() & ENCRYPTED));
    require((header.getShort(8) & 0xFFFF) == entry.getMethod());
    byte[] name = bytes(at + ENTRY_BYTES, nameBytes).array();
    require(Arrays.equals(name, entry.getRawName()));
    boolean isDescribed = (flags & DESCRIBED) != 0;
    require(isDescribed || saysTheSame(header, 14, entry));
    at += ENTRY_BYTES + nameBytes + extraBytes + entry.getCompressedSize();
    if (isDescribed) {
      passDescriptor(entry);
    }
  }

  private static boolean saysTheSame(ByteBuffer header, int checksumAt, ZipArchiveEntry entry) {
    long packed = unsigned(header, checksumAt + 4);
    long size = unsigned(header, checksumAt + 8);
    return unsigned(header, checksumAt) == entry.getCrc()
        && (packed == entry.getCompressedSize() || packed == LARGE)
        && (size == entry.getSize() || size == LARGE);
  }

  /** It may have a signature, and sizes of four bytes or of eight; some writers leave it out. */
  private void passDescriptor(ZipArchiveEntry entry) throws IOException {
    ByteBuffer first = bytes(at, 2 * Integer.BYTES);
    boolean isSigned = first.getInt(0) == DESCRIPTOR;
    if (!isSigned && isNext(first.getInt(0))) {
      return;
    }
    at += isSigned ? Integer.BYTES : 0;
    require(unsigned(bytes(at, Integer.BYTES), 0) == entry.getCrc());
    at += Integer.BYTES + 2 * Integer.BYTES;
    if (!isNext(bytes(at, Integer.BYTES).getInt(0))) {
      at += 2 * Integer.BYTES;
    }
  }

  private static boolean isNext(int signature) {
    return signature == ENTRY || signature == RECORD;
  }

  private void passDirectory(int entries) throws IOException {
    for (int i = 0; i < entries; i++) {
      ByteBuffer record = bytes(at, RECORD_BYTES);
      require(record.getInt(0) == RECORD);
      at += RECORD_BYTES;
      for (int lengthAt : new int[] {28, 30, 32}) {
        at += record.getShort(lengthAt) & 0xFFFF;
      }
    }
    if (bytes(at, Integer.BYTES).getInt(0) == ZIP64_END) {
      at += 12 + bytes(at + 4, Long.BYTES).getLong(0);
      require(bytes(at, Integer.BYTES).getInt(0) == ZIP64_LOCATOR);
      at += LOCATOR_BYTES;
    }
    ByteBuffer end = bytes(at, END_BYTES);
    require(end.getInt(0) == END);
    int total = end.getShort(10) & 0xFFFF;
    require(total == entries || total == MANY);
    require(at + END_BYTES + (end.getShort(20) & 0xFFFF) == channel.size());
  }

  private static long unsigned(ByteBuffer bytes, int index) {
    return bytes.getInt(index) & LARGE;
  }

  private ByteBuffer bytes(long from, int count) throws IOException {
    ByteBuffer bytes = ByteBuffer.allocate(count).order(ByteOrder.LITTLE_ENDIAN);
    while (bytes.hasRemaining()) {
      require(from >= 0);
      if (channel.read(bytes, from + bytes.position()) < 0) {
        throw new EOFException();
      }
    }
    return bytes.flip();
  }

  private static void require(boolean fits) throws ZipException {
    if (!fits) {
      throw new ZipException();
    }
  }
}
