/** Tabular sources: headings, encodings, rows of the contract's tables. */
@NullMarked
package khoyte.pipelines.read.tabular;

import org.jspecify.annotations.NullMarked;
