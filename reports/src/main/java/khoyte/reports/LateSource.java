package khoyte.reports;

import java.time.LocalDate;

/**
 * A source that had not delivered when the night ran.
 *
 * @param id of the contract of sources; columns name it
 * @param missingSince first day without its data
 */
public record LateSource(String id, String name, LocalDate missingSince) {}
