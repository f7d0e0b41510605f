/** Files leave the inbox: bytes kept, hashed, listed once. */
@NullMarked
package khoyte.jobs.landing;

import org.jspecify.annotations.NullMarked;
