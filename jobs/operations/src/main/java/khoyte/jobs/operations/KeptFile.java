package khoyte.jobs.operations;

/**
 * A file that was written for good.
 *
 * @param name path from {@code KHOYTE_HOME}, with / between
 * @param sha256 of its bytes
 */
public record KeptFile(String name, String sha256, long bytes) {}
