package khoyte.jobs.night;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import khoyte.jobs.conf.SourceConf;
import khoyte.jobs.operations.ArrivedFile;
import khoyte.jobs.operations.DataFile;
import khoyte.jobs.operations.FileOutcome;
import khoyte.jobs.operations.NightFacts;
import khoyte.jobs.operations.RecordBalance;
import khoyte.jobs.step.StepCount;
import khoyte.warehouse.NightId;

/**
 * The work of a night, as functions the job calls in this order. Each may be called again with the
 * same arguments after it was cut off at any point, and then gives the same.
 *
 * @param closing ends what the parts hold: the lake, the Spark session
 */
public record NightParts(
    FileReading reading,
    Staging staging,
    Cleaning cleaning,
    Resolving resolving,
    Marts marts,
    Checking checking,
    Publishing publishing,
    Reporting reporting,
    Clearing clearing,
    Runnable closing)
    implements AutoCloseable {

  /** Reads a landed file whole into data files, or refuses it. Called by several threads. */
  @FunctionalInterface
  public interface FileReading {
    FileOutcome read(ArrivedFile file, SourceConf source);
  }

  /** Lets the lake take over data files, one append a table; a commit is taken once. */
  @FunctionalInterface
  public interface Staging {
    void append(String commitId, List<DataFile> files);
  }

  /** Chooses the current version of every record. */
  @FunctionalInterface
  public interface Cleaning {
    StepCount clean(NightFacts night);
  }

  /** Finds out who is who and judges; tells what became of every staged record. */
  @FunctionalInterface
  public interface Resolving {
    List<RecordBalance> resolve(NightFacts night);
  }

  /** Writes the night's file, not yet published. */
  @FunctionalInterface
  public interface Marts {
    StepCount build(NightFacts night);
  }

  /** Refuses a night that must not be published. */
  @FunctionalInterface
  public interface Checking {
    void check(NightFacts night);
  }

  /** Makes the night's file the published one; gives the lake's snapshots by table. */
  @FunctionalInterface
  public interface Publishing {
    Map<String, Long> publish(NightFacts night);
  }

  /** Writes every report of the night; gives the reports by name with their files. */
  @FunctionalInterface
  public interface Reporting {
    Map<String, List<Path>> issue(NightFacts night);
  }

  /** Clears away what is no longer kept, after a night that stands. */
  @FunctionalInterface
  public interface Clearing {
    void after(NightId night);
  }

  @Override
  public void close() {
    closing.run();
  }
}
