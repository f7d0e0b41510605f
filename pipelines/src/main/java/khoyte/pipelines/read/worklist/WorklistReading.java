package khoyte.pipelines.read.worklist;

import static khoyte.warehouse.table.StagedTables.CORRECTION_VERSION;

import java.io.IOException;
import java.time.LocalDate;
import java.util.List;
import khoyte.pipelines.read.container.LandedBytes;
import khoyte.pipelines.read.person.Names;
import khoyte.pipelines.read.row.ContentHash;
import khoyte.pipelines.read.row.Lineage;
import khoyte.pipelines.read.row.RowWriter;
import khoyte.pipelines.read.source.LandedFile;
import khoyte.pipelines.read.source.ReadOutcome;
import khoyte.pipelines.read.source.RowSink;
import khoyte.warehouse.worklist.Decision;
import khoyte.warehouse.worklist.IssuedRow;
import khoyte.warehouse.worklist.PoliceAnswer;
import khoyte.warehouse.worklist.Proposal;
import khoyte.warehouse.worklist.WorklistColumn;
import khoyte.warehouse.worklist.WorklistIssue;
import khoyte.warehouse.worklist.WorklistSeal;
import org.jspecify.annotations.Nullable;

/**
 * Reads worklists that came back: source 8 of the contract. A record is a row into which somebody
 * wrote; the others were not reviewed and are no records. The day on which the workbook was saved
 * is its file date.
 */
public final class WorklistReading {
  private static final ContentHash CONTENT = ContentHash.of(CORRECTION_VERSION);

  private WorklistReading() {}

  /** Reads the whole file, or refuses it before the sink was given anything. */
  public static ReadOutcome read(
      LandedFile file, LandedBytes bytes, WorklistSeal seal, RowSink sink) throws IOException {
    ReturnedWorklist worklist = ReturnedWorklist.read(file, bytes, seal);
    LocalDate fileDate =
        worklist.savedAt() == null ? file.fileDate() : worklist.savedAt().toLocalDate();
    int read = 0;
    int staged = 0;
    for (ReturnedRow row : worklist.rows()) {
      if (!row.touched()) {
        continue;
      }
      read++;
      Finding finding = row.finding();
      Flaw flaw = row.flaw();
      if (finding != null) {
        staged++;
        var lineage = new Lineage(file.fileId(), read, row.line(), fileDate);
        sink.staged(CORRECTION_VERSION, staged(lineage, worklist, finding));
      } else if (flaw != null) {
        sink.quarantined(
            row.line(), row.sheet().title() + " - " + flaw.column().heading(), flaw.reason().key());
      }
    }
    return new ReadOutcome(null, read, staged, read - staged, List.of(), fileDate);
  }

  private static Object[] staged(Lineage lineage, ReturnedWorklist worklist, Finding finding) {
    IssuedRow issued = finding.issued();
    WorklistIssue issue = worklist.issue();
    PoliceAnswer police = finding.police();
    RowWriter row =
        new RowWriter(CORRECTION_VERSION)
            .lineage(lineage, worklist.savedAt())
            .add(finding.decision() == Decision.UNVERIFIED)
            .add(issued.sourceTable())
            .add(issued.recordKey())
            .add(issued.sheet().code())
            .add(issued.key())
            .add(finding.text(WorklistColumn.RESULT))
            .add(finding.text(WorklistColumn.RIGHT_NAME))
            .add(finding.text(WorklistColumn.RIGHT_BIRTH_DATE))
            .add(finding.text(WorklistColumn.RIGHT_GENDER))
            .add(finding.text(WorklistColumn.RIGHT_ID))
            .add(finding.text(WorklistColumn.POLICE))
            .add(finding.text(WorklistColumn.NOTE))
            .add(finding.decision().code())
            .add(police == null ? null : police.code());
    person(row, finding.corrected());
    return row.add(issued.linkedHssk())
        .add(issued.candidates())
        .add(finding.chosenHssk())
        .add(confirmed(finding))
        .add(issued.present().name())
        .add(issued.present().birthDate())
        .add(issued.present().gender())
        .add(issued.present().id())
        .add(issue.unitCode())
        .add(issue.asOf())
        .add(issue.night())
        .done(CONTENT);
  }

  private static void person(RowWriter row, Corrected corrected) {
    String name = corrected.name();
    LocalDate birthDate = corrected.birthDate();
    row.add(corrected.citizenId())
        .add(name)
        .add(name == null ? null : Names.foldedOfNormalForm(name))
        .add(birthDate)
        .add(year(birthDate))
        .add(corrected.gender());
  }

  private static @Nullable Integer year(@Nullable LocalDate date) {
    return date == null ? null : date.getYear();
  }

  private static List<String> confirmed(Finding finding) {
    return finding.decision() == Decision.AS_PROPOSED
        ? finding.issued().proposals().stream().map(Proposal::confirmed).toList()
        : List.of();
  }
}
