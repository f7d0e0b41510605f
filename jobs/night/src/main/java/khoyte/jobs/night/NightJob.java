package khoyte.jobs.night;

import static khoyte.jobs.operations.NightStep.CHECK;
import static khoyte.jobs.operations.NightStep.CLEAN;
import static khoyte.jobs.operations.NightStep.MARTS;
import static khoyte.jobs.operations.NightStep.PUBLISH;
import static khoyte.jobs.operations.NightStep.READ;
import static khoyte.jobs.operations.NightStep.RECEIVE;
import static khoyte.jobs.operations.NightStep.REPORT;
import static khoyte.jobs.operations.NightStep.RESOLVE;
import static khoyte.jobs.operations.NightStep.STAGE;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Supplier;
import khoyte.jobs.console.Progress;
import khoyte.jobs.landing.Landing;
import khoyte.jobs.landing.Lateness;
import khoyte.jobs.operations.ArrivedFile;
import khoyte.jobs.operations.LandedFiles;
import khoyte.jobs.operations.LateSource;
import khoyte.jobs.operations.NightFacts;
import khoyte.jobs.operations.NightRun;
import khoyte.jobs.operations.NightRuns;
import khoyte.jobs.operations.NightSetting;
import khoyte.jobs.operations.NightStep;
import khoyte.jobs.operations.Operations;
import khoyte.jobs.operations.RecordBalance;
import khoyte.jobs.operations.SourceCounts;
import khoyte.jobs.step.NightWork;
import khoyte.jobs.step.StepCount;
import org.jspecify.annotations.Nullable;
import org.springframework.batch.core.job.Job;
import org.springframework.batch.core.job.builder.JobBuilder;
import org.springframework.batch.core.partition.Partitioner;
import org.springframework.batch.core.repository.JobRepository;
import org.springframework.batch.core.step.Step;
import org.springframework.batch.core.step.builder.StepBuilder;
import org.springframework.batch.infrastructure.item.ExecutionContext;
import org.springframework.batch.infrastructure.repeat.RepeatStatus;
import org.springframework.batch.infrastructure.support.transaction.ResourcelessTransactionManager;
import org.springframework.core.task.SimpleAsyncTaskExecutor;

/**
 * The night, step by step: from the senders' files to the reports. A step that is cut off is done
 * again as a whole; a step that is completed is not repeated when the run goes on.
 */
public final class NightJob {
  static final String NAME = "night";

  private final NightSetting setting;
  private final NightWork work;
  private final JobRepository repository;
  private final Operations operations;
  private final LandedFiles files;
  private final NightRuns nights;
  private final NightOrder order;
  private final NightDiary diary;
  private final AtomicReference<@Nullable Throwable> failure = new AtomicReference<>();
  private @Nullable ReadingQueue queue;
  private @Nullable NightFacts facts;

  NightJob(
      NightSetting setting,
      NightWork work,
      JobRepository repository,
      Operations operations,
      NightOrder order) {
    this.setting = setting;
    this.work = work;
    this.repository = repository;
    this.operations = operations;
    this.files = operations.files();
    this.nights = operations.nights();
    this.order = order;
    this.diary = new NightDiary(setting, nights, order.run());
  }

  Job job() {
    return new JobBuilder(NAME, repository)
        .start(receive())
        .next(read())
        .next(stage())
        .next(clean())
        .next(resolve())
        .next(marts())
        .next(check())
        .next(publish())
        .next(report())
        .build();
  }

  /**
   * Files leave the inbox; from now on it is fixed which files this night knows, and who is late.
   */
  private Step receive() {
    return step(
        RECEIVE,
        () -> {
          landing().receive(order.sources());
          long known = files.greatest();
          nights.know(order.run(), known, files.receivedUntil(known).orElse(null));
          NightRun run = nights.run(order.run());
          return files.counts(nights.knownBefore(run), known).stream()
              .map(source -> new StepCount(source.files(), source.bytes()))
              .reduce(StepCount.NOTHING, StepCount::plus);
        });
  }

  /** Every landed file is read once, by one of the workers, into data files of the lake. */
  private Step read() {
    Step worker =
        new StepBuilder("read-files", repository)
            .tasklet(
                (contribution, context) ->
                    done(
                        () -> {
                          queue().work();
                          diary.handled(READ, queue().count());
                        }),
                new ResourcelessTransactionManager())
            .allowStartIfComplete(true)
            .build();
    return new StepBuilder(READ.code(), repository)
        .partitioner(worker.getName(), workers())
        .step(worker)
        .gridSize(setting.conf().general().readingThreads())
        .taskExecutor(new SimpleAsyncTaskExecutor("read-"))
        .listener(diary)
        .build();
  }

  /**
   * The lake takes the data files over: one append a table, and once only. Who is late is known
   * now: an envelope may carry its own date, and a refused file is none.
   */
  private Step stage() {
    return step(
        STAGE,
        () -> {
          files.assignCommit("run-" + order.run());
          StepCount count = StepCount.NOTHING;
          for (String commit : files.openCommits()) {
            var dataFiles = files.dataFiles(commit);
            work.stage(commit, dataFiles);
            files.closeCommit(commit);
            for (var file : dataFiles) {
              count = count.plus(new StepCount(file.rows(), file.bytes()));
            }
          }
          nights.keepLate(order.run(), late());
          return count;
        });
  }

  /** Of every record the version that counts. */
  private Step clean() {
    return step(CLEAN, () -> work.clean(facts()));
  }

  /** Citizens, links, repairs, statuses. */
  private Step resolve() {
    return step(
        RESOLVE,
        () -> {
          var balances = work.resolve(facts());
          nights.keepBalances(order.run(), balances);
          return new StepCount(balances.stream().mapToLong(RecordBalance::current).sum(), 0);
        });
  }

  /** The night's file with its marts, not yet seen by anybody. */
  private Step marts() {
    return step(MARTS, () -> work.marts(facts()));
  }

  /** Nothing is published that does not add up. */
  private Step check() {
    return step(
        CHECK,
        () -> {
          var balances = nights.balances(order.run());
          new Conservation(facts(), files.known(known()), balances)
              .check(setting.conf(), setting.spoken());
          work.check(facts());
          return new StepCount(balances.stream().mapToLong(RecordBalance::staged).sum(), 0);
        });
  }

  /** The night becomes visible, all at once. */
  private Step publish() {
    return step(
        PUBLISH,
        () -> {
          nights.keepSnapshots(order.run(), work.publish(facts()));
          return StepCount.NOTHING;
        });
  }

  private Step report() {
    return step(
        REPORT,
        () -> {
          int reports = work.report(facts()).size();
          nights.reports(order.run(), reports);
          return new StepCount(reports, 0);
        });
  }

  private Step step(NightStep step, Supplier<StepCount> counted) {
    return new StepBuilder(step.code(), repository)
        .tasklet(
            (contribution, context) -> done(() -> diary.handled(step, counted.get())),
            new ResourcelessTransactionManager())
        .listener(diary)
        .build();
  }

  /**
   * Does the work of a step. What it throws is kept here: Spring Batch would write its words, which
   * may quote a value, into the operations database.
   */
  private RepeatStatus done(Runnable part) {
    try {
      part.run();
      return RepeatStatus.FINISHED;
    } catch (RuntimeException | Error e) {
      failure.compareAndSet(null, e);
      throw new StepFailure();
    }
  }

  /** What the first step that failed threw. */
  Optional<Throwable> failure() {
    return Optional.ofNullable(failure.get());
  }

  /** Tells Spring Batch that a step failed, and nothing else. */
  private static final class StepFailure extends RuntimeException {
    private static final long serialVersionUID = 1L;

    StepFailure() {
      super(null, null, false, false);
    }
  }

  private synchronized ReadingQueue queue() {
    if (queue == null) {
      queue = readingQueue(files.unread(known()));
    }
    return queue;
  }

  private ReadingQueue readingQueue(List<ArrivedFile> unread) {
    Progress.Work size =
        new Progress.Work(unread.size(), unread.stream().mapToLong(ArrivedFile::bytes).sum());
    Progress progress =
        new Progress(
            setting.console(),
            setting.spoken(),
            setting.clock(),
            READ.name(setting.console().messages()),
            size);
    long arrived =
        files.counts(nights.knownBefore(nights.run(order.run())), known()).stream()
            .mapToLong(SourceCounts::files)
            .sum();
    return new ReadingQueue(unread, arrived, files, setting.conf(), work::read, progress);
  }

  private static Partitioner workers() {
    return count -> {
      Map<String, ExecutionContext> workers = new LinkedHashMap<>();
      for (int i = 1; i <= count; i++) {
        workers.put("worker-" + i, new ExecutionContext());
      }
      return workers;
    };
  }

  private List<LateSource> late() {
    return new Lateness(setting.layout(), setting.conf().general().timeZone())
        .late(order.night().asOf(), setting.conf().sources(), files.deliveries(known()));
  }

  private Landing landing() {
    return new Landing(
        setting.layout(), files, setting.clock(), setting.spoken(), setting.console()::remark);
  }

  private long known() {
    return Objects.requireNonNull(nights.run(order.run()).knownFile());
  }

  /** Of a night whose files are read: from then on nothing of it changes. */
  private NightFacts facts() {
    NightFacts known = facts;
    if (known == null) {
      known = NightFacts.of(operations, nights.run(order.run()));
      facts = known;
    }
    return known;
  }
}
