package khoyte.pipelines.resolve;

import static org.apache.spark.sql.functions.array;
import static org.apache.spark.sql.functions.array_compact;
import static org.apache.spark.sql.functions.array_distinct;
import static org.apache.spark.sql.functions.coalesce;
import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.concat;
import static org.apache.spark.sql.functions.date_format;
import static org.apache.spark.sql.functions.length;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.lpad;
import static org.apache.spark.sql.functions.not;
import static org.apache.spark.sql.functions.nullif;
import static org.apache.spark.sql.functions.posexplode;
import static org.apache.spark.sql.functions.struct;
import static org.apache.spark.sql.functions.substring_index;
import static org.apache.spark.sql.functions.when;

import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import khoyte.pipelines.read.text.VietnameseText;
import khoyte.warehouse.reference.ReferenceLists;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.functions;
import org.apache.spark.sql.types.DataTypes;

/**
 * People as the matcher compares them, in columns {@code c_<name>}: {@code surname}, {@code
 * middle_name}, {@code given_name} in normal form (nothing of a name that only stands in for one);
 * {@code birth_date} as {@code yyyyMMdd}, or {@code yyyy} if that is all; {@code gender}; {@code
 * phone}; {@code citizen_id} of valid structure, of a citizen his verified one; {@code written_id}
 * 12 digits that are no valid id, of a citizen his id; {@code old_id}; {@code insurance_number}, a
 * list; {@code commune}, a list: of an event with the units that are the same commune in other
 * years; {@code district}.
 */
final class MatchColumns {
  static final List<String> NAMES =
      List.of(
          "surname",
          "middle_name",
          "given_name",
          "birth_date",
          "gender",
          "phone",
          "citizen_id",
          "written_id",
          "old_id",
          "insurance_number",
          "commune",
          "district");

  /** Number of a face of a record, see {@link #ofRegistry}. */
  static final String FACE = "face_no";

  /** Number of the version of a record, see {@link StagedRows#number}. */
  static final String RECORD = "face_record";

  private static final String PLACEHOLDER =
      ReferenceLists.rows("name_placeholders").stream()
          .map(row -> VietnameseText.normalForm(row.getField("beginning")))
          .map(beginning -> Pattern.quote(VietnameseText.foldedForm(beginning)))
          .collect(Collectors.joining("|", "^(", ")( .*)?$"));

  /** Of a health record what they come from. */
  static final List<String> OF_RECORD =
      List.of(
          "file_id",
          "record_number",
          "chain",
          "citizen_no",
          "citizen_key",
          "first_ma_hssk",
          "key_id",
          "old_id",
          "name",
          "name_folded",
          "birth_date",
          "birth_year",
          "gender",
          "insurance_numbers",
          "phone",
          "commune",
          "answer_name",
          "answer_name_folded",
          "answer_birth_date",
          "answer_birth_year",
          "answer_gender",
          "is_answered",
          "verified_id",
          MatchingEvents.KEYS);

  private MatchColumns() {}

  /**
   * Events with {@code event_no} and the columns.
   *
   * @param events columns {@code event_no, id_given, citizen_id, insurance_numbers, old_id,
   *     birth_year, name, name_folded, birth_date, gender, phone, commune}
   */
  static Dataset<Row> ofEvents(Dataset<Row> events, Communes communes) {
    return of(
        events,
        when(col("citizen_id").isNull(), col("id_given")),
        coalesce(col("same_units"), ownUnit()),
        communes);
  }

  /**
   * The same of a few people of the registry.
   *
   * @param people in the columns of events; {@code citizen_id} is the verified one
   */
  static Dataset<Row> ofPeople(Dataset<Row> people, Communes communes) {
    return of(people, col("citizen_id"), ownUnit(), communes);
  }

  private static Dataset<Row> of(
      Dataset<Row> rows, Column writtenId, Column units, Communes communes) {
    Column person =
        struct(
            col("name"), col("name_folded"), col("birth_date"), col("birth_year"), col("gender"));
    return withUnits(rows, communes)
        .withColumn("person", person)
        .select(
            Stream.concat(
                    Stream.of(col("event_no")),
                    ofPerson("person", col("citizen_id"), writtenId, units))
                .toArray(Column[]::new));
  }

  /**
   * Rows of the registry with {@link #FACE}, {@link #RECORD}, the citizen and the columns; a record
   * is one row, or two if the answer about it says something else.
   *
   * @param records in the columns of {@code registered_record}
   */
  static Dataset<Row> ofRegistry(Dataset<Row> records, Communes communes) {
    Dataset<Row> faces =
        records
            .withColumn(RECORD, StagedRows.number())
            .select(
                col("citizen_no"),
                col("citizen_key"),
                col("first_ma_hssk"),
                col(RECORD),
                col("verified_id").as("citizen_id"),
                col("old_id"),
                col("insurance_numbers"),
                col("phone"),
                col("commune"),
                posexplode(array_compact(array(own(), answered())))
                    .as(new String[] {"face_place", "person"}));
    Column face = col(RECORD).multiply(2).plus(col("face_place")).as(FACE);
    return withUnits(faces, communes)
        .select(
            Stream.concat(
                    Stream.of(
                        face,
                        col(RECORD),
                        col("citizen_no"),
                        col("citizen_key"),
                        col("first_ma_hssk")),
                    ofPerson("person", col("citizen_id"), col("citizen_id"), ownUnit()))
                .toArray(Column[]::new));
  }

  /**
   * Records with a list of values of both of their faces, each value once.
   *
   * @param records in the columns of {@code registered_record}
   * @param values of a face, from its columns; a list, in which a null is none
   */
  static Dataset<Row> withValues(
      Dataset<Row> records, String name, Column values, Communes communes) {
    Dataset<Row> faces =
        withUnits(records, communes)
            .withColumn("own_face", own())
            .withColumn("answered_face", answered());
    for (String face : List.of("own_face", "answered_face")) {
      Stream<Column> columns =
          Stream.concat(
              Stream.of(col("*")),
              ofPerson(face, col("verified_id"), col("verified_id"), ownUnit()));
      faces =
          faces
              .select(columns.toArray(Column[]::new))
              .withColumn(face, when(col(face).isNotNull(), values))
              .drop(NAMES.stream().map(column -> "c_" + column).toArray(String[]::new));
    }
    Column both =
        concat(col("own_face"), coalesce(col("answered_face"), array().cast("array<bigint>")));
    return faces
        .withColumn(name, array_distinct(array_compact(both)))
        .drop("own_face", "answered_face", "unit", "unit_district", "same_units");
  }

  private static Column own() {
    return struct(
        col("name"),
        col("name_folded"),
        col("birth_date"),
        coalesce(functions.year(col("birth_date")), col("birth_year")).as("birth_year"),
        col("gender"));
  }

  /** The person of a KHOP answer; null if it is the record's own. */
  private static Column answered() {
    Column person =
        struct(
            coalesce(col("answer_name"), col("name")).as("name"),
            coalesce(col("answer_name_folded"), col("name_folded")).as("name_folded"),
            coalesce(col("answer_birth_date"), col("birth_date")).as("birth_date"),
            coalesce(
                    functions.year(coalesce(col("answer_birth_date"), col("birth_date"))),
                    col("answer_birth_year"),
                    col("birth_year"))
                .as("birth_year"),
            coalesce(col("answer_gender"), col("gender")).as("gender"));
    return when(col("is_answered").and(not(person.eqNullSafe(own()))), person);
  }

  private static Dataset<Row> withUnits(Dataset<Row> rows, Communes communes) {
    return rows.join(
        functions.broadcast(communes.sameRows(rows.sparkSession())),
        col("commune").equalTo(col("unit")),
        "left");
  }

  private static Column ownUnit() {
    return array(col("commune"));
  }

  /**
   * The columns.
   *
   * @param person name of a column with his name, birth date and gender
   */
  private static Stream<Column> ofPerson(
      String person, Column citizenId, Column writtenId, Column communes) {
    Column name = col(person + ".name");
    Column isName = not(coalesce(col(person + ".name_folded").rlike(PLACEHOLDER), lit(true)));
    Column surname = substring_index(name, " ", 1);
    Column given = substring_index(name, " ", -1);
    Column hasSeveral = isName.and(name.contains(" "));
    Column middle =
        functions.trim(
            functions.substring(
                name,
                length(surname).plus(1),
                length(name).minus(length(surname)).minus(length(given))));
    Column day = date_format(col(person + ".birth_date"), "yyyyMMdd");
    Column year = lpad(col(person + ".birth_year").cast(DataTypes.StringType), 4, "0");
    return Stream.of(
        when(hasSeveral, surname).as("c_surname"),
        when(hasSeveral, nullif(middle, lit(""))).as("c_middle_name"),
        when(isName, given).as("c_given_name"),
        coalesce(day, year).as("c_birth_date"),
        col(person + ".gender").cast(DataTypes.StringType).as("c_gender"),
        col("phone").as("c_phone"),
        citizenId.as("c_citizen_id"),
        writtenId.as("c_written_id"),
        col("old_id").as("c_old_id"),
        when(functions.size(col("insurance_numbers")).gt(0), col("insurance_numbers"))
            .as("c_insurance_number"),
        when(col("commune").isNotNull(), communes).as("c_commune"),
        col("unit_district").as("c_district"));
  }
}
