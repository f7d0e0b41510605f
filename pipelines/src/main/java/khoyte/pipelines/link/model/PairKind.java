package khoyte.pipelines.link.model;

import java.util.List;

/**
 * A kind of pair beside the two of Fellegi and Sunter, one person and strangers. Two rows of a
 * household agree on what a household has in common without being one person; two rows of a person
 * who moved disagree on everything that moving changes at once. Taken for chance, the first would
 * be linked and the second torn apart.
 *
 * @param onePerson whether its pairs are one person
 * @param comparisons of different people: what they have in common by their kind; of one person:
 *     what is by its kind no nearer than a stranger's
 * @param common whether random pairs hold enough of it to be learned from, as with neighbours;
 *     otherwise it is learned from candidates and its number grows with the rows, not with their
 *     pairs
 * @param atMost share of the people who have such a partner, at most: twins are born once in a
 *     hundred times, and where little else is known a mistyped given name looks like one
 */
public record PairKind(
    String name, boolean onePerson, List<String> comparisons, boolean common, double atMost) {
  /** As many as there seem to be. */
  public static final double ANY = Double.POSITIVE_INFINITY;

  /** Of which there are as many as there seem to be. */
  public PairKind(String name, boolean onePerson, List<String> comparisons, boolean common) {
    this(name, onePerson, comparisons, common, ANY);
  }

  /** The same in fewer comparisons. */
  PairKind in(List<String> fewer) {
    return new PairKind(name, onePerson, fewer, common, atMost);
  }
}
