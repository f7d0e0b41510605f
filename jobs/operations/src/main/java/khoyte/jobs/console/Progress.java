package khoyte.jobs.console;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;

/**
 * How far a step has come: a bar with counts that redraws itself on a terminal, a plain line now
 * and then elsewhere. May be told from several threads.
 */
public final class Progress {
  private static final int BAR = 24;
  private static final Duration REDRAW = Duration.ofMillis(200);
  private static final Duration LINE = Duration.ofSeconds(15);

  private final Console console;
  private final Spoken spoken;
  private final InstantSource clock;
  private final String step;
  private final Work work;
  private final Instant start;
  private Instant spokenAt;
  private int drawn;

  /**
   * What is to be done.
   *
   * @param files number of files
   * @param bytes their size, by which the time that is left is told
   * @param text key of the line that says where it stands
   */
  public record Work(long files, long bytes, String text) {

    /** Files that are read record by record. */
    public Work(long files, long bytes) {
      this(files, bytes, "step.progress");
    }
  }

  public Progress(Console console, Spoken spoken, InstantSource clock, String step, Work work) {
    this.console = console;
    this.spoken = spoken;
    this.clock = clock;
    this.step = step;
    this.work = work;
    this.start = clock.instant();
    this.spokenAt = start;
  }

  /**
   * Says where it stands, unless it has just said so.
   *
   * @param records or whatever else the line of the work counts
   */
  public synchronized void at(long files, long bytes, long records) {
    Instant now = clock.instant();
    Duration quiet = console.terminal() ? REDRAW : LINE;
    if (Duration.between(spokenAt, now).compareTo(quiet) < 0) {
      return;
    }
    spokenAt = now;
    double share = work.bytes() == 0 ? 0 : (double) bytes / work.bytes();
    Duration left =
        share == 0
            ? Duration.ZERO
            : Duration.ofMillis((long) (start.until(now, ChronoUnit.MILLIS) / share * (1 - share)));
    String line =
        console
            .messages()
            .text(work.text(), step, files, work.files(), records, spoken.duration(left));
    if (console.terminal()) {
      draw(bar(share) + " " + line);
    } else {
      console.line(line);
    }
  }

  /** Takes the bar away. */
  public synchronized void end() {
    if (drawn > 0) {
      draw("");
      console.out().print('\r');
      console.out().flush();
    }
  }

  private void draw(String line) {
    console.out().print('\r' + line + " ".repeat(Math.max(0, drawn - line.length())));
    console.out().flush();
    drawn = line.length();
  }

  private static String bar(double share) {
    int full = (int) Math.round(share * BAR);
    return "[" + "#".repeat(full) + " ".repeat(BAR - full) + "]";
  }
}
