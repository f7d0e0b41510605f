/** What is kept for good: files with their checksums, and for how long nights are. */
@NullMarked
package khoyte.jobs.keep;

import org.jspecify.annotations.NullMarked;
