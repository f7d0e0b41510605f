/** What agreement is worth: learned without labels, applied to a pair, explained. No Spark. */
@NullMarked
package khoyte.pipelines.link.estimate;

import org.jspecify.annotations.NullMarked;
