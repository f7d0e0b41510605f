package khoyte.pipelines.read.his;

import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.HexFormat;
import java.util.List;
import khoyte.pipelines.read.person.Communes;
import khoyte.pipelines.read.person.DateText;
import khoyte.pipelines.read.row.ContentHash;
import khoyte.pipelines.read.row.Lineage;
import khoyte.pipelines.read.row.Person;
import khoyte.pipelines.read.row.RowWriter;
import khoyte.pipelines.read.row.Values;
import khoyte.pipelines.read.source.RowSink;
import khoyte.pipelines.read.text.VietnameseText;
import khoyte.warehouse.table.FieldType;
import org.jspecify.annotations.Nullable;

/** Rows of a visit and of its tables. */
final class VisitRows {
  private static final char SEPARATOR = '\u001F';
  private static final HisTable VISIT = HisTable.VISIT;
  private static final int FIRST_TEXT = VISIT.place("patient_code_text");
  private static final int NAME = VISIT.place("name_text");
  private static final int BIRTH_DATE = VISIT.place("birth_date_text");
  private static final int GENDER = VISIT.place("gender_text");
  private static final int ID = VISIT.place("id_text");
  private static final int INSURANCE = VISIT.place("insurance_text");
  private static final int ADDRESS = VISIT.place("address_text");
  private static final int PROVINCE = VISIT.place("province_text");
  private static final int COMMUNE = VISIT.place("commune_text");
  private static final int PHONE = VISIT.place("phone_text");
  private static final int ADMITTED = VISIT.place("admitted_text");
  private static final int DISCHARGED = VISIT.place("discharged_text");
  private static final int SETTLED = VISIT.place("settled_text");
  private static final int TOTAL_COST = VISIT.place("total_cost_text");
  private static final int INSURER_COST = VISIT.place("insurer_cost_text");
  private static final int CARE_TYPE = VISIT.place("care_type_text");
  private static final int PATIENT_OBJECT = VISIT.place("patient_object_text");
  private static final int TREATMENT_DAYS = VISIT.place("treatment_days_text");
  private static final ContentHash CONTENT = ContentHash.of(VISIT.table());
  private static final String WITHDRAWS = "8";

  private final ExtractTexts texts;
  private final Communes communes;
  private final RowSink sink;
  private final MessageDigest sha256;
  private final StringBuilder staged = new StringBuilder();
  private final StringBuilder unreadable = new StringBuilder();

  VisitRows(ExtractTexts texts, Communes communes, RowSink sink) {
    this.texts = texts;
    this.communes = communes;
    this.sink = sink;
    try {
      this.sha256 = MessageDigest.getInstance("SHA-256");
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException(e);
    }
  }

  /** Stages a visit with all its tables. */
  void stage(
      Visit visit, @Nullable String[] summary, Lineage lineage, String facility, String key) {
    staged.setLength(0);
    for (HisTable table : HisTable.KEPT) {
      List<@Nullable String[]> rows = visit.rows(table);
      for (int i = 0; i < rows.size(); i++) {
        stageRow(table, rows.get(i), lineage, i + 1, facility);
      }
    }
    stageVisit(visit, summary, lineage, facility, key);
  }

  private void stageVisit(
      Visit visit, @Nullable String[] summary, Lineage lineage, String facility, String key) {
    LocalDateTime admittedAt = DateText.moment(summary[ADMITTED]);
    var person =
        Person.read(
            new Person.Texts(
                summary[ID],
                null,
                summary[NAME],
                DateText.birth(summary[BIRTH_DATE]),
                summary[GENDER],
                summary[INSURANCE],
                summary[PHONE],
                summary[COMMUNE],
                summary[PROVINCE],
                summary[ADDRESS]),
            communes,
            admittedAt != null ? admittedAt.toLocalDate() : lineage.fileDate());
    String object = summary[PATIENT_OBJECT];
    RowWriter row =
        new RowWriter(VISIT.table())
            .lineage(lineage, DateText.moment(summary[SETTLED]))
            .add(object != null && VietnameseText.stripped(object).equals(WITHDRAWS))
            .add(facility)
            .add(key)
            .addAll(summary, FIRST_TEXT, summary.length);
    sink.staged(
        VISIT.table(),
        person
            .addTo(row)
            .add(admittedAt)
            .add(DateText.moment(summary[DISCHARGED]))
            .add(Values.decimal(summary[TOTAL_COST]))
            .add(Values.decimal(summary[INSURER_COST]))
            .add(careType(summary[CARE_TYPE]))
            .add(Values.integer(summary[TREATMENT_DAYS]))
            .add(visit.dialect().code())
            .add(digest())
            .done(CONTENT));
  }

  /** The texts of a summary in Unicode, null where there is nothing. */
  void toUnicode(@Nullable String[] summary) {
    for (int i = 0; i < summary.length; i++) {
      summary[i] = unicode(VISIT, i, summary[i]);
    }
  }

  private @Nullable String unicode(HisTable table, int field, @Nullable String value) {
    if (value == null || VietnameseText.isBlank(value)) {
      return null;
    }
    return texts.of(table, field).unicode(value);
  }

  private static @Nullable String careType(@Nullable String text) {
    if (text == null) {
      return null;
    }
    String code = VietnameseText.stripped(text);
    return code.length() == 1 ? "0" + code : code;
  }

  private void stageRow(
      HisTable table, @Nullable String[] values, Lineage lineage, int number, String facility) {
    RowWriter row =
        new RowWriter(table.table())
            .add(lineage.fileId())
            .add(lineage.recordNumber())
            .add(number)
            .add(facility);
    unreadable.setLength(0);
    staged.append(table.loaiHoSo());
    for (int i = 0; i < values.length; i++) {
      String text = unicode(table, i, values[i]);
      Object value = text == null ? null : typed(table.fields().get(i).type(), text);
      if (text != null && value == null) {
        unreadable.append(unreadable.length() == 0 ? "" : SEPARATOR);
        unreadable.append(table.fields().get(i).name()).append('=').append(text);
      }
      row.add(value);
      staged.append(SEPARATOR).append(value == null ? "" : value);
    }
    staged.append(SEPARATOR).append(unreadable).append('\n');
    sink.staged(
        table.table(), row.add(unreadable.length() == 0 ? null : unreadable.toString()).done());
  }

  private static @Nullable Object typed(FieldType type, String text) {
    return switch (type) {
      case DECIMAL -> decimal(text);
      case DATE -> day(text);
      case DATE_TIME -> DateText.moment(text);
      default -> text;
    };
  }

  private static @Nullable BigDecimal decimal(String text) {
    return Values.decimal(text);
  }

  private static @Nullable LocalDate day(String text) {
    return DateText.day(text);
  }

  private @Nullable String digest() {
    return staged.length() == 0
        ? null
        : HexFormat.of()
            .formatHex(sha256.digest(staged.toString().getBytes(StandardCharsets.UTF_8)));
  }
}
