package khoyte.jobs.operations;

/**
 * A file that was not taken.
 *
 * @param name with its facility folder
 * @param key of the reason
 * @param text the reason in Vietnamese
 */
public record RefusedFile(String source, String name, String key, String text) {}
