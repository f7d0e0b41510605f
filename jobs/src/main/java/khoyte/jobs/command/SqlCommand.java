package khoyte.jobs.command;

import java.util.Optional;
import java.util.concurrent.Callable;
import khoyte.jobs.command.CommandParts.Question;
import khoyte.jobs.operations.NightSetting;
import khoyte.warehouse.NightId;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code khoyte sql}: a question to a published night. */
@Command(name = "sql")
final class SqlCommand implements Callable<Integer> {

  /** How the answer is written. */
  enum Format {
    table,
    csv,
    json
  }

  private final Program program;

  @Option(names = "--format", paramLabel = "table|csv|json")
  private @Nullable Format format;

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
    Format unsaid = program.console().terminal() ? Format.table : Format.csv;
    program
        .parts()
        .queries()
        .answer(
            setting,
            asked,
            new Question(sql, (format == null ? unsaid : format).name()),
            program.console().out());
    return 0;
  }
}
