/** The nightly extract of a hospital information system (QĐ 4210, 130, 4750, 3176). */
@NullMarked
package khoyte.pipelines.read.his;

import org.jspecify.annotations.NullMarked;
