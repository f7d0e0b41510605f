/** Reports of a published night: filled, rendered, issued once. */
@NullMarked
package khoyte.jobs.report;

import org.jspecify.annotations.NullMarked;
