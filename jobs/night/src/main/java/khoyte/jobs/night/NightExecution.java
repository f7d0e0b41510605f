package khoyte.jobs.night;

import java.util.List;
import java.util.Set;
import khoyte.jobs.operations.NightSetting;
import khoyte.jobs.operations.Operations;
import khoyte.jobs.step.NightWork;
import khoyte.warehouse.KhoyteException;
import org.springframework.batch.core.BatchStatus;
import org.springframework.batch.core.job.JobExecution;
import org.springframework.batch.core.job.JobExecutionException;
import org.springframework.batch.core.job.parameters.JobParameters;
import org.springframework.batch.core.job.parameters.JobParametersBuilder;
import org.springframework.batch.core.launch.JobOperator;
import org.springframework.batch.core.repository.JobRepository;
import org.springframework.context.ConfigurableApplicationContext;

/** Starts the job of a night, or goes on with it, in Spring Batch. */
final class NightExecution {
  private final NightSetting setting;
  private final NightWork work;
  private final Operations operations;

  NightExecution(NightSetting setting, NightWork work, Operations operations) {
    this.setting = setting;
    this.work = work;
    this.operations = operations;
  }

  /** Runs to the end; the error of the step that failed is thrown as it is. */
  void execute(NightOrder order) {
    try (ConfigurableApplicationContext context = NightApplication.start(operations)) {
      JobRepository repository = NightApplication.repository(context);
      JobOperator operator = NightApplication.operator(context);
      recover(repository, operator);
      NightJob night = new NightJob(setting, work, repository, operations, order);
      JobExecution execution = operator.start(night.job(), parameters(order));
      if (execution.getStatus() != BatchStatus.COMPLETED) {
        throw cause(night.failure().map(List::of).orElseGet(execution::getAllFailureExceptions));
      }
    } catch (JobExecutionException e) {
      throw new IllegalStateException("Cannot start night " + order.night(), e);
    }
  }

  /** The process of an execution that is still marked as running has died: we hold the lock. */
  private static void recover(JobRepository repository, JobOperator operator) {
    Set<JobExecution> dead = repository.findRunningJobExecutions(NightJob.NAME);
    dead.forEach(operator::recover);
  }

  /** A run is an instance of the job, so that the same run goes on where it stopped. */
  private static JobParameters parameters(NightOrder order) {
    return new JobParametersBuilder()
        .addLocalDate("as-of", order.night().asOf())
        .addLong("version", (long) order.night().version())
        .addLong("run", order.run())
        .toJobParameters();
  }

  private static RuntimeException cause(List<Throwable> errors) {
    RuntimeException first = null;
    for (Throwable error : errors) {
      for (Throwable cause = error; cause != null; cause = cause.getCause()) {
        if (cause instanceof KhoyteException known) {
          return known;
        }
      }
      if (first == null && error instanceof RuntimeException unchecked) {
        first = unchecked;
      }
    }
    return first == null
        ? new IllegalStateException(
            "Cannot complete the night", errors.isEmpty() ? null : errors.get(0))
        : first;
  }
}
