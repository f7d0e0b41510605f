/** The module jobs. */
@NullMarked
package khoyte.jobs;

import org.jspecify.annotations.NullMarked;
