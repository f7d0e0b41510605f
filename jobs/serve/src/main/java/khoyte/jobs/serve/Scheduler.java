package khoyte.jobs.serve;

import java.util.Objects;
import java.util.Properties;
import java.util.TimeZone;
import khoyte.jobs.schedule.Timetable;
import org.quartz.CronScheduleBuilder;
import org.quartz.DisallowConcurrentExecution;
import org.quartz.Job;
import org.quartz.JobBuilder;
import org.quartz.JobDetail;
import org.quartz.JobExecutionContext;
import org.quartz.SchedulerException;
import org.quartz.TriggerBuilder;
import org.quartz.impl.StdSchedulerFactory;

/**
 * Calls a task every day at the start time of the timetable, and once at the start for what was
 * missed. It holds no list of its own: what is due is asked of the timetable each time.
 */
public final class Scheduler implements AutoCloseable {
  private static final String TASK = "task";

  private final org.quartz.Scheduler quartz;

  private Scheduler(org.quartz.Scheduler quartz) {
    this.quartz = quartz;
  }

  /** Starts calling, never twice at a time. */
  public static Scheduler start(Timetable timetable, Runnable task) {
    try {
      Properties properties = new Properties();
      properties.setProperty("org.quartz.scheduler.instanceName", "khoyte");
      properties.setProperty("org.quartz.threadPool.threadCount", "1");
      properties.setProperty("org.quartz.scheduler.skipUpdateCheck", "true");
      org.quartz.Scheduler quartz = new StdSchedulerFactory(properties).getScheduler();
      quartz.getContext().put(TASK, task);
      JobDetail nights = JobBuilder.newJob(DueNights.class).withIdentity("nights").build();
      quartz.scheduleJob(
          nights,
          TriggerBuilder.newTrigger()
              .withSchedule(
                  CronScheduleBuilder.dailyAtHourAndMinute(
                          timetable.start().getHour(), timetable.start().getMinute())
                      .inTimeZone(TimeZone.getTimeZone(timetable.zone()))
                      .withMisfireHandlingInstructionFireAndProceed())
              .build());
      quartz.triggerJob(nights.getKey());
      quartz.start();
      return new Scheduler(quartz);
    } catch (SchedulerException e) {
      throw new IllegalStateException("Cannot start the scheduler", e);
    }
  }

  /** Ends calling; a call that is under way is not waited for. */
  @Override
  public void close() {
    try {
      quartz.shutdown(false);
    } catch (SchedulerException e) {
      throw new IllegalStateException("Cannot stop the scheduler", e);
    }
  }

  /** What Quartz calls. */
  @DisallowConcurrentExecution
  public static final class DueNights implements Job {
    @Override
    public void execute(JobExecutionContext context) throws org.quartz.JobExecutionException {
      try {
        Object task = context.getScheduler().getContext().get(TASK);
        ((Runnable) Objects.requireNonNull(task)).run();
      } catch (SchedulerException e) {
        throw new org.quartz.JobExecutionException(e);
      }
    }
  }
}
