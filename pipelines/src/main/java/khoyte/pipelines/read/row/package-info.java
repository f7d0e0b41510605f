/** Rows of the staged tables, field by field. */
@NullMarked
package khoyte.pipelines.read.row;

import org.jspecify.annotations.NullMarked;
