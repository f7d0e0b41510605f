/** The work of the night's steps, over one open lake. */
@NullMarked
package khoyte.jobs.step;

import org.jspecify.annotations.NullMarked;
