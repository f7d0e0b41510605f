package khoyte.pipelines.link.model;

import java.util.List;

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
  }

  /** Whether a value is a list of words. */
  public boolean isList() {
    return cleaning.contains(Cleaning.WORDS);
  }
}
