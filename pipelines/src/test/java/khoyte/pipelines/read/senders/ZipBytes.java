package khoyte.pipelines.read.senders;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.zip.CRC32;
import java.util.zip.Deflater;

/** A zip archive written byte by byte (APPNOTE 6.3), so that every part of it can be wrong. */
final class ZipBytes {
  static final int STORED = 0;
  static final int DEFLATED = 8;
  static final int ENCRYPTED = 1;
  static final int UTF_8_NAMES = 1 << 11;

  private static final int SIZES_FOLLOW = 1 << 3;
  private static final long IN_EXTRA = 0xFFFF_FFFFL;

  private final List<Entry> entries = new ArrayList<>();

  /** One member of an archive. */
  static final class Entry {
    private final byte[] name;
    private final byte[] content;
    private int method = DEFLATED;
    private int flags;
    private int checksumError;
    private boolean isZip64;
    private boolean hasSignature = true;
    private int offset;

    Entry(byte[] name, byte[] content) {
      this.name = name;
      this.content = content;
    }

    Entry(String name, byte[] content) {
      this(name.getBytes(StandardCharsets.UTF_8), content);
    }

    Entry method(int number) {
      method = number;
      return this;
    }

    Entry flags(int bits) {
      flags |= bits;
      return this;
    }

    /** Its CRC-32 is not that of its content. */
    Entry wrongChecksum() {
      checksumError = 0x5A5A;
      return this;
    }

    /** Checksum and sizes stand behind the content, as streams are written. */
    Entry sizesFollow(boolean signed) {
      flags |= SIZES_FOLLOW;
      hasSignature = signed;
      return this;
    }

    Entry zip64() {
      isZip64 = true;
      return this;
    }

    private int checksum() {
      var crc = new CRC32();
      crc.update(content);
      return (int) crc.getValue() ^ checksumError;
    }

    private byte[] packed() {
      if (method == STORED) {
        return content;
      }
      var deflater = new Deflater(Deflater.DEFAULT_COMPRESSION, true);
      deflater.setInput(content);
      deflater.finish();
      byte[] buffer = new byte[content.length + 64];
      int length = deflater.deflate(buffer);
      deflater.end();
      return java.util.Arrays.copyOf(buffer, length);
    }
  }

  /** An archive of names and contents in turn. */
  static byte[] of(Object... namesAndContents) {
    var zip = new ZipBytes();
    for (int i = 0; i < namesAndContents.length; i += 2) {
      zip.add(new Entry((String) namesAndContents[i], (byte[]) namesAndContents[i + 1]));
    }
    return zip.bytes();
  }

  ZipBytes add(Entry entry) {
    entries.add(entry);
    return this;
  }

  byte[] bytes() {
    var out = new ByteArrayOutputStream();
    for (Entry entry : entries) {
      entry.offset = out.size();
      byte[] packed = entry.packed();
      boolean isLater = (entry.flags & SIZES_FOLLOW) != 0;
      number(out, 0x04034b50, 4);
      common(out, entry, isLater ? 0 : packed.length, isLater);
      out.writeBytes(entry.name);
      extra(out, entry, packed.length);
      out.writeBytes(packed);
      if (isLater) {
        if (entry.hasSignature) {
          number(out, 0x08074b50, 4);
        }
        number(out, entry.checksum(), 4);
        number(out, packed.length, entry.isZip64 ? 8 : 4);
        number(out, entry.content.length, entry.isZip64 ? 8 : 4);
      }
    }
    int directory = out.size();
    for (Entry entry : entries) {
      int packed = entry.packed().length;
      number(out, 0x02014b50, 4);
      number(out, 0x0014, 2);
      common(out, entry, packed, false);
      number(out, 0, 2 + 2 + 2);
      number(out, entry.content.length == 0 && isFolder(entry) ? 0x10 : 0x20, 4);
      number(out, entry.offset, 4);
      out.writeBytes(entry.name);
      extra(out, entry, packed);
    }
    int end = out.size();
    number(out, 0x06054b50, 4);
    number(out, 0, 2 + 2);
    number(out, entries.size(), 2);
    number(out, entries.size(), 2);
    number(out, end - directory, 4);
    number(out, directory, 4);
    number(out, 0, 2);
    return out.toByteArray();
  }

  private static boolean isFolder(Entry entry) {
    return entry.name.length > 0 && entry.name[entry.name.length - 1] == '/';
  }

  /** What stands alike in the local header and in the central directory. */
  private static void common(
      ByteArrayOutputStream out, Entry entry, int packed, boolean sizesFollow) {
    number(out, entry.isZip64 ? 45 : 20, 2);
    number(out, entry.flags, 2);
    number(out, entry.method, 2);
    number(out, 0x6000, 2);
    number(out, 0x559F, 2);
    number(out, sizesFollow ? 0 : entry.checksum(), 4);
    number(out, entry.isZip64 ? IN_EXTRA : packed, 4);
    number(out, entry.isZip64 ? IN_EXTRA : sizesFollow ? 0 : entry.content.length, 4);
    number(out, entry.name.length, 2);
    number(out, entry.isZip64 ? 20 : 0, 2);
  }

  private static void extra(ByteArrayOutputStream out, Entry entry, int packed) {
    if (entry.isZip64) {
      number(out, 1, 2);
      number(out, 16, 2);
      number(out, entry.content.length, 8);
      number(out, packed, 8);
    }
  }

  /** Least byte first. */
  private static void number(ByteArrayOutputStream out, long value, int length) {
    for (int i = 0; i < length; i++) {
      out.write((int) (value >>> (8 * i)));
    }
  }
}
