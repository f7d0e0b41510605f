package khoyte.warehouse.engine;

import java.util.List;
import java.util.function.Consumer;
import khoyte.warehouse.table.Field;
import khoyte.warehouse.table.Table;

/**
 * Keeps tables for the time of a night: those of the lake by name, those that models make of
 * others, and those that Java fills between two models. A table that is made again takes the place
 * of the one of that name. Every engine gives the same rows, in whatever order.
 */
public interface Engine extends AutoCloseable {

  /**
   * Knows a table of the lake: of its newest snapshot the rows that count.
   *
   * @param name by which models read it
   */
  void know(String name, Table table);

  /** Knows of {@code VersionTables.VERSION} the versions with a number greater than one. */
  void knowVersionsAfter(String name, long versionNo);

  /** Knows another name of a table. */
  void alias(String name, String other);

  /** Makes the table of a model. */
  void make(Model model);

  /** Makes a table of rows from Java. */
  void fill(String name, List<Field> fields, Consumer<RowAppender> rows);

  /** Hands the rows of a table out, one after another. */
  void read(String name, List<String> columns, Consumer<EngineRow> taker);

  /** The columns of a table; whether they are required is not known. */
  List<Field> columns(String name);

  /** The number of rows of a table. */
  long count(String name);

  /** Forgets tables that no model needs any more. */
  void drop(List<String> names);

  /**
   * Writes a layered table of the lake.
   *
   * @param written what is written
   * @param run of the night; the layer
   */
  void write(Written written, long run);

  /**
   * Puts the layers of a table into fewer if they have become many or large, so that reading it
   * never costs much more than its rows.
   *
   * @param run whose layer is going to be written
   */
  void settle(Table table, long run);

  @Override
  void close();

  /** Takes the rows of a table that Java fills. */
  @FunctionalInterface
  interface RowAppender {
    /** A row in the order of the fields; null where there is nothing. */
    void row(@org.jspecify.annotations.Nullable Object... values);
  }
}
