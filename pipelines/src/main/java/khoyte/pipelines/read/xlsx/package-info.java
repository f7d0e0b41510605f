/** Rows of a workbook's sheet as text. */
@NullMarked
package khoyte.pipelines.read.xlsx;

import org.jspecify.annotations.NullMarked;
