package khoyte.jobs.worklist;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import khoyte.jobs.conf.SourceConf;
import khoyte.jobs.operations.NightSetting;
import khoyte.jobs.operations.Operations;
import khoyte.pipelines.read.source.LandedFile;
import khoyte.pipelines.read.worklist.Finding;
import khoyte.pipelines.read.worklist.Flaw;
import khoyte.pipelines.read.worklist.ReturnedRow;
import khoyte.pipelines.read.worklist.ReturnedWorklist;
import khoyte.warehouse.Fault;
import khoyte.warehouse.KhoyteException;
import khoyte.warehouse.Messages;
import khoyte.warehouse.lake.Lake;
import khoyte.warehouse.night.StandingDecisions;
import khoyte.warehouse.night.StandingDecisions.Standing;
import khoyte.warehouse.table.StagedTables;
import khoyte.warehouse.table.TableFiles;
import khoyte.warehouse.worklist.Decision;
import khoyte.warehouse.worklist.IssuedRow;
import khoyte.warehouse.worklist.Present;
import khoyte.warehouse.worklist.Proposal;
import khoyte.warehouse.worklist.WorklistColumn;
import khoyte.warehouse.worklist.WorklistSeal;
import org.jspecify.annotations.Nullable;

/** What the next night would take from returned worklists, row by row; nothing is written. */
public final class WorklistPreview {

  /** Of update times and file dates; an unknown one is earliest. */
  private static final Comparator<Standing> EARLIER =
      Comparator.comparing(
              Standing::updatedAt, Comparator.nullsFirst(Comparator.<LocalDateTime>naturalOrder()))
          .thenComparing(
              Standing::fileDate, Comparator.nullsFirst(Comparator.<LocalDate>naturalOrder()));

  private final NightSetting setting;
  private final Messages messages;

  public WorklistPreview(NightSetting setting) {
    this.setting = setting;
    this.messages = setting.console().messages();
  }

  /**
   * A returned worklist, looked at.
   *
   * @param lines what becomes of each row; none of a file that is refused
   * @param refusal why it would be refused; null if it would not
   */
  public record Previewed(List<String> lines, @Nullable String refusal) {}

  /** Each file by itself, in their order. */
  public List<Previewed> of(List<Path> files) {
    WorklistSeal seal = Worklists.seal(setting);
    TableFiles corrections = corrections();
    return files.stream().map(file -> preview(file, seal, corrections)).toList();
  }

  private TableFiles corrections() {
    try (Operations operations = setting.glance();
        Lake lake = Lake.open(operations.lake())) {
      lake.ensure(List.of(StagedTables.CORRECTION_VERSION));
      return lake.dataFiles(
          StagedTables.CORRECTION_VERSION, lake.currentSnapshot(StagedTables.CORRECTION_VERSION));
    }
  }

  private Previewed preview(Path path, WorklistSeal seal, TableFiles corrections) {
    String name = String.valueOf(path.getFileName());
    if (!Files.isRegularFile(path)) {
      throw new KhoyteException(Fault.ARGUMENT, "worklist.file", path);
    }
    LandedFile file = new LandedFile(0, SourceConf.CORRECTION, null, name, path, dateIn(name));
    try {
      ReturnedWorklist worklist = ReturnedWorklist.read(file, seal);
      return answer(name, worklist, file.fileDate(), corrections);
    } catch (KhoyteException refusal) {
      if (refusal.fault() != Fault.INPUT) {
        throw refusal;
      }
      return new Previewed(List.of(), refusal.text(messages));
    }
  }

  private @Nullable LocalDate dateIn(String name) {
    return setting.conf().sources().stream()
        .filter(source -> source.kind().equals(SourceConf.CORRECTION))
        .findFirst()
        .flatMap(source -> source.fileDate().dateIn(name))
        .orElse(null);
  }

  private Previewed answer(
      String name,
      ReturnedWorklist worklist,
      @Nullable LocalDate dateOfName,
      TableFiles corrections) {
    List<IssuedRow> decided =
        worklist.rows().stream()
            .map(ReturnedRow::finding)
            .filter(Objects::nonNull)
            .map(Finding::issued)
            .toList();
    Map<String, Standing> standing =
        StandingDecisions.about(
            decided, setting.layout(), corrections, setting.conf().general().queryLimits());
    LocalDateTime savedAt = worklist.savedAt();
    Standing mine = new Standing("", savedAt, savedAt == null ? dateOfName : savedAt.toLocalDate());
    List<String> lines = new ArrayList<>();
    long applied = 0;
    for (ReturnedRow row : worklist.rows()) {
      Finding finding = row.finding();
      Standing other = standing.get(row.key());
      if (finding == null) {
        lines.add(skipped(row));
      } else if (other != null && EARLIER.compare(mine, other) < 0) {
        lines.add(skipped(row.key(), messages.text("correction.newer", day(other))));
      } else {
        applied++;
        lines.addAll(applied(finding, other));
      }
    }
    long skipped = worklist.rows().size() - applied;
    lines.add(messages.text("correction.file", name, applied, skipped));
    return new Previewed(lines, null);
  }

  private String day(Standing standing) {
    LocalDateTime updatedAt = standing.updatedAt();
    LocalDate day = updatedAt == null ? standing.fileDate() : updatedAt.toLocalDate();
    return day == null ? "" : setting.spoken().day(day);
  }

  private String skipped(ReturnedRow row) {
    Flaw flaw = Objects.requireNonNull(row.flaw());
    String key = row.key().isEmpty() ? row.sheet().title() + "!" + row.line() : row.key();
    return skipped(key, messages.text(flaw.reason().key()));
  }

  private String skipped(String key, String reason) {
    return messages.text("correction.skipped", key, reason);
  }

  private List<String> applied(Finding finding, @Nullable Standing before) {
    IssuedRow issued = finding.issued();
    List<String> lines = new ArrayList<>();
    if (finding.decision() == Decision.AS_PROPOSED) {
      for (Proposal proposal : issued.proposals()) {
        lines.add(applied(issued, proposal.label(), proposal.original(), proposal.repaired()));
      }
    } else if (finding.decision() == Decision.CORRECTED) {
      for (WorklistColumn column : WorklistColumn.RIGHT) {
        String right = finding.text(column);
        if (right != null) {
          lines.add(applied(issued, column.heading(), present(issued.present(), column), right));
        }
      }
    } else {
      lines.add(
          applied(
              issued,
              WorklistColumn.RESULT.heading(),
              before == null ? null : before.text(),
              finding.decision().text()));
    }
    return lines;
  }

  private String applied(IssuedRow row, String field, @Nullable String before, String after) {
    return messages.text(
        "correction.applied", row.key(), field, Objects.requireNonNullElse(before, ""), after);
  }

  private static @Nullable String present(Present present, WorklistColumn right) {
    return switch (WorklistColumn.RIGHT.indexOf(right)) {
      case 0 -> present.name();
      case 1 -> present.birthDate();
      case 2 -> present.gender();
      default -> present.id();
    };
  }
}
