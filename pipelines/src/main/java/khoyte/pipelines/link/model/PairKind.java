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
 */
public record PairKind(String name, boolean onePerson, List<String> comparisons, boolean common) {}
