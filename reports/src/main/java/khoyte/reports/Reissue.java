package khoyte.reports;

import java.time.LocalDate;

/** Why and when an issue took the place of an earlier one. */
public record Reissue(int replacedIssue, LocalDate on, String reason) {}
