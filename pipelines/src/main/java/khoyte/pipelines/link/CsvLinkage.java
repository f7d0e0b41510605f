package khoyte.pipelines.link;

import de.siegmar.fastcsv.writer.CsvWriter;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import java.util.function.Function;
import khoyte.pipelines.link.model.LinkModel;
import khoyte.pipelines.spark.Sessions;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;

/** A linkage of CSV files, in a session of its own. */
public final class CsvLinkage implements AutoCloseable {
  /** Rows up to which it takes longer to compile queries than to interpret them. */
  private static final long WORTH_COMPILING = 500;

  private static final int WEIGHT_DECIMALS = 4;
  private static final int PROBABILITY_DECIMALS = 6;

  private final SparkSession session;
  private final Linkage linkage;

  private CsvLinkage(SparkSession session, Linkage linkage) {
    this.session = session;
    this.linkage = linkage;
  }

  /**
   * Where it runs.
   *
   * @param master of Spark
   * @param partitions of a shuffle
   * @param directory for what is needed more than once; may be emptied afterwards
   */
  public record Place(String master, int partitions, Path directory) {}

  /**
   * Reads and compares; see {@link Linkage#of}.
   *
   * @throws khoyte.warehouse.KhoyteException if a file cannot be read, or what was said of its
   *     columns cannot be
   */
  public static CsvLinkage open(
      LinkModel model, CsvTables files, Place place, Consumer<Remark> remarks) {
    List<CsvTable> tables = files.files().stream().map(CsvTable::of).toList();
    LinkModel told = files.told(model, tables);
    tables.forEach(
        table -> remarks.accept(Remark.of("link.read", table.file().getFileName(), table.rows())));
    Map<String, String> properties = new HashMap<>();
    properties.put("spark.sql.shuffle.partitions", String.valueOf(place.partitions()));
    if (tables.stream().mapToLong(CsvTable::rows).sum() < WORTH_COMPILING) {
      properties.putAll(Sessions.FOR_FEW_ROWS);
    }
    SparkSession session =
        Sessions.open(place.master(), properties, place.directory().resolve("spark"));
    try {
      List<SourceTable> sources =
          tables.stream().map(table -> table.read(session, remarks)).toList();
      return new CsvLinkage(
          session, Linkage.of(session, told, sources, place.directory(), remarks));
    } catch (RuntimeException e) {
      session.stop();
      throw e;
    }
  }

  public Linkage linkage() {
    return linkage;
  }

  /** Writes {@code id_l,id_r,weight,probability,decision}; the file is there once it is whole. */
  public static void writeLinks(Links links, Path file) {
    write(
        file,
        List.of("id_l", "id_r", "weight", "probability", "decision"),
        links.links(),
        row ->
            List.of(
                row.getString(0),
                row.getString(1),
                decimal(row.getDouble(2), WEIGHT_DECIMALS),
                decimal(row.getDouble(3), PROBABILITY_DECIMALS),
                row.getString(4)));
  }

  /**
   * A cluster with more rows than expected.
   *
   * @param line of the written file on which it begins
   */
  public record LargeCluster(long line, int rows) {}

  /**
   * Writes {@code cluster_id,id} of every row; the file is there once it is whole.
   *
   * @return the clusters with more than {@code largest} rows, in the order of the file
   */
  public static List<LargeCluster> writeClusters(Links links, Path file, int largest) {
    ClusterSizes sizes = new ClusterSizes(largest);
    write(
        file,
        List.of("cluster_id", "id"),
        links.people(),
        row -> {
          sizes.add(row.getString(0));
          return List.of(row.getString(0), row.getString(1));
        });
    return sizes.large();
  }

  /** Watches clusters go by. */
  private static final class ClusterSizes {
    private final int largest;
    private final List<LargeCluster> large = new ArrayList<>();
    private String cluster = "";
    private long line = 1;
    private int rows;

    ClusterSizes(int largest) {
      this.largest = largest;
    }

    void add(String next) {
      line++;
      if (rows > 0 && !next.equals(cluster)) {
        end(line);
      }
      cluster = next;
      rows++;
    }

    private void end(long lineBehind) {
      if (rows > largest) {
        large.add(new LargeCluster(lineBehind - rows, rows));
      }
      rows = 0;
    }

    List<LargeCluster> large() {
      end(line + 1);
      return large;
    }
  }

  private static String decimal(double value, int decimals) {
    return new BigDecimal(value).setScale(decimals, RoundingMode.HALF_EVEN).toPlainString();
  }

  private static void write(
      Path file, List<String> heading, Dataset<Row> rows, Function<Row, List<String>> line) {
    Path whole = file.toAbsolutePath();
    Path unfinished = whole.resolveSibling(whole.getFileName() + ".unfinished");
    try {
      Files.createDirectories(whole.getParent());
      try (CsvWriter writer = CsvWriter.builder().build(unfinished)) {
        writer.writeRecord(heading);
        for (Iterator<Row> all = rows.toLocalIterator(); all.hasNext(); ) {
          writer.writeRecord(new ArrayList<>(line.apply(all.next())));
        }
      }
      Files.move(
          unfinished, whole, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  @Override
  public void close() {
    session.stop();
  }
}
