package khoyte.pipelines.read.senders;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import khoyte.pipelines.read.SourceReading;
import khoyte.pipelines.read.container.IgnoredEntries;
import khoyte.pipelines.read.source.ColumnMap;
import khoyte.pipelines.read.source.LandedFile;
import khoyte.pipelines.read.source.ReadOutcome;
import khoyte.pipelines.read.source.RowSink;
import khoyte.pipelines.read.source.SourceKind;
import khoyte.warehouse.Fault;
import khoyte.warehouse.KhoyteException;
import khoyte.warehouse.Messages;
import khoyte.warehouse.reference.AdministrativeUnits;
import khoyte.warehouse.table.Table;
import khoyte.warehouse.worklist.WorklistSeal;

/** A file as the house received it, and all that came of it: rows, rows kept back, or a refusal. */
final class Received implements RowSink {
  static final WorklistSeal SEAL =
      new WorklistSeal("a secret of sixteen".getBytes(StandardCharsets.UTF_8));
  static final LocalDate FILE_DATE = LocalDate.of(2022, 12, 31);

  private static final int LINEAGE = 6;
  private static final SourceReading READING =
      new SourceReading(
          AdministrativeUnits.load(),
          "75",
          SEAL,
          new IgnoredEntries(List.of("Thumbs.db", "desktop.ini", "__MACOSX", ".DS_Store", "._*")));

  /**
   * A row that was kept back.
   *
   * @param reason key of the text
   * @param texts in both languages
   */
  record KeptBack(Integer line, String column, String reason, List<String> texts) {

    /** Line, column and reason with bars between; nothing where there is none. */
    String drawn() {
      return (line == null ? "" : line) + "|" + (column == null ? "" : column) + "|" + reason;
    }
  }

  private final SourceKind kind;
  private final Map<Table, List<Object[]>> rows = new LinkedHashMap<>();
  private final List<KeptBack> keptBack = new ArrayList<>();
  private ReadOutcome outcome;
  private KhoyteException refusal;

  private Received(SourceKind kind) {
    this.kind = kind;
  }

  /** The file as a sender of this kind sends it, read to its end or refused. */
  static Received of(SourceKind kind, String name, byte[] bytes) {
    var received = new Received(kind);
    Path path = null;
    try {
      path = Files.write(Files.createTempFile("sent", ".bytes"), bytes);
      var file = new LandedFile(7, kind.code(), null, name, path, FILE_DATE);
      received.outcome = READING.read(file, kind, ColumnMap.DEFAULT, received);
    } catch (KhoyteException e) {
      received.refusal = e;
    } catch (RuntimeException | Error e) {
      throw new AssertionError(
          name + " is neither taken nor refused, the night would stop: " + e, e);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } finally {
      delete(path);
    }
    return received;
  }

  static Received of(SourceKind kind, String name, String text) {
    return of(kind, name, utf8(text));
  }

  private static void delete(Path path) {
    try {
      if (path != null) {
        Files.delete(path);
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  static byte[] utf8(String text) {
    return text.getBytes(StandardCharsets.UTF_8);
  }

  @Override
  public void staged(Table table, Object[] row) {
    assertThat(row).hasSize(table.fields().size());
    rows.computeIfAbsent(table, any -> new ArrayList<>()).add(row);
  }

  @Override
  public void quarantined(Integer line, String column, String reasonKey, Object... values) {
    keptBack.add(
        new KeptBack(
            line,
            column,
            reasonKey,
            List.of(
                Messages.VIETNAMESE.text(reasonKey, values),
                Messages.ENGLISH.text(reasonKey, values))));
  }

  boolean isRefused() {
    return refusal != null;
  }

  /** The file was not taken, and the sender is told so in both languages. */
  void assertRefused() {
    assertThat(isRefused()).as("refused; but it gave %s", isRefused() ? "" : summary()).isTrue();
    assertThat(refusal.fault()).as("who must act").isEqualTo(Fault.INPUT);
    assertThat(refusal.key()).startsWith("file.refused.");
    assertThat(refusal.text(Messages.VIETNAMESE)).isNotEqualTo(refusal.text(Messages.ENGLISH));
  }

  /** The file was not taken, for this reason. */
  void assertRefused(Reason reason) {
    assertRefused();
    reason.assertSaid(refusal.text(Messages.VIETNAMESE), refusal.text(Messages.ENGLISH));
  }

  /** The same, where the reason has to name something. */
  void assertRefused(Reason reason, String named) {
    assertRefused(reason);
    assertThat(refusal.text(Messages.VIETNAMESE)).contains(named);
    assertThat(refusal.text(Messages.ENGLISH)).contains(named);
  }

  private void assertTaken() {
    assertThat(isRefused()).as("taken; but %s", refusal).isFalse();
  }

  private String summary() {
    return balance() + ", rows " + texts() + ", kept back " + keptBack();
  }

  /** Fields of every row of the kind's table with bars between; null is nothing. */
  List<String> rows(String... fields) {
    return rowsOf(kind.table(), fields);
  }

  List<String> rowsOf(Table table, String... fields) {
    assertTaken();
    List<String> drawn = new ArrayList<>();
    for (Object[] row : rows.getOrDefault(table, List.of())) {
      List<Object> values = new ArrayList<>();
      for (String field : fields) {
        values.add(row[table.indexOf(field)]);
      }
      drawn.add(drawn(values));
    }
    return drawn;
  }

  private static String drawn(List<Object> values) {
    return String.join(
        "|", values.stream().map(value -> value == null ? "" : value.toString()).toList());
  }

  /** Key and original texts of every row of a tabular kind, in the order of the contract. */
  List<List<String>> texts() {
    List<List<String>> all = new ArrayList<>();
    for (Object[] row : rows.getOrDefault(kind.table(), List.of())) {
      List<String> texts = new ArrayList<>();
      for (int i = LINEAGE; i < LINEAGE + fieldCount(kind); i++) {
        texts.add(row[i] == null ? "" : row[i].toString());
      }
      all.add(texts);
    }
    return all;
  }

  /** Everything that was understood of every row of a tabular kind, but what it broke. */
  List<String> understood() {
    assertTaken();
    List<String> all = new ArrayList<>();
    for (Object[] row : rows.getOrDefault(kind.table(), List.of())) {
      List<Object> values = new ArrayList<>(Arrays.asList(row[3], row[4], row[5], row[LINEAGE]));
      for (int i = LINEAGE + fieldCount(kind); i < row.length - 1; i++) {
        if (!kind.table().fields().get(i).name().equals("defects")) {
          values.add(row[i]);
        }
      }
      all.add(drawn(values));
    }
    return all;
  }

  private static int fieldCount(SourceKind kind) {
    return (int) kind.fields().stream().filter(field -> !field.name().equals("STT")).count();
  }

  /** Line, column and reason of every row that was kept back. */
  List<String> keptBack() {
    assertTaken();
    return keptBack.stream().map(KeptBack::drawn).toList();
  }

  /** Why rows were kept back, in both languages. */
  List<KeptBack> keptBackRows() {
    assertTaken();
    return Collections.unmodifiableList(keptBack);
  }

  /** What arrived, was staged and was kept back; the outcome's own figures. */
  String balance() {
    assertTaken();
    assertThat(rows.getOrDefault(kind.table(), List.of())).hasSize(outcome.staged());
    assertThat(keptBack).hasSize(outcome.quarantined());
    return outcome.read() + " = " + outcome.staged() + " + " + outcome.quarantined();
  }

  /** What the sender is told of a file that was taken, in English; each thing once. */
  List<String> remarks() {
    assertTaken();
    outcome.warnings().forEach(w -> assertThat(w.text(Messages.VIETNAMESE)).isNotBlank());
    List<String> remarks = outcome.warnings().stream().map(w -> w.text(Messages.ENGLISH)).toList();
    assertThat(remarks).as("a remark stands once per file").doesNotHaveDuplicates();
    return remarks;
  }
}
