package khoyte.pipelines.resolve;

import khoyte.pipelines.link.model.Thresholds;
import khoyte.pipelines.link.pair.PersonSearch;
import khoyte.pipelines.version.MatchValues;

/**
 * When the matcher decides.
 *
 * @param search finds and weighs candidates, in the columns of {@link MatchValues}
 * @param match probability from which on an event is a citizen's
 * @param review probability from which on a person should look
 * @param margin by how much the best weight must exceed every other citizen's
 * @param largestBlock a key that more rows of the registry share is no key
 */
public record MatchRule(
    PersonSearch search, double match, double review, double margin, int largestBlock) {

  double matchWeight() {
    return Thresholds.weight(match);
  }

  double reviewWeight() {
    return Thresholds.weight(review);
  }
}
