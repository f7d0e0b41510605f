/** Vietnamese text: Unicode form, old font encodings, spelling. */
@NullMarked
package khoyte.pipelines.read.text;

import org.jspecify.annotations.NullMarked;
