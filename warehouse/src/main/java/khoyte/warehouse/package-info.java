/** Paths of the warehouse, its errors and its messages. */
@NullMarked
package khoyte.warehouse;

import org.jspecify.annotations.NullMarked;
