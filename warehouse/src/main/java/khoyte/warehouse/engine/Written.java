package khoyte.warehouse.engine;

import khoyte.warehouse.table.Table;
import org.jspecify.annotations.Nullable;

/**
 * What a night writes into a layered table of the lake.
 *
 * @param rows selects its fields
 * @param removed selects the keys that have no row any more; null if the rows take the place of all
 *     that the table has
 */
public record Written(Table table, Model rows, @Nullable Model removed) {}
