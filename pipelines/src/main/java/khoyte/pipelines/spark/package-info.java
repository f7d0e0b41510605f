/** The only place that knows sessions, schemas and how Spark reads and writes the lake. */
@NullMarked
package khoyte.pipelines.spark;

import org.jspecify.annotations.NullMarked;
