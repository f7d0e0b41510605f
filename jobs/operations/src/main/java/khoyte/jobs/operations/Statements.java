package khoyte.jobs.operations;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;

/**
 * The SQL of one file beside this class: statements or their parts, each below a line {@code --
 * name: …}.
 */
final class Statements {
  private static final String NAME = "-- name: ";

  private final Map<String, String> texts = new LinkedHashMap<>();

  private Statements() {}

  static Statements of(String file) {
    Statements statements = new Statements();
    String path = "/khoyte/jobs/operations/" + file + ".sql";
    try (InputStream in =
        Objects.requireNonNull(Statements.class.getResourceAsStream(path), path)) {
      String name = "";
      for (String line : new String(in.readAllBytes(), StandardCharsets.UTF_8).lines().toList()) {
        if (line.startsWith(NAME)) {
          name = line.substring(NAME.length()).strip();
        } else if (!name.isEmpty() && !line.isBlank()) {
          statements.texts.merge(name, line, (above, below) -> above + "\n" + below);
        }
      }
      return statements;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** A statement, or several parts one after the other. */
  String text(String... names) {
    StringBuilder sql = new StringBuilder();
    for (String name : names) {
      sql.append(Objects.requireNonNull(texts.get(name), name)).append('\n');
    }
    return sql.toString();
  }
}
