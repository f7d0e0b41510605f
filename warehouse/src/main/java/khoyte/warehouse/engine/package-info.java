/**
 * What runs models: truths across rows, each one SELECT in a {@code .sql} file, in the subset of
 * SQL that DuckDB and Spark share. DuckDB, in the process, is here.
 */
@NullMarked
package khoyte.warehouse.engine;

import org.jspecify.annotations.NullMarked;
