package khoyte.jobs.step;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import khoyte.jobs.conf.SourceConf;
import khoyte.jobs.console.KeptNotice;
import khoyte.jobs.console.Trace;
import khoyte.jobs.operations.ArrivedFile;
import khoyte.jobs.operations.FileOutcome;
import khoyte.pipelines.read.SourceReading;
import khoyte.pipelines.read.source.ColumnMap;
import khoyte.pipelines.read.source.LandedFile;
import khoyte.pipelines.read.source.ReadOutcome;
import khoyte.pipelines.read.source.SourceKind;
import khoyte.pipelines.version.VersionRows;
import khoyte.pipelines.version.VersionStaging;
import khoyte.warehouse.Fault;
import khoyte.warehouse.KhoyteException;
import khoyte.warehouse.Layout;
import khoyte.warehouse.Sha256;
import khoyte.warehouse.StorageException;
import khoyte.warehouse.lake.Lake;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Reads a landed file into data files of the lake, whole or not at all. */
final class LakeReading {
  private static final Logger LOG = LoggerFactory.getLogger(LakeReading.class);

  private final Lake lake;
  private final Layout layout;
  private final SourceReading reading;
  private final VersionStaging versions;

  LakeReading(Lake lake, Layout layout, SourceReading reading, VersionStaging versions) {
    this.lake = lake;
    this.layout = layout;
    this.reading = reading;
    this.versions = versions;
  }

  FileOutcome read(ArrivedFile file, SourceConf source) {
    try (FileSink sink = new FileSink(lake, file, new VersionRows(versions.basis()))) {
      try {
        ReadOutcome outcome = reading.read(landed(file), kind(source), columns(source), sink);
        return taken(outcome, sink);
      } catch (StorageException e) {
        requireIntact(file);
        throw e;
      } catch (KhoyteException refusal) {
        if (refusal.fault() != Fault.INPUT) {
          throw refusal;
        }
        requireIntact(file);
        if (refusal.key().equals(LandedFile.UNEXPECTED)) {
          LOG.error("file {} of {}: {}", file.id(), file.source(), Trace.places(refusal));
        }
        KeptNotice reason = KeptNotice.of(refusal.key(), refusal.values());
        sink.refuse(reason);
        return refused(reason, sink);
      }
    }
  }

  /** No sender is told that a file is damaged which was damaged here. */
  private void requireIntact(ArrivedFile file) {
    Path landed = layout.landed(file.sha256());
    try {
      if (Sha256.of(landed).equals(file.sha256())) {
        return;
      }
    } catch (IOException e) {
      throw new KhoyteException(e, Fault.RESOURCE, "landing.damaged", landed, file.name());
    }
    throw new KhoyteException(Fault.RESOURCE, "landing.damaged", landed, file.name());
  }

  private static FileOutcome taken(ReadOutcome outcome, FileSink sink) {
    Integer announced = outcome.announced();
    return new FileOutcome(
        announced == null ? null : announced.longValue(),
        outcome.read(),
        outcome.staged(),
        outcome.quarantined(),
        outcome.fileDate(),
        outcome.warnings().stream()
            .map(warning -> KeptNotice.of(warning.key(), warning.values()))
            .toList(),
        sink.finish(),
        null);
  }

  private static FileOutcome refused(KeptNotice refusal, FileSink sink) {
    return new FileOutcome(null, 0, 0, 0, null, List.of(), sink.finish(), refusal);
  }

  private LandedFile landed(ArrivedFile file) {
    return new LandedFile(
        file.id(),
        file.source(),
        file.folder().isEmpty() ? null : file.folder(),
        file.name(),
        layout.landed(file.sha256()),
        file.fileDate());
  }

  private static SourceKind kind(SourceConf source) {
    SourceKind kind = SourceKind.ofCode(source.kind());
    if (kind == null) {
      throw new IllegalStateException("Cannot read source " + source.id() + ": " + source.kind());
    }
    return kind;
  }

  private static ColumnMap columns(SourceConf source) {
    return new ColumnMap(
        source.columns().entrySet().stream()
            .collect(Collectors.toMap(Map.Entry::getValue, Map.Entry::getKey)));
  }
}
