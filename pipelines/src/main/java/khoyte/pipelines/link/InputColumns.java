package khoyte.pipelines.link;

import static org.apache.spark.sql.functions.concat_ws;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;
import khoyte.pipelines.link.model.Cleaning;
import khoyte.pipelines.link.model.LinkColumn;
import khoyte.pipelines.link.model.LinkModel;
import khoyte.pipelines.read.text.VietnameseText;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.functions;
import org.jspecify.annotations.Nullable;

/** Which columns of a table hold what a model wants. */
final class InputColumns {
  private final SourceTable table;
  private final Map<String, Integer> places = new HashMap<>();
  private final Map<String, Found> found = new HashMap<>();
  private final int id;

  /** Where a column of the model comes from, and how it is cleaned. */
  record Found(Column raw, List<Cleaning> cleaning) {}

  private InputColumns(SourceTable table, LinkModel model, Consumer<Remark> remarks) {
    this.table = table;
    for (int i = 0; i < table.headings().size(); i++) {
      places.putIfAbsent(letters(table.headings().get(i)), i);
    }
    Integer named = place(model.idHeadings());
    if (named == null) {
      remarks.accept(Remark.of("link.id.first", table.name(), table.headings().get(0)));
    }
    this.id = named == null ? 0 : named;
    Set<Integer> taken = new HashSet<>(Set.of(id));
    for (LinkColumn column : model.columns()) {
      find(column, taken);
    }
  }

  /** Matches headings by their letters and digits; no column of the table is taken twice. */
  static InputColumns of(SourceTable table, LinkModel model, Consumer<Remark> remarks) {
    return new InputColumns(table, model, remarks);
  }

  private void find(LinkColumn column, Set<Integer> taken) {
    for (String heading : column.headings()) {
      Integer place = places.get(letters(heading));
      if (place != null && taken.add(place)) {
        found.put(column.name(), new Found(raw(place), column.cleaning()));
        return;
      }
    }
    List<Column> parts = new ArrayList<>();
    for (List<String> headings : column.otherwise().parts()) {
      Integer place = place(headings);
      if (place == null) {
        return;
      }
      parts.add(functions.trim(raw(place)));
    }
    if (!parts.isEmpty()) {
      Column joined =
          parts.stream()
              .map(Column::isNotNull)
              .reduce(Column::and)
              .map(whole -> functions.when(whole, concat_ws("-", parts.toArray(Column[]::new))))
              .orElseThrow();
      found.put(column.name(), new Found(joined, column.otherwise().cleaning()));
    }
  }

  private @Nullable Integer place(List<String> headings) {
    for (String heading : headings) {
      Integer place = places.get(letters(heading));
      if (place != null) {
        return place;
      }
    }
    return null;
  }

  private Column raw(int place) {
    return rows().col(rows().columns()[place]);
  }

  Dataset<Row> rows() {
    return table.rows();
  }

  String tableName() {
    return table.name();
  }

  /** Heading of the column that names a row. */
  String idHeading() {
    return table.headings().get(id);
  }

  Column id() {
    return functions.trim(raw(id));
  }

  boolean has(String column) {
    return found.containsKey(column);
  }

  Found column(String column) {
    return java.util.Objects.requireNonNull(found.get(column), column);
  }

  private static String letters(String heading) {
    String folded = VietnameseText.foldedForm(VietnameseText.normalForm(heading));
    StringBuilder letters = new StringBuilder(folded.length());
    folded.codePoints().filter(Character::isLetterOrDigit).forEach(letters::appendCodePoint);
    return letters.toString();
  }
}
