package khoyte.pipelines.read.worklist;

import khoyte.warehouse.worklist.WorklistSheet;
import org.jspecify.annotations.Nullable;

/**
 * A row of a returned list: either a finding or a flaw.
 *
 * @param line row of the sheet, from 1
 * @param key as it stands there, empty if none does
 * @param touched whether the station wrote into it
 */
public record ReturnedRow(
    WorklistSheet sheet,
    int line,
    String key,
    boolean touched,
    @Nullable Finding finding,
    @Nullable Flaw flaw) {}
