package khoyte.pipelines.read.container;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import khoyte.pipelines.read.source.LandedFile;
import khoyte.warehouse.KhoyteException;
import org.jspecify.annotations.Nullable;

/** What is sent in the place of a table, and often under its name. */
public enum ForeignForm {
  /** Something else. */
  OTHER,
  WEB_PAGE,
  WEB_ARCHIVE,
  /** As Excel wrote it until 2003. */
  OLD_WORKBOOK,
  PROTECTED_WORKBOOK,
  BINARY_WORKBOOK,
  XML_SPREADSHEET,
  OPEN_DOCUMENT;

  private static final int BLOCK = 1 << 16;

  /** Containers of old Office documents. */
  private static final String OFFICE = "\u00D0\u00CF\u0011\u00E0";

  /** These, pages, pictures and programs. */
  private static final List<String> BINARY =
      List.of(OFFICE, "%PDF", "{\\rtf", "\u0089PNG", "\u00FF\u00D8\u00FF", "GIF8", "MZ\u0090");

  private static final List<String> BEGINNINGS_OF_PAGES =
      List.of("<!doctype html", "<head", "<body", "<meta", "<style", "<table", "<div", "<center");

  /** Name of the part of an old container in which a workbook with a password lies. */
  private static final String ENCRYPTED =
      new String(
          "EncryptedPackage".getBytes(StandardCharsets.UTF_16LE), StandardCharsets.ISO_8859_1);

  /** The file is refused for what it is. */
  public KhoyteException refusal(LandedFile file) {
    return file.refused("format", ordinal());
  }

  /**
   * Of what should be a table; null if its first bytes are not those of a foreign form.
   *
   * @param stream the whole file, which is read on where its first bytes do not tell enough
   */
  static @Nullable ForeignForm ofTable(byte[] head, InputStream stream) throws IOException {
    String start = new String(head, StandardCharsets.ISO_8859_1);
    if (start.startsWith(OFFICE)) {
      return holds(stream, ENCRYPTED) ? PROTECTED_WORKBOOK : OLD_WORKBOOK;
    }
    return isBinary(start) ? OTHER : ofText(start);
  }

  /** Of what should be an XML document; the same. */
  static @Nullable ForeignForm ofDocument(byte[] head, InputStream stream) {
    return isBinary(new String(head, StandardCharsets.ISO_8859_1)) ? OTHER : null;
  }

  private static boolean isBinary(String start) {
    return BINARY.stream().anyMatch(start::startsWith);
  }

  private static @Nullable ForeignForm ofText(String start) {
    // Byte order marks, and the zeros of UTF-16.
    String text = start.replaceAll("^[\u00EF\u00BB\u00BF\u00FE\u00FF]+|\0", "").strip();
    String lower = text.toLowerCase(Locale.ROOT);
    if (lower.startsWith("mime-version:")) {
      return WEB_ARCHIVE;
    }
    if (!lower.startsWith("<")) {
      return null;
    }
    if (lower.contains("<html") || BEGINNINGS_OF_PAGES.stream().anyMatch(lower::startsWith)) {
      return WEB_PAGE;
    }
    return lower.contains("urn:schemas-microsoft-com:office:spreadsheet")
            || lower.contains("progid=\"excel.sheet\"")
        ? XML_SPREADSHEET
        : null;
  }

  private static boolean holds(InputStream stream, String sought) throws IOException {
    String last = "";
    for (byte[] block = stream.readNBytes(BLOCK);
        block.length > 0;
        block = stream.readNBytes(BLOCK)) {
      String text = last + new String(block, StandardCharsets.ISO_8859_1);
      if (text.contains(sought)) {
        return true;
      }
      last = text.substring(Math.max(0, text.length() - sought.length()));
    }
    return false;
  }
}
