package khoyte.pipelines.resolve;

import static org.apache.spark.sql.functions.coalesce;
import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.explode;
import static org.apache.spark.sql.functions.when;

import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;

/**
 * Who holds which strong key. One row a key, a face of the record that holds it (see {@link Faces})
 * and its citizen: {@code strong_key, holder_name, holder_birth_date, citizen_no} and the citizen's
 * own {@code citizen_name, citizen_birth_date, citizen_commune}.
 */
final class KeyIndex {

  private KeyIndex() {}

  /**
   * @param registered rows of {@code identity.registered_record}
   * @param chained rows of {@code identity.citizen}, of those in chains at least
   */
  static Dataset<Row> of(Dataset<Row> registered, Dataset<Row> chained) {
    Column inChain = col("chain").isNotNull();
    Dataset<Row> known =
        chained.select(
            col("citizen_no").as("chain_no"),
            col("name_folded").as("chain_name"),
            col("birth_date").as("chain_birth_date"),
            col("commune").as("chain_commune"));
    return registered
        .join(known, inChain.and(col("citizen_no").equalTo(col("chain_no"))), "left")
        .select(
            col("citizen_no"),
            when(inChain, col("chain_name"))
                .otherwise(coalesce(col("answer_name_folded"), col("name_folded")))
                .as("citizen_name"),
            when(inChain, col("chain_birth_date"))
                .otherwise(coalesce(col("answer_birth_date"), col("birth_date")))
                .as("citizen_birth_date"),
            when(inChain, col("chain_commune")).otherwise(col("commune")).as("citizen_commune"),
            explode(Faces.ofRecord()).as("face"),
            StrongKeys.ofRow(col("key_id")).as("strong_keys"))
        .select(
            col("citizen_no"),
            col("citizen_name"),
            col("citizen_birth_date"),
            col("citizen_commune"),
            col("face.name_folded").as("holder_name"),
            col("face.birth_date").as("holder_birth_date"),
            explode(col("strong_keys")).as("strong_key"))
        .where(col("strong_key").isNotNull());
  }
}
