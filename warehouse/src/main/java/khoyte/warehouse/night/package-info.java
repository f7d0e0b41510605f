/** A night's DuckDB file: views, marts, checks, publication, reading. */
@NullMarked
package khoyte.warehouse.night;

import org.jspecify.annotations.NullMarked;
