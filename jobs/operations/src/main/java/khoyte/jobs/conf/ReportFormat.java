package khoyte.jobs.conf;

import java.util.Locale;

/** A file a report is written as. */
public enum ReportFormat {
  XLSX,
  PDF,
  CSV;

  /** Reads {@code xlsx}. */
  public static ReportFormat of(String text) {
    return valueOf(text.toUpperCase(Locale.ROOT));
  }

  /** File name extension. */
  public String extension() {
    return name().toLowerCase(Locale.ROOT);
  }
}
