/** A filled report as plain text: CSV and the terminal's table. */
@NullMarked
package khoyte.reports.text;

import org.jspecify.annotations.NullMarked;
