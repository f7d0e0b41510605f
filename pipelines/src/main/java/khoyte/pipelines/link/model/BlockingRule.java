package khoyte.pipelines.link.model;

import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * Brings together the rows whose key parts are all equal; a row that lacks one is brought together
 * with nobody.
 *
 * @param parts of the key; without any, every row meets every other
 * @param cap pairs beyond which the rule is not followed
 * @param mayBeLeftOut whether the linker goes on without a rule that is beyond its cap
 */
public record BlockingRule(String name, List<KeyPart> parts, long cap, boolean mayBeLeftOut) {

  /** Columns that its pairs agree on, wholly or in part. */
  public Set<String> columns() {
    Set<String> columns = new HashSet<>();
    parts.forEach(part -> columns.addAll(part.columns()));
    return columns;
  }
}
