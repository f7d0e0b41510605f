/**
 * Who is who by probability, where keys do not decide: any table of people, without examples.
 *
 * <pre>
 * tables ── PreparedRows ──► clean, numbered rows ── Candidates ──► pairs with their levels
 * pairs + random pairs ── PairPatterns ──► counts ── Estimation ──► LinkParameters
 * pairs + parameters ── PairScores ──► weights ── BestLinks, Clusters ──► links, people
 * </pre>
 *
 * {@link khoyte.pipelines.link.Linkage} is the whole of it for data sets, {@link
 * khoyte.pipelines.link.CsvLinkage} for files.
 */
@NullMarked
package khoyte.pipelines.link;

import org.jspecify.annotations.NullMarked;
