/** The module reports. */
@NullMarked
package khoyte.reports;

import org.jspecify.annotations.NullMarked;
