/**
 * Staged rows in numbers: what is known of a row by itself and needed across rows, computed once
 * while it is staged.
 */
@NullMarked
package khoyte.pipelines.version;

import org.jspecify.annotations.NullMarked;
