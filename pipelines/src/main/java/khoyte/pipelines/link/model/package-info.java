/** A linker as values: columns, what brings two rows together, how they are compared and judged. */
@NullMarked
package khoyte.pipelines.link.model;

import org.jspecify.annotations.NullMarked;
