package khoyte.jobs.operations;

import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.stream.Collectors;
import khoyte.jobs.conf.Conf;
import khoyte.warehouse.Messages;
import khoyte.warehouse.NightId;
import org.jspecify.annotations.Nullable;

/**
 * The version of a night whose reports are issued again, and why.
 *
 * @param version its number
 * @param said what a person gave as reason; empty if nobody did
 * @param landed what was landed since that version, by source
 */
public record ReplacedVersion(int version, String said, List<SourceCounts> landed) {

  public ReplacedVersion {
    landed = List.copyOf(landed);
  }

  /** Of the first version of a night: null. */
  static @Nullable ReplacedVersion of(Operations operations, NightRun run) {
    int version = run.night().version() - 1;
    if (version == 0) {
      return null;
    }
    long known =
        operations
            .nights()
            .completed(new NightId(run.night().asOf(), version))
            .map(NightRun::knownFile)
            .orElse(0L);
    return new ReplacedVersion(
        version,
        Objects.requireNonNullElse(run.reason(), ""),
        operations.files().counts(known, Objects.requireNonNullElse(run.knownFile(), known)));
  }

  /** The reason in words: what a person said, then what was landed since. */
  public String reason(Conf conf, Messages messages) {
    if (landed.isEmpty()) {
      return said;
    }
    String files = messages.text("report.reissue.newdata", version, words(landed, conf, messages));
    return said.isEmpty() ? files : said + "; " + files;
  }

  /** {@code Hồ sơ sức khỏe điện tử 2 tệp, 31 bản ghi; …}, in the order of the sources. */
  public static String words(List<SourceCounts> landed, Conf conf, Messages messages) {
    return landed.stream()
        .sorted(Comparator.comparing(SourceCounts::source, conf.sourceOrder()))
        .map(
            source ->
                messages.text(
                    "report.reissue.source",
                    conf.sourceName(source.source()),
                    source.files(),
                    source.read()))
        .collect(Collectors.joining("; "));
  }
}
