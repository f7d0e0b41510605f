package khoyte.pipelines.link.model;

import java.util.List;
import java.util.stream.Stream;
import khoyte.pipelines.read.text.VietnameseText;

/**
 * What a model calls one thing about a person, wherever it comes from.
 *
 * @param headings under which it may stand, the likeliest first; compared by letters and digits
 * @param otherwise how it is put together if no heading is there; without parts if it cannot
 */
public record LinkColumn(
    String name, List<String> headings, List<Cleaning> cleaning, Substitute otherwise) {

  /**
   * Columns that together stand for a missing one, as year, month and day of birth.
   *
   * @param parts each with its possible headings; joined by a hyphen
   */
  public record Substitute(List<List<String>> parts, List<Cleaning> cleaning) {
    public static final Substitute NONE = new Substitute(List.of(), List.of());

    /** Whether one of the parts has this heading, to the letter. */
    boolean hasPart(String heading) {
      return parts.stream().anyMatch(part -> part.contains(heading));
    }

    /** The same, the part called so under another heading first. */
    Substitute under(String known, String heading) {
      return new Substitute(
          parts.stream().map(part -> part.contains(known) ? first(heading, part) : part).toList(),
          cleaning);
    }
  }

  /** Whether a value is a list of words. */
  public boolean isList() {
    return cleaning.contains(Cleaning.WORDS);
  }

  /** Whether its name or one of its headings is this, to the letter. */
  boolean isCalled(String known) {
    return name.equals(known) || headings.contains(known);
  }

  /** The same, it or the part called so under another heading first. */
  LinkColumn under(String known, String heading) {
    return new LinkColumn(
        name, first(heading, headings), cleaning, otherwise.under(known, heading));
  }

  /** The same put together of parts, the one called so under another heading first. */
  LinkColumn ofParts(String known, String heading) {
    return new LinkColumn(name, List.of(), cleaning, otherwise.under(known, heading));
  }

  /** The same without a heading, because somebody says that it stands for something else. */
  LinkColumn notUnder(String heading) {
    return new LinkColumn(
        name,
        without(heading, headings),
        cleaning,
        new Substitute(
            otherwise.parts().stream().map(part -> without(heading, part)).toList(),
            otherwise.cleaning()));
  }

  static List<String> first(String heading, List<String> headings) {
    return Stream.concat(Stream.of(heading), headings.stream()).toList();
  }

  static List<String> without(String heading, List<String> headings) {
    String letters = VietnameseText.letters(heading);
    return headings.stream()
        .filter(other -> !VietnameseText.letters(other).equals(letters))
        .toList();
  }
}
