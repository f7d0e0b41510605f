package khoyte.jobs.conf;

/**
 * When the matcher takes an event for a citizen's for which the rules found nobody.
 *
 * @param parameters file of parameters below {@code conf/}; empty: it is never asked
 * @param match probability from which on the event is the citizen's
 * @param review probability from which on a person looks
 * @param margin by how much the best weight must exceed the next, logarithm to base 2
 * @param people among whom one is looked for
 * @param largestBlock a key that more health records share brings nothing together
 */
public record MatcherConf(
    String parameters, double match, double review, int margin, int people, int largestBlock) {

  static MatcherConf of(ConfSection section) {
    MatcherConf conf =
        new MatcherConf(
            section.text("parameters", "link/citizen.parameters.1.yml"),
            section.share("match", 0.95),
            section.share("review", 0.5),
            section.whole("margin", 6, 1, 100),
            section.whole("people", 3_000_000, 1_000, Integer.MAX_VALUE),
            section.whole("largest-block", 200, 1, 100_000));
    if (conf.review > conf.match) {
      throw section.invalid("review", String.valueOf(conf.review), "<= " + conf.match, null);
    }
    return conf;
  }
}
