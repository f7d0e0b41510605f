/** The commands that need the lake, Spark or the printing of reports. */
@NullMarked
package khoyte.jobs.command.night;

import org.jspecify.annotations.NullMarked;
