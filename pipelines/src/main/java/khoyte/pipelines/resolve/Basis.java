package khoyte.pipelines.resolve;

import khoyte.pipelines.version.VersionBasis;
import org.jspecify.annotations.Nullable;

/**
 * What a resolution hangs on beside the rows.
 *
 * @param versions on what the numbers of the versions hang
 * @param communes as of the night's date
 * @param matcher for events for which the rules find nobody; null to leave them nobody's
 */
public record Basis(VersionBasis versions, Communes communes, @Nullable MatchRule matcher) {}
