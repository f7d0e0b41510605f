/**
 * Two rows of people side by side, in plain Java: what brings them together, how far they agree,
 * what that weighs.
 */
@NullMarked
package khoyte.pipelines.link.pair;

import org.jspecify.annotations.NullMarked;
