package khoyte.pipelines.read.tabular;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import khoyte.pipelines.read.source.ColumnMap;
import khoyte.pipelines.read.source.SourceField;
import khoyte.pipelines.read.source.SourceKind;
import khoyte.pipelines.read.text.TextEncoding;
import khoyte.pipelines.read.text.VietnameseText;
import org.jspecify.annotations.Nullable;

/** Which column of a file holds which field. Headings are compared in their normal forms. */
final class Headings {
  static final int ABSENT = -1;

  private final List<SourceField> fields;
  private final List<String> written;
  private final int[] columns;
  private final boolean[] used;

  private Headings(List<SourceField> fields, List<String> written) {
    this.fields = fields;
    this.written = written;
    this.columns = new int[fields.size()];
    this.used = new boolean[written.size()];
    Arrays.fill(columns, ABSENT);
  }

  /** The headings that a sender uses for a kind of source. */
  static final class Expected {
    private final List<SourceField> fields;
    private final Map<String, Integer> byNormalForm = new HashMap<>();
    private final Map<String, Integer> byLetters = new HashMap<>();
    private final Map<Integer, String> senders = new HashMap<>();

    Expected(SourceKind kind, ColumnMap map) {
      this.fields = kind.fields();
      Map<String, Integer> indexes = new HashMap<>();
      for (SourceField field : fields) {
        indexes.put(VietnameseText.letters(field.name()), field.index());
      }
      map.fields()
          .forEach(
              (heading, name) -> {
                Integer index = indexes.get(VietnameseText.letters(name));
                if (index != null) {
                  add(heading, index);
                  senders.put(index, heading);
                }
              });
      fields.forEach(field -> add(field.name(), field.index()));
    }

    private void add(String heading, int index) {
      byNormalForm.putIfAbsent(VietnameseText.normalForm(heading), index);
      byLetters.putIfAbsent(VietnameseText.letters(heading), index);
    }

    /** How the sender heads a field. */
    String headingOf(SourceField field) {
      return senders.getOrDefault(field.index(), field.name());
    }

    Headings match(List<String> written) {
      var headings = new Headings(fields, written);
      for (int column = 0; column < written.size(); column++) {
        headings.put(byNormalForm.get(VietnameseText.normalForm(written.get(column))), column);
      }
      for (int column = 0; column < written.size(); column++) {
        if (!headings.used[column]) {
          for (TextEncoding encoding : TextEncoding.values()) {
            headings.put(
                byLetters.get(VietnameseText.letters(encoding.toUnicode(written.get(column)))),
                column);
          }
        }
      }
      return headings;
    }
  }

  private void put(@Nullable Integer field, int column) {
    if (field != null && columns[field] == ABSENT && !used[column]) {
      columns[field] = column;
      used[column] = true;
    }
  }

  /** Column of a field, or {@link #ABSENT}. */
  int columnOf(int field) {
    return columns[field];
  }

  /** Number of columns of the file. */
  int width() {
    return written.size();
  }

  /** As it is written in the file. */
  String heading(int column) {
    return written.get(column);
  }

  /** Number of fields that have a column. */
  int found() {
    return (int) Arrays.stream(columns).filter(column -> column != ABSENT).count();
  }

  /** The first required field without a column, or null. */
  @Nullable SourceField missing() {
    for (SourceField field : fields) {
      if (field.required() && columns[field.index()] == ABSENT) {
        return field;
      }
    }
    return null;
  }

  /** Headings of columns that no field wants. */
  List<String> extra() {
    List<String> extra = new ArrayList<>();
    for (int column = 0; column < used.length; column++) {
      if (!used[column] && !VietnameseText.isBlank(written.get(column))) {
        extra.add(written.get(column));
      }
    }
    return extra;
  }
}
