/** Plain, gzip, zip and workbook: bytes of a landed file, inflated within bounds. */
@NullMarked
package khoyte.pipelines.read.container;

import org.jspecify.annotations.NullMarked;
