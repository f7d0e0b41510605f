package khoyte.jobs.operations;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import org.jspecify.annotations.Nullable;
import org.springframework.util.FileSystemUtils;

/**
 * The configuration of a home in a test. With {@code -Doperations=postgresql} every home has a
 * database of its own on a PostgreSQL server that starts with the first one; else an H2 file.
 */
public final class TestedConf {
  private static final Path SHIPPED = Path.of("../../conf");

  private static @Nullable EmbeddedPostgres server;
  private static int databases;

  private TestedConf() {}

  /** The shipped configuration, for a home. */
  public static Path of(Path home) {
    return of(home, SHIPPED);
  }

  /** A configuration, for a home; the same database whenever it is asked for. */
  public static synchronized Path of(Path home, Path conf) {
    if (!"postgresql".equals(System.getProperty("operations"))) {
      return conf;
    }
    Path own = home.resolveSibling(home.getFileName() + ".conf");
    try {
      if (!Files.exists(own)) {
        FileSystemUtils.copyRecursively(conf, own);
        Path general = own.resolve("khoyte.yml");
        Files.writeString(
            general,
            Files.readString(general)
                // the configuration of another home names that home's
                .replaceFirst(
                    "(?m)^  url: \"(jdbc:postgresql://localhost:\\d+/house\\d+)?\"$",
                    "  url: \"" + newDatabase() + "\"")
                .replaceFirst("(?m)^  user: \"\"$", "  user: postgres"));
      }
      return own;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static String newDatabase() throws IOException {
    if (server == null) {
      server = EmbeddedPostgres.start();
    }
    String name = "house" + ++databases;
    try (Connection connection = server.getPostgresDatabase().getConnection();
        Statement statement = connection.createStatement()) {
      statement.execute("create database " + name);
    } catch (SQLException e) {
      throw new IllegalStateException(e);
    }
    return "jdbc:postgresql://localhost:" + server.getPort() + "/" + name;
  }
}
