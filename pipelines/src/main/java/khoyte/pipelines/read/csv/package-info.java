/** Records of a CSV file, found again after a broken line. */
@NullMarked
package khoyte.pipelines.read.csv;

import org.jspecify.annotations.NullMarked;
