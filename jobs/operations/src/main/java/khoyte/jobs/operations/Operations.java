package khoyte.jobs.operations;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import com.zaxxer.hikari.pool.HikariPool;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.time.Duration;
import java.util.Map;
import javax.sql.DataSource;
import khoyte.jobs.conf.OperationsConf;
import khoyte.warehouse.Fault;
import khoyte.warehouse.KhoyteException;
import khoyte.warehouse.Layout;
import khoyte.warehouse.OwnerOnly;
import khoyte.warehouse.StorageFault;
import khoyte.warehouse.lake.LakeLocation;
import org.springframework.core.io.ClassPathResource;
import org.springframework.dao.DataAccessException;
import org.springframework.jdbc.core.namedparam.NamedParameterJdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.DataSourceTransactionManager;
import org.springframework.jdbc.datasource.SingleConnectionDataSource;
import org.springframework.jdbc.datasource.init.ResourceDatabasePopulator;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * The operations database: H2 below {@code KHOYTE_HOME}, or PostgreSQL. Its tables are made at the
 * first use.
 */
public final class Operations implements AutoCloseable {
  private final DataSource dataSource;
  private final PlatformTransactionManager transactions;
  private final LakeLocation lake;
  private final LandedFiles files;
  private final NightRuns nights;
  private final Keeping keeping;
  private final Runnable closing;

  private Operations(DataSource dataSource, LakeLocation lake, Runnable closing) {
    this.dataSource = dataSource;
    this.transactions = new DataSourceTransactionManager(dataSource);
    this.lake = lake;
    this.closing = closing;
    JdbcClient jdbc = JdbcClient.create(dataSource);
    TransactionTemplate transaction = new TransactionTemplate(transactions);
    this.files = new LandedFiles(jdbc, transaction);
    this.keeping = new Keeping(jdbc, transaction);
    this.nights = new NightRuns(jdbc, new NamedParameterJdbcTemplate(dataSource), transaction);
  }

  /** Opens it for a night: several connections, until the night ends. */
  public static Operations open(
      OperationsConf conf, Layout layout, Map<String, String> environment) {
    refuseWhileRestoring(layout);
    LakeLocation lake = location(conf, layout, environment);
    HikariConfig pool = new HikariConfig();
    pool.setJdbcUrl(lake.catalogUrl());
    pool.setUsername(lake.user());
    pool.setPassword(lake.password());
    pool.setMaximumPoolSize(Runtime.getRuntime().availableProcessors() + 4);
    pool.setMinimumIdle(1);
    pool.setInitializationFailTimeout(1);
    // A night that loses it asks several times before it gives up.
    pool.setConnectionTimeout(Duration.ofSeconds(10).toMillis());
    try (OpeningGate gate = gate(conf, layout, OpeningGate.Use.NIGHT)) {
      HikariDataSource connections = new HikariDataSource(pool);
      return opened(new Operations(connections, lake, connections::close));
    } catch (HikariPool.PoolInitializationException e) {
      throw StorageFault.isFull(e)
          ? StorageFault.cannotWrite(layout.operations(), e)
          : DatabaseFault.lost(e);
    }
  }

  /** Opens it for a look: one connection, for a moment. */
  public static Operations glance(
      OperationsConf conf, Layout layout, Map<String, String> environment) {
    refuseWhileRestoring(layout);
    return unfinished(conf, layout, environment);
  }

  /** The same for the one who restores it. */
  public static Operations unfinished(
      OperationsConf conf, Layout layout, Map<String, String> environment) {
    LakeLocation lake = location(conf, layout, environment);
    OpeningGate gate = gate(conf, layout, OpeningGate.Use.GLANCE);
    SingleConnectionDataSource connection =
        new SingleConnectionDataSource(lake.catalogUrl(), lake.user(), lake.password(), true);
    return opened(
        new Operations(
            connection,
            lake,
            () -> {
              connection.close();
              gate.close();
            }));
  }

  private static void refuseWhileRestoring(Layout layout) {
    if (Files.exists(layout.restoring())) {
      throw new KhoyteException(Fault.RESOURCE, "restore.unfinished", layout.home());
    }
  }

  private static Operations opened(Operations operations) {
    try {
      ResourceDatabasePopulator schema =
          new ResourceDatabasePopulator(new ClassPathResource("khoyte/jobs/operations/schema.sql"));
      schema.setSqlScriptEncoding(StandardCharsets.UTF_8.name());
      schema.execute(operations.dataSource);
      return operations;
    } catch (DataAccessException e) {
      operations.close();
      throw DatabaseFault.of(e).orElseThrow(() -> e);
    }
  }

  private static OpeningGate gate(OperationsConf conf, Layout layout, OpeningGate.Use use) {
    if (!conf.isFile()) {
      return OpeningGate.none();
    }
    try {
      return OpeningGate.pass(OwnerOnly.directory(layout.operations()), use);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static LakeLocation location(
      OperationsConf conf, Layout layout, Map<String, String> environment) {
    if (conf.isFile()) {
      // the server of the mixed mode is for this machine only
      System.setProperty("h2.bindAddress", "127.0.0.1");
      // WRITE_DELAY=0: a commit is in the file when it returns, so a killed process loses none;
      // TRACE_LEVEL_FILE=0: its own log would quote values
      String url =
          "jdbc:h2:file:"
              + layout.operations().resolve("khoyte").toAbsolutePath()
              + ";DATABASE_TO_LOWER=TRUE;AUTO_SERVER=TRUE;WRITE_DELAY=0;TRACE_LEVEL_FILE=0";
      return new LakeLocation(url, "khoyte", "", layout.lake());
    }
    String password = conf.passwordEnv().isEmpty() ? "" : environment.get(conf.passwordEnv());
    if (password == null) {
      throw new KhoyteException(
          Fault.ARGUMENT, "conf.env", conf.passwordEnv(), "operations.password-env");
    }
    return new LakeLocation(conf.url(), conf.user(), password, layout.lake());
  }

  public DataSource dataSource() {
    return dataSource;
  }

  public PlatformTransactionManager transactions() {
    return transactions;
  }

  /** The lake whose catalog is in this database. */
  public LakeLocation lake() {
    return lake;
  }

  public LandedFiles files() {
    return files;
  }

  public NightRuns nights() {
    return nights;
  }

  public Keeping keeping() {
    return keeping;
  }

  /** The way of all tables into a backup and back. */
  public OperationsCopy copy() {
    return new OperationsCopy(dataSource);
  }

  @Override
  public void close() {
    closing.run();
  }
}
