/** Truths about one value of a person: name, birth date, ids, phone, commune. */
@NullMarked
package khoyte.pipelines.read.person;

import org.jspecify.annotations.NullMarked;
