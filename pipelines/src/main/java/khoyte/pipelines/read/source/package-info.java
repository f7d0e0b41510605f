/** What is read and what comes out: files, kinds of sources, column maps, sinks. */
@NullMarked
package khoyte.pipelines.read.source;

import org.jspecify.annotations.NullMarked;
