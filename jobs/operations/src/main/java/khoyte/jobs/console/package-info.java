/** What a person at a terminal sees. */
@NullMarked
package khoyte.jobs.console;

import org.jspecify.annotations.NullMarked;
