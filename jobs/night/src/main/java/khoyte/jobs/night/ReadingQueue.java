package khoyte.jobs.night;

import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.BiFunction;
import khoyte.jobs.conf.Conf;
import khoyte.jobs.conf.SourceConf;
import khoyte.jobs.console.Progress;
import khoyte.jobs.operations.ArrivedFile;
import khoyte.jobs.operations.FileOutcome;
import khoyte.jobs.operations.LandedFiles;
import khoyte.jobs.step.StepCount;
import khoyte.pipelines.read.source.LandedFile;
import khoyte.warehouse.Fault;
import khoyte.warehouse.KhoyteException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The files a night still has to read, taken by several workers, largest first. What a file gave is
 * kept before the next one is taken, so that a night that goes on reads only the rest.
 */
final class ReadingQueue {
  private static final Logger LOG = LoggerFactory.getLogger(ReadingQueue.class);

  private final Queue<ArrivedFile> files;
  private final LandedFiles manifest;
  private final Conf conf;
  private final BiFunction<ArrivedFile, SourceConf, FileOutcome> reading;
  private final Progress progress;
  private final AtomicBoolean broken = new AtomicBoolean();
  private final AtomicLong filesRead = new AtomicLong();
  private final AtomicLong bytes = new AtomicLong();
  private final AtomicLong records = new AtomicLong();
  private final Map<ArrivedFile, FileOutcome> unexpected = new ConcurrentHashMap<>();
  private final long unread;
  private final long arrived;

  /**
   * @param arrived files of the night, read or not
   */
  ReadingQueue(
      List<ArrivedFile> files,
      long arrived,
      LandedFiles manifest,
      Conf conf,
      BiFunction<ArrivedFile, SourceConf, FileOutcome> reading,
      Progress progress) {
    this.files = new ConcurrentLinkedQueue<>(files);
    this.unread = files.size();
    this.arrived = Math.max(arrived, files.size());
    this.manifest = manifest;
    this.conf = conf;
    this.reading = reading;
    this.progress = progress;
  }

  /** Reads until nothing is left, or until a worker broke down. */
  void work() {
    boolean done = false;
    try {
      for (ArrivedFile file = files.poll(); file != null && !broken.get(); file = files.poll()) {
        read(file);
      }
      done = true;
    } finally {
      if (!done) {
        broken.set(true);
      }
      progress.end();
    }
  }

  private void read(ArrivedFile file) {
    FileOutcome outcome = reading.apply(file, conf.source(file.source()));
    if (outcome.refusal() != null && outcome.refusal().key().equals(LandedFile.UNEXPECTED)) {
      unexpected.put(file, outcome);
    } else {
      keep(file, outcome);
    }
    long done = filesRead.incrementAndGet();
    progress.at(done, bytes.addAndGet(file.bytes()), records.addAndGet(outcome.read()));
    if (done == unread) {
      settle();
    }
  }

  /**
   * A file for which the program is to blame is refused like any other, unless no file of the night
   * could be read: then the night stops, and reads them all again when it goes on.
   */
  private void settle() {
    if (arrived > 1 && unexpected.size() == arrived) {
      throw new KhoyteException(Fault.CHECK, "reading.failed", arrived);
    }
    unexpected.forEach(this::keep);
  }

  private void keep(ArrivedFile file, FileOutcome outcome) {
    manifest.keep(file, outcome);
    LOG.info(
        "file {} of {}: {} bytes, {} read, {} staged, {} quarantined{}",
        file.id(),
        file.source(),
        file.bytes(),
        outcome.read(),
        outcome.staged(),
        outcome.quarantined(),
        outcome.refusal() == null ? "" : ", refused: " + outcome.refusal().key());
  }

  StepCount count() {
    return new StepCount(records.get(), bytes.get());
  }
}
