package khoyte.jobs.command;

import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import khoyte.jobs.conf.Conf;
import khoyte.jobs.console.Json;
import khoyte.jobs.console.Spoken;
import khoyte.jobs.operations.LateSource;
import khoyte.jobs.operations.NightRun;
import khoyte.jobs.operations.NightSetting;
import khoyte.jobs.operations.Operations;
import khoyte.jobs.operations.SourceCounts;
import khoyte.warehouse.Messages;
import org.jspecify.annotations.Nullable;

/** A run with what arrived in it, as {@code status} and {@code runs} show it. */
record NightOverview(
    NightRun run, long read, long quarantined, long refused, List<LateSource> late) {
  private static final int SHOWN = 2;

  static NightOverview of(Conf conf, Operations operations, NightRun run) {
    Long known = run.knownFile();
    List<SourceCounts> counts =
        known == null
            ? List.of()
            : operations.files().counts(operations.nights().knownBefore(run), known);
    return new NightOverview(
        run,
        counts.stream().mapToLong(SourceCounts::read).sum(),
        counts.stream().mapToLong(SourceCounts::quarantined).sum(),
        counts.stream().mapToLong(SourceCounts::refused).sum(),
        operations.nights().late(run.id()).stream()
            .sorted(Comparator.comparing(LateSource::source, conf.sourceOrder()))
            .toList());
  }

  /** {@code 31/12/2022}, with the version from the second on. */
  String shownNight(Spoken spoken) {
    String day = spoken.day(run.night().asOf());
    return run.night().version() == 1 ? day : day + " v" + run.night().version();
  }

  /** Records kept back; whole files, whose records nobody knows, stand beside. */
  Object shownKeptBack(Messages messages) {
    return refused == 0
        ? (Object) quarantined
        : messages.text("status.quarantined.files", quarantined, refused);
  }

  Duration duration(Instant now) {
    return Duration.between(run.startedAt(), Objects.requireNonNullElse(run.finishedAt(), now));
  }

  /** The first late senders by name, and how many more. */
  String shownLate(NightSetting setting) {
    String first =
        String.join(
            ", ",
            late.stream()
                .limit(SHOWN)
                .map(sender -> setting.conf().sourceName(sender.source()) + suffix(sender.folder()))
                .toList());
    return late.size() <= SHOWN ? first : first + " (+" + (late.size() - SHOWN) + ")";
  }

  Map<String, @Nullable Object> json(NightSetting setting) {
    return Json.object(
        "night", run.night().toString(),
        "as_of", run.night().asOf().toString(),
        "version", run.night().version(),
        "state", run.state().code(),
        "started_at", Json.time(run.startedAt(), setting.conf().general().timeZone()),
        "finished_at", Json.time(run.finishedAt(), setting.conf().general().timeZone()),
        "seconds", duration(setting.clock().instant()).toSeconds(),
        "last_step", run.lastStep(),
        "records", read,
        "quarantined_lines", quarantined,
        "refused_files", refused,
        "late_sources",
            late.stream()
                .map(
                    sender ->
                        Json.object(
                            "source", sender.source(),
                            "unit", sender.folder().isEmpty() ? null : sender.folder(),
                            "last", sender.lastOn() == null ? null : sender.lastOn().toString(),
                            "days", sender.lastOn() == null ? null : sender.days()))
                .toList(),
        "reports", run.reports(),
        "reason", run.reason(),
        "code", run.codeVersion());
  }

  private static String suffix(String folder) {
    return folder.isEmpty() ? "" : " " + folder;
  }
}
