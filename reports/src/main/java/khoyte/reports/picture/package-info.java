/** Pictures beside reports: drawn once as SVG, and from that as PNG. */
@NullMarked
package khoyte.reports.picture;

import org.jspecify.annotations.NullMarked;
