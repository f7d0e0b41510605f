package khoyte.pipelines.link;

import static org.apache.spark.sql.functions.coalesce;
import static org.apache.spark.sql.functions.concat_ws;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.nullif;
import static org.apache.spark.sql.functions.trim;
import static org.apache.spark.sql.functions.when;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import khoyte.pipelines.link.model.Cleaning;
import khoyte.pipelines.link.model.LinkColumn;
import khoyte.pipelines.link.model.LinkModel;
import khoyte.pipelines.read.text.VietnameseText;
import org.apache.commons.text.similarity.JaroWinklerSimilarity;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.jspecify.annotations.Nullable;

/** Which columns of a table hold what a model wants. */
final class InputColumns {
  private final SourceTable table;
  private final Map<String, Integer> places = new HashMap<>();
  private final Map<String, Found> found = new HashMap<>();
  private final Set<Integer> taken = new HashSet<>();
  private final int id;

  /** Where a column of the model comes from, and how it is cleaned. */
  record Found(Column raw, List<Cleaning> cleaning) {}

  private InputColumns(SourceTable table, LinkModel model, Consumer<Remark> remarks) {
    this.table = table;
    for (int i = 0; i < table.headings().size(); i++) {
      places.putIfAbsent(VietnameseText.letters(table.headings().get(i)), i);
    }
    Integer named = place(model.idHeadings());
    if (named == null) {
      remarks.accept(Remark.of("link.id.first", table.name(), table.headings().get(0)));
    }
    this.id = named == null ? 0 : named;
    taken.add(id);
    model.columns().forEach(this::find);
    remarkUnknown(model, remarks);
  }

  /** Matches headings by their letters and digits; no column of the table is taken twice. */
  static InputColumns of(SourceTable table, LinkModel model, Consumer<Remark> remarks) {
    return new InputColumns(table, model, remarks);
  }

  /**
   * A heading that is a part's as well is the part's if the others are there: {@code birth_day}.
   */
  private void find(LinkColumn column) {
    List<Integer> parts = parts(column.otherwise());
    for (String heading : column.headings()) {
      Integer place = places.get(VietnameseText.letters(heading));
      if (place != null && !parts.contains(place) && taken.add(place)) {
        found.put(column.name(), new Found(raw(place), column.cleaning()));
        return;
      }
    }
    if (!parts.isEmpty()) {
      found.put(
          column.name(),
          new Found(
              joined(parts, column.otherwise().cleaning().contains(Cleaning.DATE)),
              column.otherwise().cleaning()));
      taken.addAll(parts);
    }
  }

  /** Places of the parts; none if one is not there. */
  private List<Integer> parts(LinkColumn.Substitute substitute) {
    List<Integer> parts = new ArrayList<>();
    for (List<String> headings : substitute.parts()) {
      Integer place = place(headings);
      if (place == null) {
        return List.of();
      }
      parts.add(place);
    }
    return parts;
  }

  /** Of a date the year is enough. */
  private Column joined(List<Integer> parts, boolean isDate) {
    Column isWhole = lit(true);
    List<Column> values = new ArrayList<>();
    for (int place : parts) {
      Column value = nullif(trim(raw(place)), lit(""));
      if (isDate && !values.isEmpty()) {
        value = coalesce(value, lit("0"));
      }
      isWhole = isWhole.and(value.isNotNull());
      values.add(value);
    }
    return when(isWhole, concat_ws("-", values.toArray(Column[]::new)));
  }

  private void remarkUnknown(LinkModel model, Consumer<Remark> remarks) {
    Set<String> known =
        model.knownHeadings().keySet().stream()
            .map(VietnameseText::letters)
            .collect(Collectors.toSet());
    List<String> unknown =
        Stream.iterate(0, place -> place + 1)
            .limit(table.headings().size())
            .filter(place -> !taken.contains(place))
            .map(table.headings()::get)
            .filter(heading -> !known.contains(VietnameseText.letters(heading)))
            .toList();
    if (!unknown.isEmpty()) {
      remarks.accept(
          Remark.of(
              "link.column.unknown",
              table.name(),
              unknown.stream()
                  .map(heading -> heading + " ~ " + nearest(heading, model))
                  .collect(Collectors.joining(", ")),
              nearest(unknown.get(0), model),
              unknown.get(0)));
    }
  }

  /** What the model knows whose name or heading is likest. */
  private static String nearest(String heading, LinkModel model) {
    JaroWinklerSimilarity similarity = new JaroWinklerSimilarity();
    String letters = VietnameseText.letters(heading);
    return model.knownHeadings().entrySet().stream()
        .max(
            Comparator.comparingDouble(
                known -> similarity.apply(letters, VietnameseText.letters(known.getKey()))))
        .map(Map.Entry::getValue)
        .orElse("");
  }

  private @Nullable Integer place(List<String> headings) {
    return headings.stream()
        .map(heading -> places.get(VietnameseText.letters(heading)))
        .filter(Objects::nonNull)
        .findFirst()
        .orElse(null);
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

  /** Null where there is nothing but blanks. */
  Column id() {
    Column written = trim(raw(id));
    return when(ValueCleaning.plain(written, List.of("")).isNotNull(), written);
  }

  boolean has(String column) {
    return found.containsKey(column);
  }

  Found column(String column) {
    return Objects.requireNonNull(found.get(column), column);
  }
}
