/** From pairs to people: who keeps which link, and which rows hang together. No Spark. */
@NullMarked
package khoyte.pipelines.link.cluster;

import org.jspecify.annotations.NullMarked;
