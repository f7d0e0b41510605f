package khoyte.jobs.night;

import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import khoyte.jobs.conf.Conf;
import khoyte.jobs.console.Console;
import khoyte.jobs.console.KeptNotice;
import khoyte.jobs.console.Spoken;
import khoyte.jobs.operations.LateSource;
import khoyte.jobs.operations.NightRun;
import khoyte.jobs.operations.NightSetting;
import khoyte.jobs.operations.Operations;
import khoyte.jobs.operations.RefusedFile;
import khoyte.jobs.operations.SourceCounts;
import khoyte.warehouse.Notice;

/** What a completed night says of itself: what came, what is missing, what was kept back. */
final class NightSummary {
  private final Console console;
  private final Spoken spoken;
  private final Conf conf;
  private final Operations operations;
  private final Instant begin;
  private final NightSetting setting;

  NightSummary(NightSetting setting, Operations operations) {
    this.setting = setting;
    this.console = setting.console();
    this.spoken = setting.spoken();
    this.conf = setting.conf();
    this.operations = operations;
    this.begin = setting.clock().instant();
  }

  void say(NightRun run) {
    long after = operations.nights().knownBefore(run);
    long known = Objects.requireNonNull(run.knownFile());
    List<SourceCounts> counts =
        operations.files().counts(after, known).stream()
            .sorted(Comparator.comparing(SourceCounts::source, conf.sourceOrder()))
            .toList();
    for (SourceCounts source : counts) {
      console.say(
          "source.ok",
          conf.sourceName(source.source()),
          source.files(),
          source.read(),
          spoken.time(source.lastLanded()));
    }
    operations.nights().late(run.id()).stream()
        .sorted(Comparator.comparing(LateSource::source, conf.sourceOrder()))
        .forEach(late -> console.remark(lateness(late)));
    for (KeptNotice warning : operations.files().warnings(after, known)) {
      console.remark(warning.text(console.messages()));
    }
    for (RefusedFile refused : operations.files().refused(after, known)) {
      console.remark(refused.reason().text(console.messages()));
    }
    long quarantined = counts.stream().mapToLong(SourceCounts::quarantined).sum();
    long refused = counts.stream().mapToLong(SourceCounts::refused).sum();
    if (quarantined + refused > 0) {
      console.remark(
          Notice.of(
              "quarantine.summary",
              quarantined,
              refused,
              counts.stream().filter(c -> c.quarantined() + c.refused() > 0).count(),
              run.night().asOf().toString()));
    }
    console.say(
        "night.done",
        spoken.day(run.night().asOf()),
        spoken.duration(Duration.between(begin, setting.clock().instant())),
        counts.stream().mapToLong(SourceCounts::read).sum(),
        quarantined,
        run.reports());
  }

  private Notice lateness(LateSource late) {
    String sender =
        conf.sourceName(late.source()) + (late.folder().isEmpty() ? "" : " " + late.folder());
    return late.lastOn() == null
        ? Notice.of("source.never", sender)
        : Notice.of("source.late", sender, late.days(), spoken.day(late.lastOn()));
  }
}
