package khoyte.jobs.operations;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * A sender whose data is missing in a night.
 *
 * @param source id of the source
 * @param folder facility folder; empty if the source has none
 * @param lastOn last day it delivered; null if it never did
 * @param days days without data, the night's own included; 0 if it never delivered
 */
public record LateSource(String source, String folder, @Nullable LocalDate lastOn, int days) {}
