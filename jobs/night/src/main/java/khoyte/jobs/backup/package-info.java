/** Backups: taken, brought back, and checked. */
@NullMarked
package khoyte.jobs.backup;

import org.jspecify.annotations.NullMarked;
