package khoyte.pipelines.resolve;

import static org.apache.spark.sql.functions.coalesce;
import static org.apache.spark.sql.functions.col;

import java.nio.file.Path;
import java.sql.Date;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import khoyte.pipelines.link.PersonSearch;
import khoyte.pipelines.link.PersonSearch.ExplainedPair;
import khoyte.pipelines.spark.Sessions;
import khoyte.warehouse.explain.KnownPerson;
import khoyte.warehouse.explain.PersonValues;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;
import org.apache.spark.sql.SparkSession;
import org.apache.spark.sql.types.DataTypes;
import org.apache.spark.sql.types.StructType;
import org.jspecify.annotations.Nullable;

/**
 * Weighs one record against a handful of people as the matcher of a night does, in the same
 * columns, by the same expressions, in a small session of its own.
 */
public final class ExplainingLinks {
  private static final StructType PERSON =
      new StructType()
          .add("event_no", DataTypes.LongType)
          .add("id_text", DataTypes.StringType)
          .add("citizen_id", DataTypes.StringType)
          .add("old_id", DataTypes.StringType)
          .add("insurance_numbers", DataTypes.createArrayType(DataTypes.StringType))
          .add("name", DataTypes.StringType)
          .add("name_folded", DataTypes.StringType)
          .add("birth_date", DataTypes.DateType)
          .add("birth_year", DataTypes.IntegerType)
          .add("gender", DataTypes.IntegerType)
          .add("phone", DataTypes.StringType)
          .add("commune", DataTypes.StringType);

  private ExplainingLinks() {}

  /**
   * The explanation of each, in their order.
   *
   * @param directory for what Spark spills
   */
  public static List<ExplainedPair> of(
      PersonSearch search,
      PersonValues asked,
      List<KnownPerson> known,
      Communes communes,
      Path directory) {
    if (known.isEmpty()) {
      return List.of();
    }
    search.checkColumns(MatchColumns.NAMES);
    Map<String, String> properties = new HashMap<>(Sessions.FOR_FEW_ROWS);
    properties.put("spark.sql.shuffle.partitions", "1");
    SparkSession session = Sessions.open("local[1]", properties, directory.resolve("spark"));
    try {
      Dataset<Row> events =
          session
              .createDataFrame(List.of(row(0, asked)), PERSON)
              .withColumn(
                  "id_given", coalesce(StrongKeys.twelveDigits(col("id_text")), col("citizen_id")));
      Dataset<Row> sought = MatchColumns.ofEvents(events, communes);
      List<Row> people = new ArrayList<>();
      for (KnownPerson person : known) {
        people.add(row(people.size(), person.values()));
      }
      Dataset<Row> registry =
          MatchColumns.ofPeople(session.createDataFrame(people, PERSON), communes);
      return search.explained(sought, "event_no", registry, "event_no");
    } finally {
      session.stop();
    }
  }

  private static Row row(long number, PersonValues person) {
    List<@Nullable Object> values = new ArrayList<>();
    values.add(number);
    values.add(person.idText());
    values.add(person.citizenId());
    values.add(person.oldId());
    values.add(person.insuranceNumbers().toArray());
    values.add(person.name());
    values.add(person.nameFolded());
    values.add(person.birthDate() == null ? null : Date.valueOf(person.birthDate()));
    values.add(person.birthYear());
    values.add(person.gender());
    values.add(person.phone());
    values.add(person.commune());
    return RowFactory.create(values.toArray());
  }
}
