package khoyte.jobs.night;

import java.util.List;
import khoyte.jobs.conf.SourceConf;
import khoyte.warehouse.NightId;

/**
 * What is asked of a night.
 *
 * @param run its run in the diary
 * @param sources whose files are to be received; what has been landed is read in any case
 */
record NightOrder(NightId night, long run, List<SourceConf> sources) {}
