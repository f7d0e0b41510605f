package khoyte.jobs.command;

import java.io.IOException;
import java.io.OutputStreamWriter;
import java.io.PrintStream;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import khoyte.jobs.command.CommandParts.QuarantineLine;
import khoyte.jobs.command.CommandParts.Question;
import khoyte.jobs.command.CommandParts.ReconciliationLine;
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
public final class Published {

  private Published() {}

  /** Answers a query in the form that was asked for. */
  public static void answer(
      NightSetting setting, NightId night, Question question, PrintStream out) {
    AnswerFormat format = AnswerFormat.valueOf(question.format().toUpperCase(Locale.ROOT));
    try (NightReader reader =
        NightReader.open(setting.layout(), night, setting.conf().general().queryLimits())) {
      Writer writer = new OutputStreamWriter(out, StandardCharsets.UTF_8);
      reader.print(question.sql(), format, writer, setting.console().messages());
      writer.flush();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Lines kept back in the files that this night was the first to know. */
  public static List<QuarantineLine> quarantine(
      NightSetting setting, NightFacts night, int atMost) {
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

  /** Every source, each before its senders. */
  public static List<ReconciliationLine> reconciliation(NightSetting setting, NightId night) {
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
