/** The parts of the house put together: what a night and the commands call, done by its modules. */
@NullMarked
package khoyte.jobs.house;

import org.jspecify.annotations.NullMarked;
