package khoyte.pipelines.read.container;

import java.util.List;
import java.util.Locale;

/**
 * Entries of archives that nobody meant to send: the programs that packed them put them there.
 *
 * @param names of a file or of a folder anywhere in a path; a {@code *} at the end stands for
 *     anything
 */
public record IgnoredEntries(List<String> names) {
  public static final IgnoredEntries NONE = new IgnoredEntries(List.of());

  public IgnoredEntries {
    names = names.stream().map(name -> name.toLowerCase(Locale.ROOT)).toList();
  }

  boolean covers(String path) {
    for (String step : path.toLowerCase(Locale.ROOT).split("/", -1)) {
      for (String name : names) {
        boolean isStart = name.endsWith("*");
        if (isStart ? step.startsWith(name.substring(0, name.length() - 1)) : step.equals(name)) {
          return true;
        }
      }
    }
    return false;
  }
}
