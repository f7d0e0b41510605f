/** The one typeface of every page: measured, embedded, and kept apart from the machine's fonts. */
@NullMarked
package khoyte.reports.font;

import org.jspecify.annotations.NullMarked;
