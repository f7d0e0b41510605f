/** Programs that judge khoyte from outside: how right it is, and what a kill changes. */
@NullMarked
package khoyte.jobs.trial;

import org.jspecify.annotations.NullMarked;
