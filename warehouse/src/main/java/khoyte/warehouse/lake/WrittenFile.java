package khoyte.warehouse.lake;

import khoyte.warehouse.table.Table;

/**
 * A data file that is whole on disk and belongs to no snapshot yet.
 *
 * @param path relative to the lake's directory
 * @param rows may be 0: then there is no such file, and appending it adds nothing
 */
public record WrittenFile(Table table, String path, long rows, long bytes) {}
