package khoyte.warehouse.night;

/**
 * What DuckDB may take of the machine. Beyond the memory it spills to disk.
 *
 * @param memory with its unit, as in {@code 1GB}
 */
public record EngineLimits(String memory, int threads) {}
