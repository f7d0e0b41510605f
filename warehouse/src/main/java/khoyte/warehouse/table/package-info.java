/** Every table and field, declared once. */
@NullMarked
package khoyte.warehouse.table;

import org.jspecify.annotations.NullMarked;
