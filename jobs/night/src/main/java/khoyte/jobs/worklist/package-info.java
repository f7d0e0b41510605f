/** The communes' worklists, and what is in those that come back. */
@NullMarked
package khoyte.jobs.worklist;

import org.jspecify.annotations.NullMarked;
