package khoyte.jobs.command;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import khoyte.jobs.command.Published.ReconciliationLine;
import khoyte.jobs.console.TextTable;
import khoyte.warehouse.Messages;

/** What every sender sent and what became of it, for a terminal; the last row is the total. */
record ReconciliationTable(Messages messages, List<ReconciliationLine> senders) {
  private static final String PREFIX = "reconciliation.";

  /** Headings; what follows the prefix is the field of {@code mart_reconciliation}. */
  private static final List<String> COUNTS =
      List.of(
          "reconciliation.files",
          "reconciliation.new_files",
          "reconciliation.refused_files",
          "reconciliation.copied_files",
          "reconciliation.announced",
          "reconciliation.read",
          "reconciliation.kept_back",
          "reconciliation.received",
          "reconciliation.resolved",
          "reconciliation.undecided",
          "reconciliation.nobody",
          "reconciliation.copied",
          "reconciliation.replaced",
          "reconciliation.withdrawn",
          "reconciliation.difference");

  List<String> lines() {
    TextTable table =
        TextTable.of(
            messages,
            Stream.concat(Stream.of("reconciliation.sender"), COUNTS.stream())
                .toArray(String[]::new));
    for (ReconciliationLine sender : senders) {
      List<Object> cells = new ArrayList<>();
      cells.add((sender.isGroup() ? "" : "  ") + sender.name());
      COUNTS.forEach(
          count -> cells.add(Objects.requireNonNullElse(sender.counts().get(field(count)), "-")));
      table.row(cells.toArray());
    }
    Object[] total = new Object[COUNTS.size() + 1];
    Arrays.setAll(
        total,
        i -> i == 0 ? messages.text("reconciliation.total") : (Object) sum(COUNTS.get(i - 1)));
    table.row(total);
    return table.lines();
  }

  private long sum(String count) {
    return senders.stream()
        .filter(ReconciliationLine::isGroup)
        .mapToLong(
            sender -> {
              Long value = sender.counts().get(field(count));
              return value == null ? 0 : value;
            })
        .sum();
  }

  private static String field(String heading) {
    return heading.substring(PREFIX.length());
  }
}
