package khoyte.jobs.console;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.ZoneId;
import khoyte.warehouse.Messages;
import org.junit.jupiter.api.Test;

class ProgressTest {
  private final ByteArrayOutputStream out = new ByteArrayOutputStream();
  private Instant now = Instant.parse("2022-12-31T18:00:00Z");

  @Test
  void plainLinesNowAndThenWhenPiped() {
    Progress progress = progress(false);
    progress.at(1, 100, 10);
    now = now.plusSeconds(20);
    progress.at(2, 250, 12345);
    progress.at(3, 500, 20000);
    progress.end();

    assertThat(said())
        .isEqualTo("Đọc và chuẩn hóa: 2/10 tệp, 12.345 bản ghi, còn khoảng 1 phút 0 giây\n");
  }

  @Test
  void aBarThatRedrawsItselfOnATerminal() {
    Progress progress = progress(true);
    now = now.plusSeconds(1);
    progress.at(5, 500, 1000);
    progress.end();

    String line =
        "[############            ] Đọc và chuẩn hóa: 5/10 tệp, 1.000 bản ghi, còn khoảng 1 giây";
    assertThat(said()).isEqualTo("\r" + line + "\r" + " ".repeat(line.length()) + "\r");
  }

  private Progress progress(boolean terminal) {
    Console console =
        new Console(
            new PrintStream(out, true, StandardCharsets.UTF_8),
            new PrintStream(new ByteArrayOutputStream(), true, StandardCharsets.UTF_8),
            terminal,
            Messages.VIETNAMESE);
    Spoken spoken = new Spoken(Messages.VIETNAMESE, ZoneId.of("Asia/Ho_Chi_Minh"));
    return new Progress(
        console, spoken, () -> now, "Đọc và chuẩn hóa", new Progress.Work(10, 1000));
  }

  private String said() {
    return out.toString(StandardCharsets.UTF_8);
  }
}
