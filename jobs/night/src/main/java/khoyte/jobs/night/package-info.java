/** The night: one job, its steps, its lock, its recovery. */
@NullMarked
package khoyte.jobs.night;

import org.jspecify.annotations.NullMarked;
