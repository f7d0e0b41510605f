package khoyte.warehouse.table;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;

/**
 * A table of the lake or of a night's file.
 *
 * @param namespace {@link #IDENTITY}, {@link #HEALTH} or {@link #NIGHT}
 * @param name snake_case
 * @param grain what one row is
 * @param key names of the fields that identify a row
 * @param layered whether the table is stored in layers: every row carries the {@link #RUN} that
 *     wrote it and whether it is {@link #REMOVED}; of the rows of one key the one of the greatest
 *     run counts, and counts only if it is not removed. So a night adds what it changes and
 *     rewrites nothing. The two columns are no fields: whoever reads the table sees the rows that
 *     count
 */
public record Table(
    String namespace,
    String name,
    String grain,
    List<String> key,
    List<Field> fields,
    boolean layered) {

  /** Column of a layered table: number of the run that wrote the row. */
  public static final String RUN = "layer_run";

  /** Column of a layered table: the key has no row any more. */
  public static final String REMOVED = "layer_removed";

  /** Where people have names: names, numbers, phones and addresses live here and nowhere else. */
  public static final String IDENTITY = "identity";

  /** Where people are pseudonyms: everything analysts may query. */
  public static final String HEALTH = "health";

  /** What a night's file holds itself: marts, and what the night was made of. */
  public static final String NIGHT = "night";

  public Table {
    key = List.copyOf(key);
    fields = List.copyOf(fields);
    var names = new HashSet<String>();
    for (Field field : fields) {
      if (!names.add(field.name())) {
        throw new IllegalArgumentException(
            "Cannot declare table " + name + ": field twice: " + field.name());
      }
    }
    if (!names.containsAll(key)) {
      throw new IllegalArgumentException("Cannot declare table " + name + ": no such key: " + key);
    }
  }

  /** A table that is not layered. */
  public Table(String namespace, String name, String grain, List<String> key, List<Field> fields) {
    this(namespace, name, grain, key, fields, false);
  }

  /** Namespace and name with a dot between, as in SQL. */
  public String qualifiedName() {
    return namespace + "." + name;
  }

  /** Position of a field, from 0. */
  public int indexOf(String field) {
    for (int i = 0; i < fields.size(); i++) {
      if (fields.get(i).name().equals(field)) {
        return i;
      }
    }
    throw new IllegalArgumentException("Cannot find field " + field + " in table " + name);
  }

  static Builder identity(String name) {
    return new Builder(IDENTITY, name);
  }

  static Builder health(String name) {
    return new Builder(HEALTH, name);
  }

  static Builder night(String name) {
    return new Builder(NIGHT, name);
  }

  static final class Builder {
    private final String namespace;
    private final String name;
    private String grain = "";
    private List<String> key = List.of();
    private boolean layered;
    private final List<Field> fields = new ArrayList<>();

    private Builder(String namespace, String name) {
      this.namespace = namespace;
      this.name = name;
    }

    Builder oneRowPer(String grain) {
      this.grain = grain;
      return this;
    }

    Builder key(String... key) {
      this.key = List.of(key);
      return this;
    }

    Builder inLayers() {
      this.layered = true;
      return this;
    }

    Builder with(Field field) {
      fields.add(field);
      return this;
    }

    Builder with(List<Field> more) {
      fields.addAll(more);
      return this;
    }

    Table build() {
      return new Table(namespace, name, grain, key, fields, layered);
    }
  }
}
