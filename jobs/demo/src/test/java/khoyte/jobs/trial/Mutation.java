package khoyte.jobs.trial;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.zip.GZIPInputStream;
import java.util.zip.GZIPOutputStream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import java.util.zip.ZipOutputStream;

/**
 * What may happen to a file between a sender's program and the inbox: bytes turned, cut off,
 * repeated and filled in, in what is packed, in the container, or in both; files joined, packed
 * again, or packed as something else. The same seed does the same.
 */
final class Mutation {
  private static final int LARGEST = 1 << 20;
  private static final List<String> TOKENS =
      List.of(
          "\"",
          "\"\"",
          ",",
          ";",
          "\t",
          "\n",
          "\r",
          "\r\n",
          "\0",
          "\u001A",
          "\uFEFF",
          "\u00A0",
          "\u200B",
          "'",
          "=\"",
          "<",
          ">",
          "&",
          "&nbsp;",
          "&#0;",
          "]]>",
          "<![CDATA[",
          "&lt;![CDATA[",
          "<!--",
          "<HOSO>",
          "</HOSO>",
          "<MA_LK>",
          "</GIAMDINHHS>",
          "<a>",
          "<?xml version=\"1.0\" encoding=\"utf-16\"?>",
          "<!DOCTYPE a>",
          "99999999999999999999",
          "-1",
          "1e400",
          "00000000",
          "99/99/9999",
          "29/02/2021",
          "０１２",
          "Nguyễn",
          "NULL",
          "sep=;\n",
          "{",
          "%s",
          "../",
          "_x000D_",
          "ễ".repeat(300));
  private static final int[] LOCAL = {'P', 'K', 3, 4};
  private static final int[] DIRECTORY = {'P', 'K', 1, 2};
  private static final int[] END = {'P', 'K', 5, 6};

  private final Random random;

  Mutation(long seed) {
    this.random = new Random(seed);
  }

  /** Another file made of one file, or of two. */
  byte[] of(byte[] file, byte[] other) {
    byte[] mutated =
        switch (random.nextInt(10)) {
          case 0, 1, 2 -> harmed(file);
          case 3, 4 -> packed(harmed(unpacked(file)));
          case 5 -> harmed(packed(unpacked(file)));
          case 6 -> brokenContainer(isPacked(file) ? file : packed(file));
          case 7 -> brokenContainer(packed(harmed(unpacked(file))));
          case 8 -> joined(file, other);
          default -> harmedEntries(file);
        };
    return mutated.length > LARGEST ? Arrays.copyOf(mutated, LARGEST) : mutated;
  }

  private static boolean isPacked(byte[] file) {
    return startsWith(file, 0x1F, 0x8B) || startsWith(file, 'P', 'K');
  }

  private static boolean startsWith(byte[] file, int first, int second) {
    return file.length > 2 && (file[0] & 0xFF) == first && (file[1] & 0xFF) == second;
  }

  /** One to four small harms. */
  private byte[] harmed(byte[] file) {
    byte[] harmed = file;
    for (int i = random.nextInt(4); i >= 0 && harmed.length > 0; i--) {
      harmed = harmedOnce(harmed);
    }
    return harmed;
  }

  private byte[] harmedOnce(byte[] file) {
    int at = random.nextInt(file.length);
    int length = Math.min(file.length - at, 1 + random.nextInt(1 << random.nextInt(13)));
    byte[] block = Arrays.copyOfRange(file, at, at + length);
    return switch (random.nextInt(9)) {
      case 0 -> flipped(file);
      case 1 -> replaced(file, at, file.length - at, new byte[0]);
      case 2 -> replaced(file, 0, at, new byte[0]);
      case 3 -> replaced(file, at, length, new byte[0]);
      case 4 -> replaced(file, at, 0, repeated(block, 1 + random.nextInt(40)));
      case 5 -> replaced(file, at, length, junk(length));
      case 6 -> replaced(file, at, length, new byte[length]);
      case 7 -> replaced(file, random.nextInt(file.length), 0, block);
      default -> withTokens(file);
    };
  }

  private byte[] flipped(byte[] file) {
    byte[] flipped = file.clone();
    for (int i = random.nextInt(16); i >= 0; i--) {
      flipped[random.nextInt(file.length)] ^= (byte) (1 << random.nextInt(8));
    }
    return flipped;
  }

  private byte[] withTokens(byte[] file) {
    byte[] changed = file;
    for (int i = random.nextInt(5); i >= 0; i--) {
      String token = TOKENS.get(random.nextInt(TOKENS.size()));
      int at = random.nextInt(changed.length + 1);
      changed = replaced(changed, at, 0, token.getBytes(StandardCharsets.UTF_8));
    }
    return changed;
  }

  private byte[] junk(int length) {
    byte[] junk = new byte[length];
    random.nextBytes(junk);
    return junk;
  }

  private static byte[] repeated(byte[] block, int times) {
    var all = new ByteArrayOutputStream();
    for (int i = 0; i < times && all.size() < LARGEST; i++) {
      all.writeBytes(block);
    }
    return all.toByteArray();
  }

  private static byte[] replaced(byte[] file, int at, int length, byte[] by) {
    var all = new ByteArrayOutputStream();
    all.write(file, 0, at);
    all.writeBytes(by);
    all.write(file, at + length, file.length - at - length);
    return all.toByteArray();
  }

  private byte[] joined(byte[] file, byte[] other) {
    var all = new ByteArrayOutputStream();
    all.writeBytes(file);
    if (random.nextBoolean()) {
      all.write(0x1A);
    }
    all.writeBytes(random.nextBoolean() ? other : file);
    return random.nextBoolean() ? all.toByteArray() : packed(all.toByteArray());
  }

  /** Damage where a container says what is in it. */
  private byte[] brokenContainer(byte[] file) {
    byte[] broken = file.clone();
    if (startsWith(file, 0x1F, 0x8B)) {
      int at = random.nextBoolean() ? random.nextInt(10) : file.length - 1 - random.nextInt(8);
      broken[Math.max(0, Math.min(at, file.length - 1))] = (byte) random.nextInt(256);
      return random.nextInt(4) == 0 ? replaced(broken, file.length, 0, junk(9)) : broken;
    }
    int[] head = List.of(LOCAL, DIRECTORY, END).get(random.nextInt(3));
    List<Integer> heads = new ArrayList<>();
    for (int at = 0; at + head.length <= file.length; at++) {
      boolean isHead = true;
      for (int i = 0; i < head.length; i++) {
        isHead &= file[at + i] == head[i];
      }
      if (isHead) {
        heads.add(at);
      }
    }
    if (heads.isEmpty()) {
      return flipped(broken);
    }
    int at = heads.get(random.nextInt(heads.size()));
    int field = at + random.nextInt(head == LOCAL ? 30 : head == DIRECTORY ? 46 : 22);
    if (random.nextInt(6) == 0) {
      return replaced(broken, at, Math.min(46, file.length - at), new byte[0]);
    }
    broken[Math.min(field, file.length - 1)] = (byte) random.nextInt(256);
    return broken;
  }

  /** A zip with one of its entries harmed, and perhaps something strange beside them. */
  private byte[] harmedEntries(byte[] file) {
    if (!startsWith(file, 'P', 'K')) {
      return packed(packed(file));
    }
    var out = new ByteArrayOutputStream();
    try (var in = new ZipInputStream(new ByteArrayInputStream(file));
        var zip = new ZipOutputStream(out)) {
      for (ZipEntry entry = in.getNextEntry(); entry != null; entry = in.getNextEntry()) {
        byte[] content = in.readAllBytes();
        zip.putNextEntry(new ZipEntry(entry.getName()));
        zip.write(random.nextInt(3) == 0 ? harmed(content) : content);
        zip.closeEntry();
      }
      if (random.nextInt(3) == 0) {
        String name = List.of("Thumbs.db", "ghi chú.txt", "b/", "a.exe").get(random.nextInt(4));
        zip.putNextEntry(new ZipEntry(name));
        zip.write(junk(random.nextInt(99)));
        zip.closeEntry();
      }
    } catch (IOException e) {
      return harmed(file);
    }
    return out.toByteArray();
  }

  /** What a container of one file holds; a workbook and a plain file as they are. */
  private static byte[] unpacked(byte[] file) {
    try {
      if (startsWith(file, 0x1F, 0x8B)) {
        return new GZIPInputStream(new ByteArrayInputStream(file)).readAllBytes();
      }
      if (startsWith(file, 'P', 'K')) {
        var zip = new ZipInputStream(new ByteArrayInputStream(file));
        ZipEntry entry = zip.getNextEntry();
        return entry == null || entry.getName().startsWith("[") ? file : zip.readAllBytes();
      }
    } catch (IOException e) {
      return file;
    }
    return file;
  }

  private byte[] packed(byte[] content) {
    var out = new ByteArrayOutputStream();
    try {
      if (random.nextBoolean()) {
        try (var gzip = new GZIPOutputStream(out)) {
          gzip.write(content);
        }
      } else {
        try (var zip = new ZipOutputStream(out)) {
          for (int i = random.nextInt(8) == 0 ? 2 : 1; i > 0; i--) {
            zip.putNextEntry(new ZipEntry(i + "/tệp.dat"));
            zip.write(content);
            zip.closeEntry();
          }
        }
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return out.toByteArray();
  }
}
