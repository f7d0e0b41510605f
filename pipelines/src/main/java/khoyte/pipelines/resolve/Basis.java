package khoyte.pipelines.resolve;

import org.jspecify.annotations.Nullable;

/**
 * What a resolution hangs on beside the rows.
 *
 * @param secret of the citizen keys, 16 to 64 bytes
 * @param communes as of the night's date
 * @param matcher for events for which the rules find nobody; null to leave them nobody's
 */
public record Basis(byte[] secret, Communes communes, @Nullable MatchRule matcher) {}
