/** The commands of khoyte, one class each. */
@NullMarked
package khoyte.jobs.command;

import org.jspecify.annotations.NullMarked;
