/** conf/ read once into records, refused with file, line and key. */
@NullMarked
package khoyte.jobs.conf;

import org.jspecify.annotations.NullMarked;
