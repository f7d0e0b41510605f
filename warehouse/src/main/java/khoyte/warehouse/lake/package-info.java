/** The Iceberg tables: data files written, committed, tagged, listed. */
@NullMarked
package khoyte.warehouse.lake;

import org.jspecify.annotations.NullMarked;
