package khoyte.jobs.command;

import java.io.IOException;
import java.io.OutputStreamWriter;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import khoyte.jobs.command.Published.QuarantineLine;
import khoyte.jobs.command.Published.ReconciliationLine;
import khoyte.jobs.console.KeptNotice;
import khoyte.jobs.operations.NightFacts;
import khoyte.jobs.operations.NightSetting;
import khoyte.warehouse.NightId;
import khoyte.warehouse.night.AnswerFormat;
import khoyte.warehouse.night.NightReader;
import khoyte.warehouse.table.Field;
import khoyte.warehouse.table.FieldType;
import khoyte.warehouse.table.NightTables;
import org.jspecify.annotations.Nullable;

/** Questions to a published night. */
final class Published {

  private Published() {}

  /** A line that was kept back. */
  record QuarantineLine(
      String source,
      String file,
      @Nullable Long line,
      @Nullable String column,
      KeptNotice reason) {}

  /**
   * What a source or one of its senders sent, over all files that a night knows.
   *
   * @param isGroup a source; its senders follow
   * @param counts by the names of the fields of {@code mart_reconciliation}; null where nothing is
   *     announced
   */
  record ReconciliationLine(
      String code, String name, boolean isGroup, Map<String, @Nullable Long> counts) {}

  /** Answers a query in the form that was asked for. */
  static void answer(NightSetting setting, NightId night, String sql, AnswerFormat format) {
    try (NightReader reader =
        NightReader.open(setting.layout(), night, setting.conf().general().queryLimits())) {
      Writer writer = new OutputStreamWriter(setting.console().out(), StandardCharsets.UTF_8);
      reader.print(sql, format, writer, setting.console().messages());
      writer.flush();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Lines kept back in the files that this night was the first to know. */
  static List<QuarantineLine> quarantine(NightSetting setting, NightFacts night, int atMost) {
    try (NightReader reader =
        NightReader.open(setting.layout(), night.night(), setting.conf().general().queryLimits())) {
      return reader
          .quarantined(night.files().before(), night.files().greatest(), atMost)
          .byName()
          .stream()
          .map(Published::line)
          .toList();
    }
  }

  private static QuarantineLine line(Map<String, @Nullable Object> row) {
    return new QuarantineLine(
        String.valueOf(row.get("source")),
        String.valueOf(row.get("shown_file")),
        row.get("line") instanceof Number line ? line.longValue() : null,
        row.get("column") instanceof String column ? column : null,
        new KeptNotice(
            String.valueOf(row.get("reason")),
            row.get("reason_values") instanceof String values ? values : null,
            String.valueOf(row.get("reason_vi"))));
  }

  /** Every source, each before its senders; none of a night that an older program made. */
  static List<ReconciliationLine> reconciliation(NightSetting setting, NightId night) {
    try (NightReader reader =
        NightReader.open(setting.layout(), night, setting.conf().general().queryLimits())) {
      return reader.has(NightTables.RECONCILIATION)
          ? reader.reconciliation().byName().stream().map(Published::reconciled).toList()
          : List.of();
    }
  }

  private static ReconciliationLine reconciled(Map<String, @Nullable Object> row) {
    Map<String, @Nullable Long> counts = new LinkedHashMap<>();
    for (Field field : NightTables.RECONCILIATION.fields()) {
      if (field.type() == FieldType.LONG) {
        counts.put(
            field.name(), row.get(field.name()) instanceof Number count ? count.longValue() : null);
      }
    }
    return new ReconciliationLine(
        String.valueOf(row.get("unit_code")),
        String.valueOf(row.get("unit_name")),
        Boolean.TRUE.equals(row.get("is_group")),
        counts);
  }
}
