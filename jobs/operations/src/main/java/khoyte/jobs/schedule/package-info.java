/** Quartz, and nothing but Quartz: which nights are due, and when. */
@NullMarked
package khoyte.jobs.schedule;

import org.jspecify.annotations.NullMarked;
