package khoyte.warehouse.sql;

import java.util.Properties;
import khoyte.warehouse.Layout;

/**
 * What DuckDB may take of the machine. Beyond the memory it spills to disk.
 *
 * @param memory with its unit, as in {@code 1GB}
 */
public record EngineLimits(String memory, int threads) {

  /** Settings of a connection that works for the night. Extensions are never fetched. */
  public Properties settings(Layout layout) {
    Properties settings = new Properties();
    settings.setProperty("memory_limit", memory);
    settings.setProperty("threads", String.valueOf(threads));
    settings.setProperty("temp_directory", layout.work().resolve("build").toString());
    settings.setProperty("autoinstall_known_extensions", "false");
    settings.setProperty("autoload_known_extensions", "false");
    return settings;
  }
}
