/** The module pipelines. */
@NullMarked
package khoyte.pipelines;

import org.jspecify.annotations.NullMarked;
