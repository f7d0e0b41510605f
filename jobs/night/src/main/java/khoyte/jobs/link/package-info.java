/** The linker: its models, their parameters, who is the same person and why. */
@NullMarked
package khoyte.jobs.link;

import org.jspecify.annotations.NullMarked;
