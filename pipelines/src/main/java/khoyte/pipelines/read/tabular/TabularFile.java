package khoyte.pipelines.read.tabular;

import java.io.IOException;
import java.util.Arrays;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import khoyte.pipelines.read.person.Communes;
import khoyte.pipelines.read.person.DateOrder;
import khoyte.pipelines.read.person.DateVotes;
import khoyte.pipelines.read.row.Lineage;
import khoyte.pipelines.read.source.ColumnMap;
import khoyte.pipelines.read.source.LandedFile;
import khoyte.pipelines.read.source.ReadOutcome;
import khoyte.pipelines.read.source.ReadWarning;
import khoyte.pipelines.read.source.RowSink;
import khoyte.pipelines.read.source.SourceField;
import khoyte.pipelines.read.source.SourceKind;
import khoyte.pipelines.read.text.ColumnText;
import khoyte.pipelines.read.text.EncodingVotes;
import khoyte.pipelines.read.text.TextEncoding;
import org.jspecify.annotations.Nullable;

/**
 * One file of a tabular source: first asked how its columns are written, then staged row by row.
 * The rows come from one or more tables in it.
 */
final class TabularFile {
  private static final Set<String> NAMES = Set.of("name_text", "mother_name_text");
  private static final Set<String> DATES =
      Set.of("birth_date_text", "opened_text", "given_text", "updated_text");

  private final LandedFile file;
  private final SourceKind kind;
  private final Communes communes;
  private final RowSink sink;
  private final Headings.Expected expected;
  private final EncodingVotes[] votes;
  private final @Nullable DateVotes[] dateVotes;
  private final DateColumns dates;
  private final ColumnText[] texts;
  private final @Nullable String[] values;
  private final Set<ReadWarning> warnings = new LinkedHashSet<>();
  private int read;
  private int staged;

  TabularFile(
      LandedFile file, SourceKind kind, ColumnMap columns, Communes communes, RowSink sink) {
    this.file = file;
    this.kind = kind;
    this.communes = communes;
    this.sink = sink;
    this.expected = new Headings.Expected(kind, columns);
    int fields = kind.fields().size();
    this.votes = new EncodingVotes[fields];
    this.dateVotes = new DateVotes[fields];
    this.dates = new DateColumns(fields);
    this.texts = new ColumnText[fields];
    this.values = new String[fields];
    Arrays.setAll(votes, i -> new EncodingVotes());
    Arrays.setAll(texts, i -> ColumnText.UNICODE);
    for (SourceField field : kind.fields()) {
      dateVotes[field.index()] = isOneOf(DATES, field) ? new DateVotes() : null;
    }
  }

  Headings match(List<String> written) {
    return expected.match(written);
  }

  /** Headings that have every required field; else the file is refused. */
  Headings complete(Headings headings) {
    SourceField missing = headings.missing();
    if (missing != null) {
      throw file.refused("columns", expected.headingOf(missing));
    }
    for (String extra : headings.extra()) {
      warnings.add(new ReadWarning("column.extra", List.of(file.name(), extra)));
    }
    return headings;
  }

  /** Asks the rows of a table how its columns are written. */
  void survey(Headings headings, Rows rows) throws IOException {
    int fields = kind.fields().size();
    while (rows.next()) {
      Integer width = rows.width();
      if (rows.flaw() == null && (width == null || width == headings.width())) {
        for (int i = 0; i < fields; i++) {
          int column = headings.columnOf(i);
          if (column != Headings.ABSENT) {
            vote(rows, column, i);
          }
        }
      }
    }
  }

  private void vote(Rows rows, int column, int field) {
    DateVotes dates = dateVotes[field];
    String text = dates == null ? null : rows.text(column, ColumnText.UNICODE);
    if (dates != null && text != null) {
      dates.add(text);
    }
    rows.vote(column, votes[field]);
  }

  /** Settles how every column is written; else the file is refused. */
  void decide() {
    for (SourceField field : kind.fields()) {
      ColumnText text = votes[field.index()].decision();
      if (text == null) {
        throw file.refused("encoding");
      }
      texts[field.index()] = isOneOf(NAMES, field) ? text.ofNames() : text;
      if (text.encoding() != TextEncoding.UNICODE) {
        warnings.add(
            new ReadWarning(
                "column.converted",
                List.of(file.name(), expected.headingOf(field), text.encoding().title())));
      }
      decideOrder(field);
    }
  }

  private void decideOrder(SourceField field) {
    DateVotes votes = dateVotes[field.index()];
    DateOrder order = votes == null ? DateOrder.DAY_FIRST : votes.decision();
    dates.settle(field.index(), order);
    if (order != DateOrder.DAY_FIRST) {
      String remark = order == DateOrder.MONTH_FIRST ? "column.month-first" : "column.date-order";
      warnings.add(new ReadWarning(remark, List.of(file.name(), expected.headingOf(field))));
    }
  }

  private boolean isOneOf(Set<String> columns, SourceField field) {
    // Key and _text fields stand in the table in the order of the kind's fields, after the lineage.
    int at = kind.table().indexOf("withdrawn") + 1 + field.index();
    return columns.contains(kind.table().fields().get(at).name());
  }

  /** Stages the rows of a table. */
  void stage(Headings headings, Rows rows) throws IOException {
    Records records = records(headings);
    while (rows.next()) {
      String flaw = rows.flaw();
      Integer width = rows.width();
      if (flaw != null) {
        quarantine(rows, null, flaw);
      } else if (width != null && width != headings.width()) {
        quarantine(rows, null, "quarantine.fields", headings.width(), width);
      } else {
        stage(headings, records, rows);
      }
    }
  }

  private void stage(Headings headings, Records records, Rows rows) {
    boolean isBlank = true;
    for (int i = 0; i < values.length; i++) {
      int column = headings.columnOf(i);
      String value = column == Headings.ABSENT ? null : rows.text(column, texts[i]);
      values[i] = value;
      isBlank &= value == null;
      if (value != null && texts[i].isDamaged() && value.indexOf('\uFFFD') >= 0) {
        quarantine(rows, headings.heading(column), "quarantine.encoding");
        return;
      }
    }
    if (isBlank && rows.width() == null) {
      return;
    }
    if (isHeading(headings)) {
      quarantine(rows, null, "quarantine.heading");
      return;
    }
    String key = records.key(values);
    if (key == null) {
      int column = headings.columnOf(0);
      quarantine(
          rows, column == Headings.ABSENT ? null : headings.heading(column), "quarantine.key");
      return;
    }
    read++;
    staged++;
    var lineage = new Lineage(file.fileId(), read, rows.line(), file.fileDate());
    sink.staged(kind.table(), records.row(lineage, key, values));
  }

  /** A heading that stands again between the rows. */
  private boolean isHeading(Headings headings) {
    for (int i = 0; i < values.length; i++) {
      int column = headings.columnOf(i);
      String value = values[i];
      if (column != Headings.ABSENT
          && (value == null || !value.strip().equals(headings.heading(column).strip()))) {
        return false;
      }
    }
    return true;
  }

  private void quarantine(
      Rows rows, @Nullable String column, String reasonKey, Object... reasonValues) {
    read++;
    sink.quarantined(rows.line(), column, reasonKey, reasonValues);
  }

  private Records records(Headings headings) {
    return switch (kind) {
      case EHR -> new HealthRecords(communes, dates);
      case POPULATION -> new PopulationAnswers(communes, dates);
      case IMMUNIZATION -> new Immunizations(communes, dates);
      case COVID_VACCINATION ->
          new CovidDoses(communes, dates, headings.columnOf(0) != Headings.ABSENT);
      case HIS_XML, CORRECTION ->
          throw new IllegalArgumentException("Cannot read " + kind.code() + " as a table");
    };
  }

  ReadOutcome outcome() {
    return new ReadOutcome(
        null, read, staged, read - staged, List.copyOf(warnings), file.fileDate());
  }
}
