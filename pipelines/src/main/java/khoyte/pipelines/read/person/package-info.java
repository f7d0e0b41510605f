/**
 * Truths about one value of a person: name, birth date, ids, phone, commune. No value is repaired
 * on its own plausibility alone; {@code pipelines/README.md} tells which witness each repair needs.
 */
@NullMarked
package khoyte.pipelines.read.person;

import org.jspecify.annotations.NullMarked;
