package khoyte.jobs.operations;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import khoyte.jobs.console.KeptNotice;
import khoyte.warehouse.lake.WrittenFile;
import khoyte.warehouse.table.StagedTables;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.support.GeneratedKeyHolder;
import org.springframework.transaction.support.TransactionTemplate;

/** The landing manifest: every file that ever arrived, what became of it, and its data files. */
public final class LandedFiles {
  private static final Statements SQL = Statements.of("files");

  private final JdbcClient jdbc;
  private final TransactionTemplate transaction;

  LandedFiles(JdbcClient jdbc, TransactionTemplate transaction) {
    this.jdbc = jdbc;
    this.transaction = transaction;
  }

  /** The file of the same bytes from the same sender. */
  public Optional<ArrivedFile> findSame(String source, String folder, String sha256) {
    return jdbc.sql(SQL.text("find_same"))
        .param("source", source)
        .param("folder", folder)
        .param("sha256", sha256)
        .query((row, number) -> file(row))
        .optional();
  }

  /** Lists a file whose bytes are safe; its id is given here. */
  public long insert(ArrivedFile file) {
    GeneratedKeyHolder id = new GeneratedKeyHolder();
    jdbc.sql(SQL.text("insert"))
        .param("source", file.source())
        .param("folder", file.folder())
        .param("name", file.name())
        .param("sha256", file.sha256())
        .param("byteCount", file.bytes())
        .param("landedAt", at(file.landedAt()))
        .param("fileDate", file.fileDate())
        .update(id, "id");
    return Objects.requireNonNull(id.getKey()).longValue();
  }

  /** The bytes of a landed file came again; they are left aside. */
  public void countCopy(long file) {
    jdbc.sql(SQL.text("count_copy")).param("id", file).update();
  }

  /** Id of the file that was listed last; 0 if there is none. */
  public long greatest() {
    return jdbc.sql(SQL.text("greatest")).query(Long.class).single();
  }

  /** When the last of the known files was landed. */
  public Optional<Instant> receivedUntil(long known) {
    return jdbc.sql(SQL.text("received_until"))
        .param("known", known)
        .query((row, number) -> Optional.ofNullable(instant(row, 1)))
        .single();
  }

  /** Known files that are still to be read, largest first. */
  public List<ArrivedFile> unread(long known) {
    return jdbc.sql(SQL.text("unread"))
        .param("known", known)
        .query((row, number) -> file(row))
        .list();
  }

  /** Keeps what reading a file gave, all or nothing. */
  public void keep(ArrivedFile file, FileOutcome outcome) {
    transaction.executeWithoutResult(
        status -> {
          KeptNotice refusal = outcome.refusal();
          jdbc.sql(SQL.text("read"))
              .param("id", file.id())
              .param("state", refusal == null ? "read" : "refused")
              .param("fileDate", outcome.fileDate())
              .param("announced", outcome.announced())
              .param("readCount", outcome.read())
              .param("stagedCount", outcome.staged())
              .param("quarantinedCount", outcome.quarantined())
              .param("refusalKey", refusal == null ? null : refusal.key())
              .param("refusalValues", refusal == null ? null : refusal.values())
              .param("refusalText", refusal == null ? null : refusal.vietnamese())
              .update();
          jdbc.sql(SQL.text("delete_warnings")).param("id", file.id()).update();
          for (int i = 0; i < outcome.warnings().size(); i++) {
            KeptNotice warning = outcome.warnings().get(i);
            jdbc.sql(SQL.text("insert_warning"))
                .param("id", file.id())
                .param("position", i + 1)
                .param("key", warning.key())
                .param("values", warning.values())
                .param("text", warning.vietnamese())
                .update();
          }
          jdbc.sql(SQL.text("delete_data_files")).param("id", file.id()).update();
          for (WrittenFile written : outcome.dataFiles()) {
            jdbc.sql(SQL.text("insert_data_file"))
                .param("path", written.path())
                .param("fileId", file.id())
                .param("tableName", written.table().qualifiedName())
                .param("rowCount", written.rows())
                .param("byteCount", written.bytes())
                .update();
          }
        });
  }

  /**
   * Gives the data files that belong to no commit yet to this one. A commit keeps its files for
   * ever, so that asking the lake again means the same.
   */
  public void assignCommit(String commitId) {
    jdbc.sql(SQL.text("assign_commit")).param("commitId", commitId).update();
  }

  /** Commits that the lake has not confirmed. */
  public List<String> openCommits() {
    return jdbc.sql(SQL.text("open_commits")).query(String.class).list();
  }

  /** Data files of a commit, by table. */
  public List<WrittenFile> dataFiles(String commitId) {
    return jdbc.sql(SQL.text("data_files_of_commit"))
        .param("commitId", commitId)
        .query(
            (row, number) ->
                new WrittenFile(
                    StagedTables.named(row.getString("table_name")),
                    row.getString("path"),
                    row.getLong("row_count"),
                    row.getLong("byte_count")))
        .list();
  }

  /** Data files that were written and that the lake has not taken yet, as it names them. */
  public Set<String> waitingDataFiles() {
    return Set.copyOf(jdbc.sql(SQL.text("waiting_data_files")).query(String.class).list());
  }

  /** The lake has taken a commit. */
  public void closeCommit(String commitId) {
    jdbc.sql(SQL.text("close_commit")).param("commitId", commitId).update();
  }

  /** What arrived between two files, the first excluded, by source. */
  public List<SourceCounts> counts(long after, long known) {
    return jdbc.sql(SQL.text("counts_by_source"))
        .param("after", after)
        .param("known", known)
        .query(
            (row, number) ->
                new SourceCounts(
                    row.getString("source"),
                    row.getLong("file_count"),
                    row.getLong("read_count"),
                    row.getLong("staged_count"),
                    row.getLong("quarantined_count"),
                    row.getLong("refused_count"),
                    row.getLong("byte_count"),
                    Objects.requireNonNull(instant(row, "last_landed"))))
        .list();
  }

  /** Every file up to one, in the order of landing. */
  public List<FileRecord> known(long known) {
    return jdbc.sql(SQL.text("known"))
        .param("known", known)
        .query(
            (row, number) -> {
              long announced = row.getLong("announced");
              boolean promised = !row.wasNull();
              return new FileRecord(
                  file(row),
                  row.getString("state").equals("refused"),
                  promised ? (Long) announced : null,
                  row.getLong("read_count"),
                  row.getLong("staged_count"),
                  row.getLong("quarantined_count"),
                  row.getLong("copy_count"));
            })
        .list();
  }

  /** Files between two files, the first excluded, that were not taken. */
  public List<RefusedFile> refused(long after, long known) {
    return jdbc.sql(SQL.text("refused"))
        .param("after", after)
        .param("known", known)
        .query(
            (row, number) ->
                new RefusedFile(
                    row.getString("source"),
                    shownName(row.getString("folder"), row.getString("name")),
                    new KeptNotice(
                        row.getString("refusal_key"),
                        row.getString("refusal_values"),
                        row.getString("refusal_text"))))
        .list();
  }

  /** Remarks for the senders of files between two files, the first excluded. */
  public List<KeptNotice> warnings(long after, long known) {
    return jdbc.sql(SQL.text("warnings"))
        .param("after", after)
        .param("known", known)
        .query(
            (row, number) ->
                new KeptNotice(
                    Objects.requireNonNullElse(row.getString("message_key"), ""),
                    row.getString("message_values"),
                    row.getString("message_text")))
        .list();
  }

  /** The last of every sender among the known files. */
  public List<Delivery> deliveries(long known) {
    return jdbc.sql(SQL.text("deliveries"))
        .param("known", known)
        .query(
            (row, number) ->
                new Delivery(
                    row.getString("source"),
                    row.getString("folder"),
                    row.getObject("last_file_date", LocalDate.class),
                    instant(row, "last_landed"),
                    row.getLong("refused_count")))
        .list();
  }

  private static String shownName(String folder, String name) {
    return folder.isEmpty() ? name : folder + "/" + name;
  }

  private static ArrivedFile file(ResultSet row) throws SQLException {
    return new ArrivedFile(
        row.getLong("id"),
        row.getString("source"),
        row.getString("folder"),
        row.getString("name"),
        row.getString("sha256"),
        row.getLong("byte_count"),
        Objects.requireNonNull(instant(row, "landed_at")),
        row.getObject("file_date", LocalDate.class));
  }

  static OffsetDateTime at(Instant instant) {
    return instant.atOffset(ZoneOffset.UTC);
  }

  static @Nullable Instant instant(ResultSet row, String column) throws SQLException {
    OffsetDateTime time = row.getObject(column, OffsetDateTime.class);
    return time == null ? null : time.toInstant();
  }

  private static @Nullable Instant instant(ResultSet row, int column) throws SQLException {
    OffsetDateTime time = row.getObject(column, OffsetDateTime.class);
    return time == null ? null : time.toInstant();
  }
}
