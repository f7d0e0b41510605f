/**
 * Truths across rows, as {@code cleaning.md} defines them: which version of a record is current,
 * who is who, what is clean. Chains of models, each one SELECT below {@code sql/} that an {@link
 * khoyte.warehouse.engine.Engine} runs, and plain Java between two of them where SQL is not enough.
 * {@link khoyte.pipelines.resolve.Resolution} is the only one that reads and writes the lake.
 *
 * <pre>
 * sql/version   versions ── VersionChoice (TiedContents) ──► versions that count
 * sql/registry  records ── RegisteringCitizens (SharedKeys, RecordChains) ──► citizens, who holds which key
 * sql/link      events + keys ── LinkingEvents ──► links
 *               nobody's events + records ── MatchingEvents (PairStates, PersonSearch) ──► links, candidates for a person to look at
 * sql/dose      doses + links + citizens ── JudgingDoses ──► defects, repairs, status
 * sql/balance   all of these ── CountingFiles ──► what became of the rows of every file
 * sql/write     numbers + text ──► the tables of the lake
 * </pre>
 */
@NullMarked
package khoyte.pipelines.resolve;

import org.jspecify.annotations.NullMarked;
