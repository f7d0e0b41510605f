/** A commune's worklist that came back: what the station found out about each of its rows. */
@NullMarked
package khoyte.pipelines.read.worklist;

import org.jspecify.annotations.NullMarked;
