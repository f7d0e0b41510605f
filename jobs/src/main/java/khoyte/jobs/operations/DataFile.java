package khoyte.jobs.operations;

/**
 * A data file of the lake, written from one landed file.
 *
 * @param table qualified name, as {@code identity.encounter_version}
 * @param path as the lake names it
 */
public record DataFile(long fileId, String table, String path, long rows, long bytes) {}
