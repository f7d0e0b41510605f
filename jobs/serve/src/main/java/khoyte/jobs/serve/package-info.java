/** The scheduler in the foreground: which nights are due, each a process of its own. */
@NullMarked
package khoyte.jobs.serve;

import org.jspecify.annotations.NullMarked;
