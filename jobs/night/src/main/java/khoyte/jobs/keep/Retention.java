package khoyte.jobs.keep;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import khoyte.jobs.conf.RetentionConf;
import khoyte.jobs.operations.NightSetting;
import khoyte.jobs.operations.Operations;
import khoyte.jobs.operations.ProcessLock;
import khoyte.warehouse.Layout;
import khoyte.warehouse.NightId;
import khoyte.warehouse.WholeFile;
import khoyte.warehouse.lake.Lake;
import khoyte.warehouse.lake.LakeRetention;
import khoyte.warehouse.night.Publication;
import khoyte.warehouse.night.RetentionRule;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.util.FileSystemUtils;

/**
 * What follows a published night: nights that are no longer kept go, then what only they needed.
 * Whatever is to go is forgotten first and deleted then; cut off in between, the rest goes when the
 * night is asked for again, or after the next one. For the process that holds the night's lock.
 */
public final class Retention {
  private static final Logger LOG = LoggerFactory.getLogger(Retention.class);

  /** What a night leaves in the working folder; the names of others' files are not known. */
  private static final Pattern OF_A_NIGHT = Pattern.compile("night-.*|build|.*\\.duckdb(\\.wal)?");

  private final Layout layout;
  private final RetentionConf conf;
  private final Instant now;
  private final Operations operations;
  private final Lake lake;
  private final Checksums checksums;

  public Retention(NightSetting setting, Operations operations, Lake lake) {
    this.layout = setting.layout();
    this.conf = setting.conf().general().retention();
    this.now = setting.clock().instant();
    this.operations = operations;
    this.lake = lake;
    this.checksums = new Checksums(layout, operations.keeping());
  }

  /** Clears away after a night, unless a backup or a check is under way. */
  public void after(NightId justPublished) {
    Optional<ProcessLock> free = KeepingLock.free(layout);
    if (free.isEmpty()) {
      LOG.info("retention: files are being copied or checked, nothing is cleared away");
      return;
    }
    try (ProcessLock held = free.get()) {
      Set<NightId> kept = kept(justPublished);
      retire(kept);
      if (operations.files().openCommits().isEmpty()) {
        clearLake(kept);
      }
      clearWork();
      clearUnfinished(justPublished);
    }
  }

  /** By the rule, those issued under a date, and in any case the newest work. */
  private Set<NightId> kept(NightId justPublished) {
    RetentionRule rule = new RetentionRule(conf.dailyDays(), conf.monthlyMonths());
    Set<NightId> kept = rule.kept(new Publication(layout).nights());
    kept.addAll(operations.keeping().issued());
    kept.add(justPublished);
    return kept;
  }

  private void retire(Set<NightId> kept) {
    Publication publication = new Publication(layout);
    for (NightId night : publication.nights()) {
      if (!kept.contains(night)) {
        operations.keeping().retire(night, layout.name(layout.nightFile(night)), now);
        publication.retract(night);
        LOG.info("retention: night {} is no longer kept", night);
      }
    }
  }

  private void clearLake(Set<NightId> kept) {
    LakeRetention retention = new LakeRetention(lake);
    retention.release(kept);
    List<String> unused =
        retention.unused(
            checksums.lakeFiles(),
            now.minus(Duration.ofDays(conf.strayDays())),
            operations.files().waitingDataFiles());
    operations.keeping().change(List.of(), unused.stream().map(layout::lakeName).toList());
    retention.delete(unused);
    checksums.recordLake(lake);
    LOG.info("retention: {} files of the lake are gone", unused.size());
  }

  /** What nights left there, and what anybody left there long ago. */
  private void clearWork() {
    if (!Files.isDirectory(layout.work())) {
      return;
    }
    Instant longAgo = now.minus(Duration.ofDays(conf.strayDays()));
    try (Stream<Path> left = Files.list(layout.work())) {
      for (Path path : left.toList()) {
        if (OF_A_NIGHT.matcher(path.getFileName().toString()).matches()
            || Files.getLastModifiedTime(path).toInstant().isBefore(longAgo)) {
          FileSystemUtils.deleteRecursively(path);
        }
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** What was cut off while it was written, where this night writes. */
  private void clearUnfinished(NightId night) {
    Instant longAgo = now.minus(Duration.ofDays(conf.strayDays()));
    for (Path folder :
        List.of(
            layout.landing(),
            layout.warehouse(),
            layout.reports(night.asOf()),
            layout.reports(night),
            layout.reconciliation(night))) {
      if (Files.isDirectory(folder)) {
        try (Stream<Path> files = Files.list(folder)) {
          for (Path file : files.filter(WholeFile::isUnfinished).toList()) {
            if (Files.getLastModifiedTime(file).toInstant().isBefore(longAgo)) {
              Files.deleteIfExists(file);
            }
          }
        } catch (IOException e) {
          throw new UncheckedIOException(e);
        }
      }
    }
  }
}
