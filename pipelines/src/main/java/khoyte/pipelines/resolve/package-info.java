/**
 * Truths across rows, as {@code cleaning.md} defines them: which version of a record is current,
 * who is who, what is clean. Functions from data sets to data sets; {@link
 * khoyte.pipelines.resolve.Resolution} is the only one that reads and writes.
 *
 * <pre>
 * versions ── CurrentVersions ──► current records ── HealthRecords (population answers) ──► records
 * records ── SharedKeys ──► agreeing pairs ── RecordChains ──► which records are one citizen
 * records + chains ── Registry ──► citizens ── KeyIndex ──► who holds which key
 * events + index + citizens ── EventLinks ──► links
 * nobody's events + records ── MatchingEvents (PersonSearch) ──► links, candidates for a person to look at
 * doses + links + citizens ── CovidJudgement ──► defects, repairs, status
 * </pre>
 */
@NullMarked
package khoyte.pipelines.resolve;

import org.jspecify.annotations.NullMarked;
