package khoyte.pipelines.link;

import static org.apache.spark.sql.functions.col;

import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeSet;
import java.util.stream.Collectors;
import khoyte.pipelines.link.estimate.Explanation;
import khoyte.pipelines.link.estimate.LinkParameters;
import khoyte.pipelines.link.estimate.Mixture;
import khoyte.pipelines.link.model.LinkModel;
import khoyte.pipelines.spark.Sessions;
import khoyte.warehouse.Fault;
import khoyte.warehouse.KhoyteException;
import khoyte.warehouse.explain.PersonValues;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;
import org.apache.spark.sql.SparkSession;
import org.apache.spark.sql.types.DataTypes;
import org.apache.spark.sql.types.StructType;
import org.jspecify.annotations.Nullable;

/**
 * Why a record has its weights against a handful of people, by parameters that were learned before:
 * what is said of a pair depends on nothing but the two. Levels are those of {@link
 * ComparisonLevels}, so a small session is opened for the rows.
 */
public final class PersonWeights {
  /** Columns of a model of citizens. */
  private static final List<String> KNOWN =
      List.of(
          "surname",
          "middle_name",
          "given_name",
          "birth_date",
          "gender",
          "phone",
          "citizen_id",
          "old_id",
          "insurance_number",
          "commune");

  private static final String NUMBER = "number";
  private static final DateTimeFormatter DATE =
      DateTimeFormatter.ofPattern("uuuuMMdd", Locale.ROOT);

  private final LinkModel model;
  private final LinkParameters parameters;
  private final List<String> columns;

  /**
   * @throws KhoyteException if the parameters are not those of the model, or the model compares
   *     what is not known of a person here
   */
  public PersonWeights(LinkModel model, LinkParameters parameters) {
    this.model = model;
    this.parameters = parameters.alignedTo(model);
    this.columns = List.copyOf(new TreeSet<>(model.comparedColumns()));
    TreeSet<String> known = new TreeSet<>(KNOWN);
    for (String column : columns) {
      if (!known.contains(column)) {
        throw new KhoyteException(
            Fault.ARGUMENT, "explain.column", model.name(), column, String.join(", ", known));
      }
    }
  }

  /**
   * The explanation of each, in their order.
   *
   * @param people among whom one is looked for
   * @param place where Spark runs
   */
  public List<Explanation> explained(
      PersonValues asked, List<PersonValues> others, long people, CsvLinkage.Place place) {
    if (others.isEmpty()) {
      return List.of();
    }
    Map<String, String> properties = new HashMap<>(Sessions.WITHOUT_COMPILING);
    properties.put("spark.sql.shuffle.partitions", "1");
    SparkSession session =
        Sessions.open("local[1]", properties, place.directory().resolve("spark"));
    try {
      return explained(session, asked, others, people);
    } finally {
      session.stop();
    }
  }

  private List<Explanation> explained(
      SparkSession session, PersonValues asked, List<PersonValues> others, long people) {
    Mixture mixture = Mixture.of(parameters, List.of(people, 1L));
    Dataset<Row> pairs =
        rows(session, List.of(asked), "l_")
            .drop("l_" + NUMBER)
            .crossJoin(rows(session, others, "r_"));
    List<Row> compared =
        new ComparisonLevels(model)
            .of(pairs, List.of(col("r_" + NUMBER)))
            .orderBy("r_" + NUMBER)
            .collectAsList();
    return compared.stream().map(pair -> explanation(mixture, pair)).toList();
  }

  private Explanation explanation(Mixture mixture, Row pair) {
    int comparisons = model.comparisons().size();
    byte[] levels = new byte[comparisons];
    for (int i = 0; i < comparisons; i++) {
      levels[i] = pair.<Byte>getAs(ComparisonLevels.levelColumn(i));
    }
    double[] chances = new double[comparisons];
    // How frequent a value is was not learned with the parameters: the average counts.
    Arrays.fill(chances, Double.NaN);
    return Explanation.of(mixture, parameters, levels, chances);
  }

  private Dataset<Row> rows(SparkSession session, List<PersonValues> people, String side) {
    StructType schema = new StructType().add(side + NUMBER, DataTypes.IntegerType);
    for (String column : columns) {
      schema =
          schema.add(
              side + column,
              model.column(column).isList()
                  ? DataTypes.createArrayType(DataTypes.StringType)
                  : DataTypes.StringType);
    }
    List<Row> rows = new ArrayList<>();
    for (PersonValues person : people) {
      Map<String, @Nullable Object> values = of(person);
      List<@Nullable Object> row = new ArrayList<>();
      row.add(rows.size());
      columns.forEach(column -> row.add(inList(values.get(column), column)));
      rows.add(RowFactory.create(row.toArray()));
    }
    return session.createDataFrame(rows, schema);
  }

  private @Nullable Object inList(@Nullable Object value, String column) {
    return value instanceof String text && model.column(column).isList()
        ? new String[] {text}
        : value;
  }

  /** A value as it is compared; empty if there is none. */
  public static String text(PersonValues person, String column) {
    Object value = of(person).get(column);
    return value instanceof Object[] list
        ? Arrays.stream(list).map(String::valueOf).collect(Collectors.joining(", "))
        : value == null ? "" : value.toString();
  }

  /** A person in the columns of a model of citizens. */
  private static Map<String, @Nullable Object> of(PersonValues person) {
    Map<String, @Nullable Object> values = new HashMap<>();
    String name = person.name();
    if (name != null) {
      int first = name.indexOf(' ');
      int last = name.lastIndexOf(' ');
      values.put("surname", first < 0 ? null : name.substring(0, first));
      values.put("middle_name", last <= first ? null : name.substring(first + 1, last));
      values.put("given_name", name.substring(last + 1));
    }
    values.put(
        "birth_date",
        person.birthDate() != null
            ? DATE.format(person.birthDate())
            : person.birthYear() == null ? null : String.valueOf(person.birthYear()));
    values.put("gender", person.gender() == null ? null : String.valueOf(person.gender()));
    values.put("citizen_id", person.citizenId());
    values.put("old_id", person.oldId());
    values.put(
        "insurance_number",
        person.insuranceNumbers().isEmpty() ? null : person.insuranceNumbers().toArray());
    values.put("phone", person.phone());
    values.put("commune", person.commune());
    return values;
  }
}
