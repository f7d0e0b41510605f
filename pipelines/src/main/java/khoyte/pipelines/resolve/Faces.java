package khoyte.pipelines.resolve;

import static org.apache.spark.sql.functions.array;
import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.not;
import static org.apache.spark.sql.functions.struct;
import static org.apache.spark.sql.functions.when;

import org.apache.spark.sql.Column;

/**
 * The names and birth dates under which a record may be recognised: its own, and those of a KHOP
 * answer where they differ.
 */
final class Faces {

  private Faces() {}

  /** Array of {@code (name_folded, birth_date)} of a row of {@link HealthRecords}. */
  static Column ofRecord() {
    Column own = struct(col("name_folded"), col("birth_date"));
    Column answered =
        struct(
            col("answer_name_folded").as("name_folded"), col("answer_birth_date").as("birth_date"));
    return when(col("is_answered").and(not(answered.eqNullSafe(own))), array(own, answered))
        .otherwise(array(own));
  }
}
