/** Lists that give data its meaning, versioned with the code. */
@NullMarked
package khoyte.warehouse.reference;

import org.jspecify.annotations.NullMarked;
