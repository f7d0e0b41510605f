package khoyte.jobs.command;

import java.util.Optional;
import java.util.concurrent.Callable;
import khoyte.jobs.operations.NightSetting;
import khoyte.warehouse.NightId;
import khoyte.warehouse.night.AnswerFormat;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code khoyte sql}: a question to a published night. */
@Command(name = "sql")
final class SqlCommand implements Callable<Integer> {

  private final Program program;

  @Option(names = "--format", paramLabel = "table|csv|json")
  private @Nullable AnswerFormat format;

  @Option(names = "--as-of-night", paramLabel = "N")
  private @Nullable String night;

  @Parameters(arity = "1", paramLabel = "SELECT")
  private String sql = "";

  SqlCommand(Program program) {
    this.program = program;
  }

  @Override
  public Integer call() {
    NightSetting setting = program.setting();
    NightId asked = PublishedNights.in(setting.layout()).asked(Optional.ofNullable(night));
    AnswerFormat unsaid = program.console().terminal() ? AnswerFormat.TABLE : AnswerFormat.CSV;
    Published.answer(setting, asked, sql, format == null ? unsaid : format);
    return 0;
  }
}
