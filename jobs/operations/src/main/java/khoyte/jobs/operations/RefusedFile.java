package khoyte.jobs.operations;

import khoyte.jobs.console.KeptNotice;

/**
 * A file that was not taken.
 *
 * @param name with its facility folder
 */
public record RefusedFile(String source, String name, KeptNotice reason) {}
