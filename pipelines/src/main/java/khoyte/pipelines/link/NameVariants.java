package khoyte.pipelines.link;

import static org.apache.spark.sql.functions.array_join;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.split;
import static org.apache.spark.sql.functions.transform;
import static org.apache.spark.sql.functions.when;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import khoyte.pipelines.read.text.VietnameseText;
import khoyte.warehouse.reference.ReferenceLists;
import org.apache.spark.sql.Column;

/**
 * Names that are said and written otherwise in the south than in the north: {@code Huỳnh}, {@code
 * Hoàng}.
 */
final class NameVariants {
  /** Form of the north by the others, folded. */
  private static final Map<String, List<String>> FORMS = forms();

  private NameVariants() {}

  private static Map<String, List<String>> forms() {
    Map<String, List<String>> forms = new LinkedHashMap<>();
    ReferenceLists.rows("name_variants")
        .forEach(
            row ->
                forms
                    .computeIfAbsent(
                        folded(row.getField("north")), any -> new java.util.ArrayList<>())
                    .add(folded(row.getField("south"))));
    return forms;
  }

  private static String folded(String name) {
    return VietnameseText.foldedForm(VietnameseText.normalForm(name));
  }

  /** The form of the north of a folded name, word by word; a word itself if it has only one. */
  static Column oneForm(Column name) {
    return when(
            name.contains(" "), array_join(transform(split(name, " "), NameVariants::ofWord), " "))
        .otherwise(ofWord(name));
  }

  private static Column ofWord(Column name) {
    Column form = null;
    for (Map.Entry<String, List<String>> entry : FORMS.entrySet()) {
      Column isForm = name.isin(entry.getValue().toArray());
      form =
          form == null ? when(isForm, lit(entry.getKey())) : form.when(isForm, lit(entry.getKey()));
    }
    return java.util.Objects.requireNonNull(form).otherwise(name);
  }
}
