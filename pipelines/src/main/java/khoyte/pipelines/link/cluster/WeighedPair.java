package khoyte.pipelines.link.cluster;

/**
 * Two rows and what speaks for their being one person.
 *
 * @param left row number, smaller than {@code right}
 * @param contradicted whether it can be no person's, whatever its weight
 */
public record WeighedPair(long left, long right, double weight, boolean contradicted) {}
