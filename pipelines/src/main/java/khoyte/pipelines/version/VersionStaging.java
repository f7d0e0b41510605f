package khoyte.pipelines.version;

import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.BiConsumer;
import khoyte.warehouse.lake.DataFileWriter;
import khoyte.warehouse.lake.Lake;
import khoyte.warehouse.lake.RowTaker;
import khoyte.warehouse.lake.WrittenFile;
import khoyte.warehouse.table.RecordKind;
import khoyte.warehouse.table.Table;
import khoyte.warehouse.table.VersionTables;
import org.jspecify.annotations.Nullable;

/**
 * Keeps {@link VersionTables} in step with the staged rows. New rows are numbered while they are
 * read; all of them are numbered again if something else hangs on it has changed: the secret, the
 * rules of the matcher, the program, or a seed after two texts had one hash. A warehouse from
 * before there were numbers gets them so.
 */
public final class VersionStaging {
  private static final String BASIS = "basis";
  private static final String SEED = "seed";

  private final Lake lake;
  private VersionBasis basis;

  /**
   * Staging on a basis, with the seed that is in use.
   *
   * @param basis whose seed does not count
   */
  public VersionStaging(Lake lake, VersionBasis basis) {
    this.lake = lake;
    String seed = lake.note(VersionTables.VERSION, SEED);
    this.basis = basis.seeded(seed.isEmpty() ? 0 : Integer.parseInt(seed));
  }

  /** What the numbers hang on. */
  public VersionBasis basis() {
    return basis;
  }

  /** Before rows are numbered: those on another basis are not to be taken for ones on this. */
  public void begin() {
    if (!areNumbered()) {
      boolean isEmpty =
          RecordKind.all().map(RecordKind::table).allMatch(lake::isEmpty)
              && VersionTables.ALL.stream().allMatch(lake::isEmpty);
      lake.note(VersionTables.VERSION, BASIS, isEmpty ? basis.digest() : "");
    }
  }

  /** Numbers all staged rows again where that is needed; whether it was. */
  public boolean complete() {
    if (areNumbered()) {
      return false;
    }
    Map<Table, List<WrittenFile>> written = new HashMap<>();
    VersionTables.ALL.forEach(
        table -> written.put(table, Collections.synchronizedList(new ArrayList<>())));
    RecordKind.all()
        .forEach(kind -> lake.read(kind.table(), () -> new Numbering(kind.table(), written)));
    written.forEach(lake::replace);
    lake.note(VersionTables.VERSION, BASIS, basis.digest());
    return true;
  }

  private boolean areNumbered() {
    return lake.note(VersionTables.VERSION, BASIS).equals(basis.digest());
  }

  /** Numbers all staged rows by another seed: two texts had one hash. */
  public void reseed() {
    basis = basis.seeded(basis.seed() + 1);
    lake.note(VersionTables.VERSION, SEED, String.valueOf(basis.seed()));
    complete();
  }

  /** The numbers of the rows of one data file. */
  private final class Numbering implements RowTaker, BiConsumer<Table, Object[]> {
    private final Table table;
    private final Map<Table, List<WrittenFile>> written;
    private final VersionRows rows = new VersionRows(basis);
    private final Map<Table, DataFileWriter> writers = new HashMap<>();

    Numbering(Table table, Map<Table, List<WrittenFile>> written) {
      this.table = table;
      this.written = written;
    }

    @Override
    public void row(@Nullable Object[] values) {
      rows.of(table, values, this);
    }

    @Override
    public void accept(Table numbered, Object[] row) {
      writers.computeIfAbsent(numbered, any -> lake.writer(any, "numbered")).write(row);
    }

    @Override
    public void close() {
      writers.forEach(
          (numbered, writer) -> Objects.requireNonNull(written.get(numbered)).add(writer.close()));
    }
  }
}
