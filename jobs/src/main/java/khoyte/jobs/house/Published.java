package khoyte.jobs.house;

import java.io.IOException;
import java.io.OutputStreamWriter;
import java.io.PrintStream;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import khoyte.jobs.command.CommandParts.QuarantineLine;
import khoyte.jobs.command.CommandParts.Question;
import khoyte.jobs.conf.GeneralConf;
import khoyte.jobs.night.NightSetting;
import khoyte.warehouse.NightId;
import khoyte.warehouse.night.AnswerFormat;
import khoyte.warehouse.night.EngineLimits;
import khoyte.warehouse.night.NightReader;
import org.jspecify.annotations.Nullable;

/** Questions to a published night. */
public final class Published {

  private Published() {}

  /** Answers a query in the form that was asked for. */
  public static void answer(
      NightSetting setting, NightId night, Question question, PrintStream out) {
    AnswerFormat format = AnswerFormat.valueOf(question.format().toUpperCase(Locale.ROOT));
    try (NightReader reader =
        NightReader.open(setting.layout(), night, limits(setting.conf().general()))) {
      Writer writer = new OutputStreamWriter(out, StandardCharsets.UTF_8);
      reader.print(question.sql(), format, writer, setting.console().messages());
      writer.flush();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Lines and files kept back, in the order of their files. */
  public static List<QuarantineLine> quarantine(NightSetting setting, NightId night, int atMost) {
    try (NightReader reader =
        NightReader.open(setting.layout(), night, limits(setting.conf().general()))) {
      return reader.quarantined(atMost).rows().stream().map(Published::line).toList();
    }
  }

  private static QuarantineLine line(List<@Nullable Object> row) {
    Object line = row.get(2);
    Object column = row.get(3);
    return new QuarantineLine(
        String.valueOf(row.get(0)),
        String.valueOf(row.get(1)),
        line == null ? null : ((Number) line).longValue(),
        column == null ? null : column.toString(),
        String.valueOf(row.get(4)));
  }

  static EngineLimits limits(GeneralConf conf) {
    return new EngineLimits(conf.sqlMemoryMb() + "MB", Runtime.getRuntime().availableProcessors());
  }
}
