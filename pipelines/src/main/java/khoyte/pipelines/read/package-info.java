/**
 * Reading: a landed file becomes staged rows. Plain Java, one file at a time, whole or not at all.
 */
@NullMarked
package khoyte.pipelines.read;

import org.jspecify.annotations.NullMarked;
