package khoyte.pipelines.read.senders;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.zip.CRC32;
import java.util.zip.Deflater;

/** A gzip member written byte by byte (RFC 1952), so that every part of it can be wrong. */
final class GzipBytes {
  static final int HEADER_CHECKSUM = 1 << 1;
  static final int EXTRA = 1 << 2;
  static final int NAME = 1 << 3;
  static final int COMMENT = 1 << 4;

  private final byte[] content;
  private int method = 8;
  private int flags;
  private int headerError;
  private int checksumError;
  private int lengthError;

  GzipBytes(byte[] content) {
    this.content = content;
  }

  static byte[] of(byte[] content) {
    return new GzipBytes(content).bytes();
  }

  GzipBytes method(int number) {
    method = number;
    return this;
  }

  GzipBytes flags(int bits) {
    flags |= bits;
    return this;
  }

  GzipBytes wrongHeaderChecksum() {
    headerError = 0x5A5A;
    return flags(HEADER_CHECKSUM);
  }

  GzipBytes wrongChecksum() {
    checksumError = 0x5A5A;
    return this;
  }

  GzipBytes wrongLength() {
    lengthError = 1;
    return this;
  }

  byte[] bytes() {
    var out = new ByteArrayOutputStream();
    out.writeBytes(new byte[] {0x1F, (byte) 0x8B, (byte) method, (byte) flags});
    number(out, 1_672_444_800, 4);
    number(out, 0x0300, 2);
    if ((flags & EXTRA) != 0) {
      number(out, 6, 2);
      out.writeBytes(new byte[] {'k', 'h', 2, 0, 1, 2});
    }
    if ((flags & NAME) != 0) {
      out.writeBytes("danh sách.csv\0".getBytes(StandardCharsets.ISO_8859_1));
    }
    if ((flags & COMMENT) != 0) {
      out.writeBytes("Tram y te\0".getBytes(StandardCharsets.ISO_8859_1));
    }
    if ((flags & HEADER_CHECKSUM) != 0) {
      number(out, crc(out.toByteArray()) ^ headerError, 2);
    }
    out.writeBytes(deflated());
    number(out, crc(content) ^ checksumError, 4);
    number(out, content.length + lengthError, 4);
    return out.toByteArray();
  }

  private byte[] deflated() {
    var deflater = new Deflater(Deflater.DEFAULT_COMPRESSION, true);
    deflater.setInput(content);
    deflater.finish();
    byte[] buffer = new byte[content.length + 64];
    int length = deflater.deflate(buffer);
    deflater.end();
    return Arrays.copyOf(buffer, length);
  }

  private static int crc(byte[] bytes) {
    var crc = new CRC32();
    crc.update(bytes);
    return (int) crc.getValue();
  }

  private static void number(ByteArrayOutputStream out, long value, int length) {
    for (int i = 0; i < length; i++) {
      out.write((int) (value >>> (8 * i)));
    }
  }
}
