/** SQL files with their places filled; values, names and types as DuckDB writes them. */
@NullMarked
package khoyte.warehouse.sql;

import org.jspecify.annotations.NullMarked;
