/** What a printed cell can be, and how Vietnamese writes numbers and dates. */
@NullMarked
package khoyte.reports.cell;

import org.jspecify.annotations.NullMarked;
