package khoyte.jobs.report;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import khoyte.jobs.operations.NightFacts;
import khoyte.jobs.operations.NightSetting;
import khoyte.reports.KeptBackList;
import khoyte.reports.ReportIssue;
import khoyte.reports.excel.KeptBackWorkbook;
import khoyte.warehouse.night.NightReader;
import org.jspecify.annotations.Nullable;

/**
 * For each sender a workbook of what was kept back in the files that came since the night before.
 * It holds no value of a row, so that it may be sent.
 */
record SenderWorkbooks(NightSetting setting) {

  /** Writes those that are not there yet. */
  void write(NightFacts night) {
    ReportIssue issue = new IssueFacts(setting).of(night, null);
    try (NightReader reader =
        NightReader.open(setting.layout(), night.night(), setting.conf().general().queryLimits())) {
      for (Map<String, @Nullable Object> sender : reader.keptBackSenders().byName()) {
        String source = String.valueOf(sender.get("source"));
        Object folder = sender.get("folder");
        Path file =
            setting
                .layout()
                .reconciliation(night.night())
                .resolve(source + (folder == null ? "" : "_" + folder) + ".xlsx");
        if (!Files.exists(file)) {
          KeptBackList list =
              new KeptBackList(
                  setting.conf().sourceName(source),
                  folder == null ? "" : folder.toString(),
                  issue,
                  lines(reader, source, folder == null ? null : folder.toString()));
          new IssuedFiles(setting.layout()).write(file, new KeptBackWorkbook(list).bytes());
        }
      }
    }
  }

  private static List<KeptBackList.Line> lines(
      NightReader reader, String source, @Nullable String folder) {
    return reader.keptBack(source, folder, KeptBackWorkbook.MOST_LINES + 1).byName().stream()
        .map(
            row ->
                new KeptBackList.Line(
                    String.valueOf(row.get("file")),
                    row.get("line") instanceof Number number ? number.longValue() : null,
                    row.get("column") instanceof String column ? column : "",
                    String.valueOf(row.get("reason_vi"))))
        .toList();
  }
}
