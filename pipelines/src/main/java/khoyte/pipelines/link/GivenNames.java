package khoyte.pipelines.link;

import java.util.stream.Stream;
import khoyte.pipelines.read.text.VietnameseText;
import khoyte.warehouse.reference.ReferenceLists;
import org.apache.spark.sql.Column;

/**
 * The given names that most people bear: those whose shares are known ({@code
 * reference/given_names.csv}), and others that are usual.
 */
final class GivenNames {
  private static final Object[] FOLDED =
      Stream.of("given_names", "other_given_names")
          .flatMap(list -> ReferenceLists.rows(list).stream())
          .map(row -> VietnameseText.normalForm(row.getField("name")))
          .map(VietnameseText::foldedForm)
          .distinct()
          .toArray();

  private GivenNames() {}

  /** Whether two folded words are two of the names. */
  static Column areTwo(Column one, Column other) {
    return one.notEqual(other).and(one.isin(FOLDED)).and(other.isin(FOLDED));
  }
}
