package khoyte.jobs.link;

import java.nio.file.Path;
import khoyte.jobs.conf.SourceConf;
import khoyte.warehouse.NightId;
import org.jspecify.annotations.Nullable;

/**
 * Why is this record whose it is?
 *
 * @param record its key in the source; of a visit facility and MA_LK with / between
 * @param out file for a picture, .svg or .png; null if none is wanted
 * @param json whether the answer is for a machine
 */
public record LinkQuestion(
    NightId night, SourceConf source, String record, @Nullable Path out, boolean json) {}
