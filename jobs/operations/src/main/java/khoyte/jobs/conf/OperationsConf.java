package khoyte.jobs.conf;

/**
 * Where the operations database is.
 *
 * @param url JDBC URL of PostgreSQL; empty for the H2 file below {@code KHOYTE_HOME}
 * @param passwordEnv environment variable that holds the password
 */
public record OperationsConf(String url, String user, String passwordEnv) {

  static OperationsConf of(ConfSection section) {
    return new OperationsConf(
        section.value(
            "url",
            "jdbc:postgresql://…",
            "",
            text -> text.isEmpty() || text.startsWith("jdbc:postgresql:") ? text : null),
        section.text("user", ""),
        section.text("password-env", ""));
  }

  public boolean isFile() {
    return url.isEmpty();
  }
}
