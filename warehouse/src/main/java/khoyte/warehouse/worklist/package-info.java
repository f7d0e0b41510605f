/** The form of the communes' worklists: what khoyte prints and what it reads when they return. */
@NullMarked
package khoyte.warehouse.worklist;

import org.jspecify.annotations.NullMarked;
