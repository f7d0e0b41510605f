/** A filled report as a PDF page. */
@NullMarked
package khoyte.reports.print;

import org.jspecify.annotations.NullMarked;
