package khoyte.pipelines.read.tabular;

import java.io.IOException;
import java.util.Arrays;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.regex.Pattern;
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
  /** What a spreadsheet puts where it has no value, and where a number is too long for it. */
  private static final Pattern SPOILT =
      Pattern.compile(
          "#(?:N/A|REF!|VALUE!|NAME\\?|DIV/0!|NULL!|NUM!|SPILL!|CALC!|#+)|-?\\d(?:[.,]\\d+)?E\\+\\d+");

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
  private final Habits habits = new Habits();
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

  /** How the sender heads a field. */
  String headingOf(SourceField field) {
    return expected.headingOf(field);
  }

  void warn(ReadWarning warning) {
    warnings.add(warning);
  }

  /** What the file shows of the hands it went through. */
  Habits habits() {
    return habits;
  }

  /** Headings that have every required field once; else the file is refused. */
  Headings complete(Headings headings) {
    String twice = headings.twice();
    if (twice != null) {
      throw file.refused("heading.twice", twice);
    }
    SourceField missing = headings.missing();
    if (missing != null) {
      throw file.refused("columns", expected.headingOf(missing));
    }
    for (String extra : headings.extra()) {
      warnings.add(new ReadWarning("column.extra", List.of(file.name(), extra)));
    }
    return headings;
  }

  /** Asks the rows of a table, or of a part of it, how its columns are written. */
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
    for (EncodingVotes vote : votes) {
      vote.endPart();
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
    List<TextEncoding> legacy =
        Arrays.stream(votes)
            .map(EncodingVotes::legacy)
            .filter(Objects::nonNull)
            .distinct()
            .toList();
    TextEncoding ofFile = legacy.size() == 1 ? legacy.get(0) : null;
    for (SourceField field : kind.fields()) {
      EncodingVotes vote = votes[field.index()];
      ColumnText text = vote.decision(ofFile);
      if (vote.isMixed(text)) {
        throw file.refused("encoding.mixed", expected.headingOf(field));
      }
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
    habits.clear();
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
    for (int i = 0; i < values.length; i++) {
      int column = headings.columnOf(i);
      String value = column == Headings.ABSENT ? null : rows.text(column, texts[i]);
      values[i] = value;
      if (value != null && texts[i].isDamaged() && value.indexOf('\uFFFD') >= 0) {
        quarantine(rows, headings.heading(column), "quarantine.encoding");
        return;
      }
    }
    String key = records.key(values);
    int keyColumn = headings.columnOf(0);
    String flaw = keyColumn == Headings.ABSENT ? null : flaw(key, rows, keyColumn);
    if (key == null || flaw != null) {
      quarantine(
          rows,
          keyColumn == Headings.ABSENT ? null : headings.heading(keyColumn),
          flaw == null ? "quarantine.key" : flaw);
      return;
    }
    read++;
    staged++;
    var lineage = new Lineage(file.fileId(), read, rows.line(), file.fileDate());
    sink.staged(kind.table(), records.row(lineage, key, values));
  }

  /** Why a key cannot be that of the row alone, as a key of the texts, or null. */
  private static @Nullable String flaw(@Nullable String key, Rows rows, int column) {
    if (key == null) {
      return null;
    }
    if (rows.isShared(column)) {
      return "quarantine.key.shared";
    }
    boolean isDoubtful = key.charAt(0) == '#' || key.indexOf("E+") > 0;
    return isDoubtful && SPOILT.matcher(key).matches() ? "quarantine.key.spoilt" : null;
  }

  private void quarantine(
      Rows rows, @Nullable String column, String reasonKey, Object... reasonValues) {
    read++;
    sink.quarantined(rows.line(), rows.named(column), reasonKey, reasonValues);
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

  /**
   * @param arrived number of rows, as the file's structure tells it
   */
  ReadOutcome outcome(int arrived) {
    warnings.addAll(habits.warnings(file.name()));
    return new ReadOutcome(
        null, arrived, staged, read - staged, List.copyOf(warnings), file.fileDate());
  }
}
