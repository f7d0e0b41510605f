package khoyte.pipelines.link;

import static org.apache.spark.sql.functions.length;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.udf;
import static org.apache.spark.sql.functions.when;

import khoyte.pipelines.read.person.Closeness;
import org.apache.commons.text.similarity.JaroWinklerSimilarity;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.expressions.UserDefinedFunction;
import org.apache.spark.sql.types.DataTypes;

/**
 * How near two texts are. Spark has neither Jaro-Winkler nor a distance that knows swaps of
 * neighbours, so these two are functions of our own, the only ones of the linker; texts that are
 * equal, or whose lengths alone decide, never reach them.
 */
final class Similarity {
  private static final JaroWinklerSimilarity JARO_WINKLER = new JaroWinklerSimilarity();

  private static final UserDefinedFunction SIMILARITY =
      udf(
          (String one, String other) ->
              one == null || other == null ? 0.0 : JARO_WINKLER.apply(one, other),
          DataTypes.DoubleType);

  private static final UserDefinedFunction DISTANCE =
      udf(
          (String one, String other) ->
              one == null || other == null ? Integer.MAX_VALUE : Closeness.distance(one, other),
          DataTypes.IntegerType);

  private Similarity() {}

  /** Jaro-Winkler similarity, 0 to 1; 0 if a text is missing. */
  static Column jaroWinkler(Column one, Column other) {
    return when(one.equalTo(other), lit(1.0)).otherwise(SIMILARITY.apply(one, other));
  }

  /** Optimal string alignment distance if it is at most {@code limit}, else something greater. */
  static Column distance(Column one, Column other, int limit) {
    Column lengths = org.apache.spark.sql.functions.abs(length(one).minus(length(other)));
    return when(one.equalTo(other), lit(0))
        .when(lengths.leq(limit), DISTANCE.apply(one, other))
        .otherwise(lit(Integer.MAX_VALUE));
  }
}
