/** The operations database: landed files, nights and their steps, the schedule. */
@NullMarked
package khoyte.jobs.operations;

import org.jspecify.annotations.NullMarked;
