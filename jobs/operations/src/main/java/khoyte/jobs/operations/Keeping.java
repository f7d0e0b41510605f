package khoyte.jobs.operations;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import khoyte.warehouse.NightId;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;

/** What must still be there: files with their checksums, and the nights that are kept or gone. */
public final class Keeping {
  private static final Statements SQL = Statements.of("keeping");

  private final JdbcClient jdbc;
  private final TransactionTemplate transaction;

  Keeping(JdbcClient jdbc, TransactionTemplate transaction) {
    this.jdbc = jdbc;
    this.transaction = transaction;
  }

  /** Every file, in the order of the names. */
  public List<KeptFile> files() {
    return jdbc.sql(SQL.text("kept"))
        .query(
            (row, number) ->
                new KeptFile(
                    row.getString("path"), row.getString("sha256"), row.getLong("byte_count")))
        .list();
  }

  /** Takes files in, and others out, at once. A file of a name that is known takes its place. */
  public void change(Collection<KeptFile> kept, Collection<String> forgotten) {
    transaction.executeWithoutResult(
        status -> {
          forgotten.forEach(this::forget);
          for (KeptFile file : kept) {
            forget(file.name());
            jdbc.sql(SQL.text("keep"))
                .param("path", file.name())
                .param("sha256", file.sha256())
                .param("byteCount", file.bytes())
                .update();
          }
        });
  }

  private void forget(String name) {
    jdbc.sql(SQL.text("forget")).param("path", name).update();
  }

  /** A night is no longer kept; its file is forgotten and may go. */
  public void retire(NightId night, String fileName, Instant now) {
    transaction.executeWithoutResult(
        status -> {
          forget(fileName);
          jdbc.sql(SQL.text("forget_retired")).params(key(night)).update();
          jdbc.sql(SQL.text("retire"))
              .params(key(night))
              .param("retiredAt", LandedFiles.at(now))
              .update();
        });
  }

  public boolean isRetired(NightId night) {
    return jdbc.sql(SQL.text("is_retired")).params(key(night)).query(Long.class).single() > 0;
  }

  /** A report of the night was issued under a date: the night is kept for ever. */
  public void issue(NightId night) {
    transaction.executeWithoutResult(
        status -> {
          jdbc.sql(SQL.text("forget_issued")).params(key(night)).update();
          jdbc.sql(SQL.text("issue")).params(key(night)).update();
        });
  }

  /** Nights of which a report was issued under a date. */
  public Set<NightId> issued() {
    return jdbc
        .sql(SQL.text("issued"))
        .query(
            (row, number) ->
                new NightId(row.getObject("as_of", LocalDate.class), row.getInt("version")))
        .list()
        .stream()
        .collect(Collectors.toSet());
  }

  private static Map<String, Object> key(NightId night) {
    return Map.of("asOf", night.asOf(), "version", night.version());
  }
}
