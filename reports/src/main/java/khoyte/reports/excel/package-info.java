/** A filled report as a workbook. */
@NullMarked
package khoyte.reports.excel;

import org.jspecify.annotations.NullMarked;
