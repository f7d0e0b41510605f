package khoyte.pipelines.resolve;

import static org.apache.spark.sql.functions.coalesce;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.udf;

import java.io.Serializable;
import khoyte.pipelines.read.person.Closeness;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.expressions.UserDefinedFunction;
import org.apache.spark.sql.types.DataTypes;

/**
 * When a strong key agrees: the folded names are equal, or the full birth dates are equal and the
 * names are close. Spark has no optimal string alignment; these are the only functions of our own,
 * and they run for the few pairs whose names differ.
 */
final class NameAgreement {
  private static final UserDefinedFunction CLOSE = ofTwoTexts(Closeness::close);
  private static final UserDefinedFunction ONE_SLIP = ofTwoTexts(Closeness::oneSlip);

  private NameAgreement() {}

  /** Whether two rows that share a key agree; never null. */
  static Column agree(Column name, Column birthDate, Column otherName, Column otherBirthDate) {
    Column sameName = coalesce(name.equalTo(otherName), lit(false));
    Column sameBirthDate = coalesce(birthDate.equalTo(otherBirthDate), lit(false));
    return sameName.or(sameBirthDate.and(close(name, otherName)));
  }

  /** Whether two folded names are close; false if one is missing. */
  static Column close(Column name, Column otherName) {
    return CLOSE.apply(name, otherName);
  }

  /** Whether two ids of equal length differ by one digit or one swap of neighbours. */
  static Column oneSlip(Column id, Column otherId) {
    return ONE_SLIP.apply(id, otherId);
  }

  private static UserDefinedFunction ofTwoTexts(Comparison comparison) {
    return udf(
            (String one, String other) ->
                one != null && other != null && comparison.holds(one, other),
            DataTypes.BooleanType)
        .asNonNullable();
  }

  private interface Comparison extends Serializable {
    boolean holds(String one, String other);
  }
}
