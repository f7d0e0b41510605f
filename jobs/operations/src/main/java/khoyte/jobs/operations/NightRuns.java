package khoyte.jobs.operations;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Collectors;
import khoyte.warehouse.NightId;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.namedparam.MapSqlParameterSource;
import org.springframework.jdbc.core.namedparam.NamedParameterJdbcTemplate;
import org.springframework.jdbc.core.namedparam.SqlParameterSource;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.support.GeneratedKeyHolder;
import org.springframework.transaction.support.TransactionTemplate;

/** The diary of the nights: runs, steps, late senders, balances, and facts about the warehouse. */
public final class NightRuns {
  /** Fact: the data was made by {@code khoyte demo}, with which scale and seed. */
  public static final String SYNTHETIC = "synthetic";

  /** Fact: date of the last night that the scheduler started. */
  public static final String LAST_SCHEDULED = "last-scheduled";

  /** Fact: the id of this warehouse, drawn at its first backup. */
  public static final String WAREHOUSE = "warehouse-id";

  private static final Statements SQL = Statements.of("nights");

  private final JdbcClient jdbc;
  private final NamedParameterJdbcTemplate batches;
  private final TransactionTemplate transaction;

  NightRuns(JdbcClient jdbc, NamedParameterJdbcTemplate batches, TransactionTemplate transaction) {
    this.jdbc = jdbc;
    this.batches = batches;
    this.transaction = transaction;
  }

  /**
   * Opens a new run.
   *
   * @param reason why its reports are issued again, if a person says so
   */
  public NightRun start(
      NightId night, long process, String codeVersion, Instant now, @Nullable String reason) {
    GeneratedKeyHolder id = new GeneratedKeyHolder();
    jdbc.sql(SQL.text("insert"))
        .param("asOf", night.asOf())
        .param("version", night.version())
        .param("process", process)
        .param("codeVersion", codeVersion)
        .param("startedAt", LandedFiles.at(now))
        .param("reason", reason)
        .update(id, "id");
    return run(Objects.requireNonNull(id.getKey()).longValue());
  }

  /** Takes a run up again that did not end well; a new reason takes the place of the old one. */
  public NightRun resume(NightRun run, long process, String codeVersion, @Nullable String reason) {
    jdbc.sql(SQL.text("resume"))
        .param("id", run.id())
        .param("process", process)
        .param("codeVersion", codeVersion)
        .param("reason", reason)
        .update();
    return run(run.id());
  }

  public NightRun run(long id) {
    return query("of_id", Map.of("id", id)).orElseThrow();
  }

  public Optional<NightRun> lastRunOf(LocalDate asOf) {
    return query("last_of_date", Map.of("asOf", asOf));
  }

  /** The last run of a night; of a published one, the run that made it. */
  public Optional<NightRun> lastRunOf(NightId night) {
    return query("last_of_night", Map.of("asOf", night.asOf(), "version", night.version()));
  }

  /** The greatest version of a date that was completed. */
  public Optional<NightRun> lastCompletedOf(LocalDate asOf) {
    return query("last_completed_of_date", Map.of("asOf", asOf));
  }

  /** The run that completed a night. */
  public Optional<NightRun> completed(NightId night) {
    return query("completed_version", Map.of("asOf", night.asOf(), "version", night.version()));
  }

  /** The last runs, newest first. */
  public List<NightRun> latest(int count) {
    return jdbc.sql(SQL.text("columns", "latest"))
        .param("count", count)
        .query((row, number) -> run(row))
        .list();
  }

  /** Runs that say they are running; after a crash, that died. */
  public List<NightRun> running() {
    return jdbc.sql(SQL.text("columns", "running")).query((row, number) -> run(row)).list();
  }

  /** Greatest file that a completed run before this one knew; 0 if there is none. */
  public long knownBefore(NightRun run) {
    return number("known_before", Map.of("id", run.id()));
  }

  /** The newest run before this one that published its night, completed or not. */
  public Optional<NightRun> lastPublishedBefore(long run) {
    return query("last_published_before", Map.of("id", run));
  }

  /** What the resolution of a run hung on beside the rows; empty if it did not come so far. */
  public String basis(long run) {
    return jdbc.sql(SQL.text("basis")).param("id", run).query(String.class).single();
  }

  public void keepBasis(long run, String basis) {
    jdbc.sql(SQL.text("keep_basis")).param("id", run).param("basis", basis).update();
  }

  /** Id of the newest run; 0 if there is none. */
  public long greatest() {
    return number("greatest", Map.of());
  }

  /** Fixes which files a run knows. */
  public void know(long run, long knownFile, @Nullable Instant receivedUntil) {
    jdbc.sql(SQL.text("know"))
        .param("id", run)
        .param("known", knownFile)
        .param("receivedUntil", receivedUntil == null ? null : LandedFiles.at(receivedUntil))
        .update();
  }

  public void reports(long run, int count) {
    jdbc.sql(SQL.text("report_count")).param("id", run).param("count", count).update();
  }

  public void finish(long run, NightState state, Instant now) {
    transaction.executeWithoutResult(
        status -> {
          for (String statement : List.of("finish", "fail_steps")) {
            jdbc.sql(SQL.text(statement))
                .param("id", run)
                .param("state", state.code())
                .param("finishedAt", LandedFiles.at(now))
                .update();
          }
        });
  }

  /** Opens a step; a step that is done again forgets the time before. */
  public void startStep(long run, String step, int position, Instant now) {
    transaction.executeWithoutResult(
        status -> {
          jdbc.sql(SQL.text("delete_step")).param("run", run).param("step", step).update();
          jdbc.sql(SQL.text("insert_step"))
              .param("run", run)
              .param("step", step)
              .param("position", position)
              .param("startedAt", LandedFiles.at(now))
              .update();
          jdbc.sql(SQL.text("last_step")).param("id", run).param("step", step).update();
        });
  }

  public void finishStep(long run, StepRun step) {
    Instant finished = step.finishedAt();
    jdbc.sql(SQL.text("finish_step"))
        .param("run", run)
        .param("step", step.step())
        .param("state", step.state().code())
        .param("finishedAt", finished == null ? null : LandedFiles.at(finished))
        .param("rowCount", step.rows())
        .param("byteCount", step.bytes())
        .param("cpuMillis", step.cpuMillis())
        .update();
  }

  /** The steps of a run in their order. */
  public List<StepRun> steps(long run) {
    return jdbc.sql(SQL.text("steps"))
        .param("run", run)
        .query(
            (row, number) ->
                new StepRun(
                    row.getString("step"),
                    NightState.of(row.getString("state")),
                    Objects.requireNonNull(LandedFiles.instant(row, "started_at")),
                    LandedFiles.instant(row, "finished_at"),
                    row.getLong("row_count"),
                    row.getLong("byte_count"),
                    row.getLong("cpu_millis")))
        .list();
  }

  public void keepLate(long run, List<LateSource> late) {
    transaction.executeWithoutResult(
        status -> {
          jdbc.sql(SQL.text("delete_late")).param("run", run).update();
          for (LateSource sender : late) {
            jdbc.sql(SQL.text("insert_late"))
                .param("run", run)
                .param("source", sender.source())
                .param("folder", sender.folder())
                .param("lastOn", sender.lastOn())
                .param("daysLate", sender.days())
                .update();
          }
        });
  }

  public List<LateSource> late(long run) {
    return jdbc.sql(SQL.text("late"))
        .param("run", run)
        .query(
            (row, number) ->
                new LateSource(
                    row.getString("source"),
                    row.getString("folder"),
                    row.getObject("last_on", LocalDate.class),
                    row.getInt("days_late")))
        .list();
  }

  /**
   * Keeps the balances of the files that a run counted. Of the others those of the published runs
   * before stand; what a run counted that was never published is forgotten.
   */
  public void keepBalances(long run, List<RecordBalance> balances) {
    SqlParameterSource[] rows =
        balances.stream()
            .map(
                balance ->
                    new MapSqlParameterSource("run", run)
                        .addValue("file", balance.fileId())
                        .addValue("staged", balance.staged())
                        .addValue("replaced", balance.replaced())
                        .addValue("withdrawn", balance.withdrawn())
                        .addValue("resolved", balance.resolved())
                        .addValue("undecided", balance.undecided())
                        .addValue("nobody", balance.nobody())
                        .addValue("copies", balance.copies()))
            .toArray(SqlParameterSource[]::new);
    transaction.executeWithoutResult(
        status -> {
          jdbc.sql(SQL.text("delete_open_balances")).param("run", run).update();
          jdbc.sql(SQL.text("delete_older_balances")).update();
          batches.batchUpdate(SQL.text("insert_balance"), rows);
        });
  }

  /** The balances of all files as of a run. */
  public List<RecordBalance> balances(long run) {
    return jdbc.sql(SQL.text("balances"))
        .param("run", run)
        .query(
            (row, number) ->
                new RecordBalance(
                    row.getLong("file_id"),
                    row.getLong("staged_count"),
                    row.getLong("replaced_count"),
                    row.getLong("withdrawn_count"),
                    row.getLong("resolved_count"),
                    row.getLong("undecided_count"),
                    row.getLong("nobody_count"),
                    row.getLong("copy_count")))
        .list();
  }

  /** Keeps the lake's snapshots a night was made from, by table. */
  public void keepSnapshots(long run, Map<String, Long> snapshots) {
    transaction.executeWithoutResult(
        status -> {
          jdbc.sql(SQL.text("delete_snapshots")).param("run", run).update();
          snapshots.forEach(
              (table, snapshot) ->
                  jdbc.sql(SQL.text("insert_snapshot"))
                      .param("run", run)
                      .param("tableName", table)
                      .param("snapshotId", snapshot)
                      .update());
        });
  }

  /** The lake's snapshots that a run published, by qualified name of the table. */
  public Map<String, Long> snapshots(long run) {
    return jdbc
        .sql(SQL.text("snapshots"))
        .param("run", run)
        .query((row, number) -> Map.entry(row.getString("table_name"), row.getLong("snapshot_id")))
        .list()
        .stream()
        .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue));
  }

  /** A fact about this warehouse as a whole. */
  public Optional<String> fact(String name) {
    return jdbc.sql(SQL.text("fact")).param("name", name).query(String.class).optional();
  }

  public void keepFact(String name, String content) {
    transaction.executeWithoutResult(
        status -> {
          Map<String, Object> fact = Map.of("name", name, "content", content);
          if (jdbc.sql(SQL.text("update_fact")).params(fact).update() == 0) {
            jdbc.sql(SQL.text("insert_fact")).params(fact).update();
          }
        });
  }

  private long number(String statement, Map<String, Object> values) {
    return jdbc.sql(SQL.text(statement)).params(values).query(Long.class).single();
  }

  private Optional<NightRun> query(String condition, Map<String, Object> values) {
    return jdbc.sql(SQL.text("columns", condition))
        .params(values)
        .query((row, number) -> run(row))
        .optional();
  }

  private static NightRun run(ResultSet row) throws SQLException {
    long known = row.getLong("known_file");
    Long knownFile = row.wasNull() ? null : known;
    return new NightRun(
        row.getLong("id"),
        new NightId(row.getObject("as_of", LocalDate.class), row.getInt("version")),
        NightState.of(row.getString("state")),
        row.getLong("process"),
        row.getString("code_version"),
        Objects.requireNonNull(LandedFiles.instant(row, "started_at")),
        LandedFiles.instant(row, "finished_at"),
        row.getString("last_step"),
        knownFile,
        LandedFiles.instant(row, "received_until"),
        row.getInt("report_count"),
        row.getString("reason"));
  }
}
