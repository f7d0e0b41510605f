package khoyte.jobs.demo;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.Enumeration;
import java.util.List;
import java.util.function.IntFunction;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import java.util.zip.ZipOutputStream;
import org.dhatim.fastexcel.Workbook;
import org.dhatim.fastexcel.Worksheet;

/**
 * The platform's export: title rows above the heading, ids as numbers where a spreadsheet took them
 * for numbers, half of the dates as date cells.
 */
final class CovidWorkbook {
  static final int HEADING_ROW = 3;
  private static final String PROPERTIES = "docProps/core.xml";
  private static final String CREATED =
      "<dcterms:created xsi:type=\"dcterms:W3CDTF\">2022-12-31T00:00:00.000Z</dcterms:created>";
  private static final LocalDateTime ZIPPED = LocalDateTime.of(2022, 12, 31, 0, 0);
  private static final int FLUSHED = 1000;

  private CovidWorkbook() {}

  /** Asks for each of the rows once, in order. */
  static void write(OutputStream out, String title, int size, IntFunction<CovidRow> rows)
      throws IOException {
    Path draft = Files.createTempFile("khoyte-demo", ".xlsx");
    try {
      try (OutputStream file = Files.newOutputStream(draft);
          Workbook workbook = new Workbook(file, "khoyte", "1.0")) {
        workbook.setCompressionLevel(1);
        fill(workbook.newWorksheet("Danh sách"), title, size, rows);
      }
      copyWithoutClock(draft, out);
    } finally {
      Files.delete(draft);
    }
  }

  private static void fill(Worksheet sheet, String title, int size, IntFunction<CovidRow> rows)
      throws IOException {
    sheet.value(0, 0, "NỀN TẢNG QUẢN LÝ TIÊM CHỦNG COVID-19");
    sheet.value(1, 0, title);
    List<String> headings = CovidRow.HEADINGS;
    for (int column = 0; column < headings.size(); column++) {
      sheet.value(HEADING_ROW, column, headings.get(column));
    }
    for (int i = 0; i < size; i++) {
      fillRow(sheet, HEADING_ROW + 1 + i, i + 1, rows.apply(i));
      if (i % FLUSHED == FLUSHED - 1) {
        sheet.flush();
      }
    }
  }

  private static void fillRow(Worksheet sheet, int line, int ordinal, CovidRow row) {
    String[] fields = row.fields(ordinal);
    Writing person = row.person();
    sheet.value(line, 0, ordinal);
    for (int column = 1; column < fields.length; column++) {
      if (!fields[column].isEmpty()) {
        sheet.inlineString(line, column, fields[column]);
      }
    }
    if (person.hasFullBirth() && ordinal % 2 == 0) {
      date(sheet, line, 3, LocalDate.ofEpochDay(person.birthDay));
    }
    boolean numeric =
        !person.idText.isEmpty()
            && person.idText.charAt(0) != '0'
            && person.idText.chars().allMatch(Character::isDigit);
    if (numeric) {
      sheet.value(line, 5, Long.valueOf(person.idText));
    }
    if (row.dose().number >= 0) {
      sheet.value(line, 13, row.dose().number);
    }
    if (row.hasRealDay() && ordinal % 4 < 2) {
      date(sheet, line, 14, LocalDate.ofEpochDay(row.dose().day));
    }
  }

  private static void date(Worksheet sheet, int line, int column, LocalDate day) {
    sheet.value(line, column, day);
    sheet.style(line, column).format("dd/mm/yyyy").set();
  }

  /** The library writes the time of day into its files; the model has no clock. */
  private static void copyWithoutClock(Path draft, OutputStream out) throws IOException {
    ZipOutputStream zip = new ZipOutputStream(out);
    try (ZipFile written = new ZipFile(draft.toFile())) {
      for (Enumeration<? extends ZipEntry> all = written.entries(); all.hasMoreElements(); ) {
        ZipEntry entry = all.nextElement();
        ZipEntry copy = new ZipEntry(entry.getName());
        copy.setTimeLocal(ZIPPED);
        zip.putNextEntry(copy);
        try (InputStream content = content(written, entry)) {
          content.transferTo(zip);
        }
        zip.closeEntry();
      }
    }
    zip.finish();
  }

  private static InputStream content(ZipFile written, ZipEntry entry) throws IOException {
    InputStream content = written.getInputStream(entry);
    if (!entry.getName().equals(PROPERTIES)) {
      return content;
    }
    try (content) {
      String text = new String(content.readAllBytes(), StandardCharsets.UTF_8);
      String fixed = text.replaceAll("<dcterms:created.*?</dcterms:created>", CREATED);
      return new ByteArrayInputStream(fixed.getBytes(StandardCharsets.UTF_8));
    }
  }
}
