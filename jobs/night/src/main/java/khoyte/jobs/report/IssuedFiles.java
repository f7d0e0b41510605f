package khoyte.jobs.report;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Objects;
import khoyte.jobs.conf.ReportFormat;
import khoyte.reports.FilledReport;
import khoyte.reports.ReportFile;
import khoyte.reports.excel.ExcelReport;
import khoyte.reports.font.AwtFonts;
import khoyte.reports.print.PrintedReport;
import khoyte.reports.text.CsvReport;
import khoyte.warehouse.HomePermissions;
import khoyte.warehouse.Layout;
import khoyte.warehouse.NightId;
import khoyte.warehouse.StorageFault;
import khoyte.warehouse.night.Publication;

/**
 * The files of the issued reports. An issued file is written once, for reading only; the newest
 * version of a date also stands beside the versions.
 */
record IssuedFiles(Layout layout, HomePermissions permissions) {

  IssuedFiles(Layout layout) {
    this(layout, new HomePermissions(layout));
  }

  static byte[] bytes(FilledReport report, ReportFormat format) {
    return switch (format) {
      case XLSX -> {
        AwtFonts.own();
        yield new ExcelReport(report).bytes();
      }
      case PDF -> {
        AwtFonts.own();
        yield new PrintedReport(report).bytes();
      }
      case CSV -> new CsvReport(report).bytes();
    };
  }

  /** Where a report of a night stands for ever. */
  Path place(NightId night, String report, ReportFormat format) {
    return layout.reports(night).resolve(report + "." + format.extension());
  }

  /** Writes a file that has not been issued yet; gives its place for readers. */
  Path issue(NightId night, String report, ReportFormat format, byte[] bytes) {
    Path file = place(night, report, format);
    if (!Files.exists(file)) {
      write(file, bytes);
    }
    return shown(night, file);
  }

  /** An issued file as readers find it: beside the versions if it is of the newest one. */
  Path shown(NightId night, Path file) {
    protect(file);
    if (isReplaced(night)) {
      return file;
    }
    Path shown = layout.reports(night.asOf()).resolve(file.getFileName());
    byte[] bytes = read(file);
    if (!holds(shown, bytes)) {
      write(shown, bytes);
      protect(shown);
    }
    return shown;
  }

  /** Takes away what stands for a report beside the versions, but not in the newest of them. */
  void clearOlder(NightId night, String report) {
    for (ReportFormat format : ReportFormat.values()) {
      Path file = place(night, report, format);
      if (!Files.exists(file) && !isReplaced(night)) {
        try {
          Files.deleteIfExists(layout.reports(night.asOf()).resolve(file.getFileName()));
        } catch (IOException e) {
          throw new UncheckedIOException(e);
        }
      }
    }
  }

  /** Whether these very bytes have been issued. */
  static boolean holds(Path file, byte[] bytes) {
    return Files.exists(file) && Arrays.equals(read(file), bytes);
  }

  private boolean isReplaced(NightId night) {
    return new Publication(layout)
        .newest(night.asOf())
        .filter(newest -> newest.compareTo(night) > 0)
        .isPresent();
  }

  /** Writes a file; its folder has the permissions of its place. */
  void write(Path file, byte[] bytes) {
    try {
      permissions.directory(Objects.requireNonNull(file.toAbsolutePath().getParent()));
    } catch (IOException e) {
      throw StorageFault.cannotWrite(file, e);
    }
    new ReportFile(file).write(bytes);
  }

  private void protect(Path file) {
    try {
      permissions.issued(file);
    } catch (IOException e) {
      throw new IllegalStateException("Cannot protect " + file + " from writing", e);
    }
  }

  private static byte[] read(Path file) {
    try {
      return Files.readAllBytes(file);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
