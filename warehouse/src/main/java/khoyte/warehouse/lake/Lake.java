package khoyte.warehouse.lake;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Supplier;
import khoyte.warehouse.NightId;
import khoyte.warehouse.table.Table;
import khoyte.warehouse.table.TableFiles;
import org.apache.iceberg.AppendFiles;
import org.apache.iceberg.CatalogProperties;
import org.apache.iceberg.DataFile;
import org.apache.iceberg.DataFiles;
import org.apache.iceberg.FileScanTask;
import org.apache.iceberg.HasTableOperations;
import org.apache.iceberg.Metrics;
import org.apache.iceberg.MetricsConfig;
import org.apache.iceberg.OverwriteFiles;
import org.apache.iceberg.PartitionSpec;
import org.apache.iceberg.Snapshot;
import org.apache.iceberg.SnapshotRef;
import org.apache.iceberg.catalog.Namespace;
import org.apache.iceberg.catalog.TableIdentifier;
import org.apache.iceberg.expressions.Expressions;
import org.apache.iceberg.io.CloseableIterable;
import org.apache.iceberg.io.InputFile;
import org.apache.iceberg.jdbc.JdbcCatalog;
import org.apache.iceberg.parquet.ParquetUtil;
import org.apache.iceberg.types.Conversions;
import org.apache.iceberg.types.Types.NestedField;

/**
 * The Iceberg tables: created as they are declared, appended to in single commits, tagged with the
 * night. Every table has a snapshot from its creation on. For one night at a time; its writers may
 * be used by several threads, each its own.
 */
public final class Lake implements AutoCloseable {
  private static final String COMMIT_ID = "khoyte.commit-id";
  private static final String NOTE = "khoyte.note.";
  private static final String SPARK_CATALOG = "spark.sql.catalog." + LakeLocation.CATALOG;

  private final LakeLocation location;
  private final LakeFileIO files;
  private final JdbcCatalog catalog = new JdbcCatalog();

  /** By qualified name, as they were when first written to: what a writer needs does not change. */
  private final Map<String, org.apache.iceberg.Table> written = new ConcurrentHashMap<>();

  private Lake(LakeLocation location) {
    this.location = location;
    this.files = new LakeFileIO(location.directory());
    catalog.initialize(LakeLocation.CATALOG, catalogProperties());
  }

  /**
   * Opens the catalog and creates its two tables in an empty operations database.
   *
   * @throws IllegalArgumentException for an H2 database that folds names to upper case: Iceberg
   *     creates its tables there, and does not find them when they are opened again
   */
  public static Lake open(LakeLocation location) {
    String url = location.catalogUrl();
    if (url.startsWith("jdbc:h2:") && !url.contains("DATABASE_TO_LOWER=TRUE")) {
      throw new IllegalArgumentException(
          "Cannot open the lake: the URL of an H2 database needs DATABASE_TO_LOWER=TRUE: " + url);
    }
    return new Lake(location);
  }

  /** Creates tables and columns that were declared since the last time. */
  public void ensure(List<Table> tables) {
    for (Table table : tables) {
      TableIdentifier name = identifier(table);
      if (!catalog.namespaceExists(name.namespace())) {
        catalog.createNamespace(name.namespace(), Map.of());
      }
      if (catalog.tableExists(name)) {
        grow(table);
      } else {
        create(table);
      }
    }
  }

  /**
   * A writer of one new data file.
   *
   * @param fileName how the file's name begins; names need not be unique
   */
  public DataFileWriter writer(Table table, String fileName) {
    var stored = written.computeIfAbsent(table.qualifiedName(), any -> load(table));
    return new DataFileWriter(
        table,
        LakeSchema.inDeclaredOrder(table, stored.schema()),
        stored.properties(),
        files,
        newFile(stored, fileName));
  }

  /** A data file of a table that something else than this writes. */
  public LakeFile newFile(Table table, String fileName) {
    var stored = load(table);
    String location = newFile(stored, fileName);
    return new LakeFile(
        table, location, files.path(location), LakeSchema.ids(table, stored.schema()));
  }

  private static String newFile(org.apache.iceberg.Table stored, String fileName) {
    return stored
        .locationProvider()
        .newDataLocation(fileName + "-" + UUID.randomUUID() + ".parquet");
  }

  /**
   * Adds the files to the table in one commit, unless a commit of this id was made before.
   *
   * @return the snapshot that holds the files
   */
  public long append(Table table, List<WrittenFile> newFiles, String commitId) {
    var stored = load(table);
    for (Snapshot snapshot : stored.snapshots()) {
      if (commitId.equals(snapshot.summary().get(COMMIT_ID))) {
        return snapshot.snapshotId();
      }
    }
    List<WrittenFile> filled = newFiles.stream().filter(file -> file.rows() > 0).toList();
    if (filled.isEmpty()) {
      return currentSnapshot(table);
    }
    MetricsConfig metrics = MetricsConfig.forTable(stored);
    AppendFiles append = stored.newAppend().set(COMMIT_ID, commitId);
    filled.parallelStream()
        .map(file -> dataFile(file, metrics))
        .toList()
        .forEach(append::appendFile);
    append.commit();
    return stored.currentSnapshot().snapshotId();
  }

  /** Puts the files in the place of all that the table consists of, in one commit. */
  public void replace(Table table, List<WrittenFile> newFiles) {
    var stored = load(table);
    MetricsConfig metrics = MetricsConfig.forTable(stored);
    OverwriteFiles overwrite = stored.newOverwrite().overwriteByRowFilter(Expressions.alwaysTrue());
    newFiles.stream()
        .filter(file -> file.rows() > 0)
        .forEach(file -> overwrite.addFile(dataFile(file, metrics)));
    overwrite.commit();
  }

  /**
   * Reads all rows of a table that is not layered, by several threads: each data file by one.
   *
   * @param takers makes for a data file what takes its rows: values in the order of the fields
   */
  public void read(Table table, Supplier<RowTaker> takers) {
    var stored = load(table);
    layers(table, stored, stored.currentSnapshot().snapshotId()).values().stream()
        .flatMap(List::stream)
        .parallel()
        .forEach(
            file -> {
              try (RowTaker taker = takers.get()) {
                new DataFileReader(table, stored.schema())
                    .read(files.newInputFile(file.location()), taker::row);
              }
            });
  }

  /** What was noted about a table; empty if nothing was. */
  public String note(Table table, String name) {
    return load(table).properties().getOrDefault(NOTE + name, "");
  }

  /** Notes something about a table. */
  public void note(Table table, String name, String text) {
    if (!note(table, name).equals(text)) {
      load(table).updateProperties().set(NOTE + name, text).commit();
    }
  }

  public long currentSnapshot(Table table) {
    return load(table).currentSnapshot().snapshotId();
  }

  /** The data files that a snapshot of the table consists of. */
  public TableFiles dataFiles(Table table, long snapshotId) {
    var stored = load(table);
    SortedMap<Long, List<DataFile>> layers = layers(table, stored, snapshotId);
    List<DataFile> base = layers.isEmpty() ? List.of() : layers.remove(layers.firstKey());
    List<DataFile> patches = layers.values().stream().flatMap(List::stream).toList();
    return new TableFiles(
        table,
        LakeSchema.fieldIds(stored.schema()),
        stored.schemas().size() == 1,
        locations(base),
        locations(patches));
  }

  private static List<String> locations(List<DataFile> files) {
    return files.stream().map(DataFile::location).sorted().toList();
  }

  /** The runs that a layered table has rows of in its current snapshot, with their number. */
  public SortedMap<Long, Long> layers(Table table) {
    var stored = load(table);
    SortedMap<Long, Long> rows = new TreeMap<>();
    layers(table, stored, stored.currentSnapshot().snapshotId())
        .forEach(
            (run, files) -> rows.put(run, files.stream().mapToLong(DataFile::recordCount).sum()));
    return rows;
  }

  /** Data files by the run that wrote them; all under 0 if the table is not layered. */
  private static SortedMap<Long, List<DataFile>> layers(
      Table table, org.apache.iceberg.Table stored, long snapshotId) {
    SortedMap<Long, List<DataFile>> layers = new TreeMap<>();
    try (CloseableIterable<FileScanTask> tasks =
        stored.newScan().useSnapshot(snapshotId).includeColumnStats().planFiles()) {
      for (FileScanTask task : tasks) {
        long run = table.layered() ? run(stored, task.file()) : 0;
        layers.computeIfAbsent(run, any -> new ArrayList<>()).add(task.file());
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return layers;
  }

  private static long run(org.apache.iceberg.Table stored, DataFile file) {
    NestedField column = stored.schema().findField(Table.RUN);
    Map<Integer, ByteBuffer> bounds = file.lowerBounds();
    ByteBuffer run = bounds == null ? null : bounds.get(column.fieldId());
    // A file from before the table was layered is of the base.
    return run == null ? 0 : Conversions.<Long>fromByteBuffer(column.type(), run);
  }

  /** Takes all rows out of a table; its snapshots keep theirs. */
  public void clear(Table table) {
    load(table).newDelete().deleteFromRowFilter(Expressions.alwaysTrue()).commit();
  }

  /** Whether a table has no row. */
  public boolean isEmpty(Table table) {
    var stored = load(table);
    try (CloseableIterable<FileScanTask> files = stored.newScan().planFiles()) {
      return !files.iterator().hasNext();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /**
   * Makes an earlier snapshot the current one. What was committed after it no longer counts; no
   * mark moves.
   */
  public void returnTo(Table table, long snapshotId) {
    var stored = load(table);
    if (stored.currentSnapshot().snapshotId() != snapshotId) {
      stored.manageSnapshots().setCurrentSnapshot(snapshotId).commit();
    }
  }

  /**
   * Marks the table's current snapshot as the night's. Does nothing if it is already; a night's
   * mark never moves.
   */
  public void tag(Table table, NightId night) {
    var stored = load(table);
    long current = stored.currentSnapshot().snapshotId();
    SnapshotRef tagged = stored.refs().get(night.toString());
    if (tagged == null) {
      stored.manageSnapshots().createTag(night.toString(), current).commit();
    } else if (tagged.snapshotId() != current) {
      throw new IllegalStateException(
          "Cannot tag "
              + table.qualifiedName()
              + " with night "
              + night
              + ": the tag is on an earlier snapshot");
    }
  }

  /** The table's snapshot of a night; empty if the night never tagged it. */
  public OptionalLong snapshotOf(Table table, NightId night) {
    SnapshotRef tagged = load(table).refs().get(night.toString());
    return tagged == null ? OptionalLong.empty() : OptionalLong.of(tagged.snapshotId());
  }

  /** Takes a night's mark away, if the table has it. */
  public void untag(Table table, NightId night) {
    var stored = load(table);
    if (stored.refs().containsKey(night.toString())) {
      stored.manageSnapshots().removeTag(night.toString()).commit();
    }
  }

  /** The newest metadata file of each table, relative to the lake's directory. */
  public List<String> metadataFiles() {
    return tables().stream()
        .map(table -> ((HasTableOperations) table).operations().current().metadataFileLocation())
        .toList();
  }

  /** Every table that was ever made, declared or not. */
  List<org.apache.iceberg.Table> tables() {
    return catalog.listNamespaces().stream()
        .flatMap(namespace -> catalog.listTables(namespace).stream())
        .map(catalog::loadTable)
        .toList();
  }

  Path directory() {
    return location.directory();
  }

  /** What a Spark session needs to know the lake as catalog {@link LakeLocation#CATALOG}. */
  public Map<String, String> sparkProperties() {
    Map<String, String> properties = new HashMap<>();
    properties.put(SPARK_CATALOG, "org.apache.iceberg.spark.SparkCatalog");
    properties.put(SPARK_CATALOG + ".type", "jdbc");
    // A table is also committed to from outside the session, which its cache would not see.
    properties.put(SPARK_CATALOG + ".cache-enabled", "false");
    catalogProperties().forEach((key, value) -> properties.put(SPARK_CATALOG + "." + key, value));
    return properties;
  }

  @Override
  public void close() {
    catalog.close();
  }

  private Map<String, String> catalogProperties() {
    return Map.of(
        CatalogProperties.URI,
        location.catalogUrl(),
        "jdbc.user",
        location.user(),
        "jdbc.password",
        location.password(),
        "jdbc.schema-version",
        "V1",
        CatalogProperties.WAREHOUSE_LOCATION,
        ".",
        CatalogProperties.FILE_IO_IMPL,
        LakeFileIO.class.getName(),
        LakeFileIO.DIRECTORY,
        location.directory().toString());
  }

  private void create(Table table) {
    var transaction =
        catalog
            .buildTable(identifier(table), LakeSchema.of(table))
            .withLocation(table.namespace() + "/" + table.name())
            .withProperties(LakeSchema.properties(table))
            .createTransaction();
    transaction.newAppend().commit();
    transaction.commitTransaction();
  }

  private void grow(Table table) {
    var stored = load(table);
    if (LakeSchema.isBehind(table, stored.schema())) {
      written.remove(table.qualifiedName());
      LakeSchema.grow(table, stored.schema(), stored.updateSchema()).commit();
    }
  }

  private DataFile dataFile(WrittenFile file, MetricsConfig metricsConfig) {
    InputFile input = files.newInputFile(file.path());
    Metrics metrics = ParquetUtil.fileMetrics(input, metricsConfig);
    return DataFiles.builder(PartitionSpec.unpartitioned())
        .withInputFile(input)
        .withMetrics(metrics)
        .build();
  }

  private org.apache.iceberg.Table load(Table table) {
    return catalog.loadTable(identifier(table));
  }

  private static TableIdentifier identifier(Table table) {
    return TableIdentifier.of(Namespace.of(table.namespace()), table.name());
  }
}
