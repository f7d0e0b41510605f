/** A record and the citizens whose it may be, with the values by which they are compared. */
@NullMarked
package khoyte.warehouse.explain;

import org.jspecify.annotations.NullMarked;
