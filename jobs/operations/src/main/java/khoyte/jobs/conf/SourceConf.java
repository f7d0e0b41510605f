package khoyte.jobs.conf;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * A source of {@code conf/sources.yml}; the manual of every key is there.
 *
 * @param kind one of {@link #KINDS}
 * @param inbox folder below the inbox
 * @param delayDays agreed days between a day and its file
 * @param columns field name to heading
 */
public record SourceConf(
    String id,
    String name,
    String kind,
    String inbox,
    FileDatePattern fileDate,
    int delayDays,
    Map<String, String> columns) {

  /** Worklists that come back from the stations. */
  public static final String CORRECTION = "correction";

  /** The kinds of source that khoyte reads. */
  public static final List<String> KINDS =
      List.of("his-xml", "ehr", "population", "immunization", "covid-vaccination", CORRECTION);

  public SourceConf {
    columns = Map.copyOf(columns);
  }

  static List<SourceConf> read(Path file) {
    ConfSection root = ConfFile.read(file);
    List<SourceConf> sources = new ArrayList<>();
    Set<String> ids = new HashSet<>();
    for (ConfSection section : root.sections("sources")) {
      SourceConf source = of(section);
      if (!ids.add(source.id)) {
        throw section.invalid("id", source.id, "≠ " + source.id, null);
      }
      sources.add(source);
    }
    root.end();
    return List.copyOf(sources);
  }

  private static SourceConf of(ConfSection section) {
    String id = section.required("id", "[a-z0-9-]{1,40}");
    return new SourceConf(
        id,
        section.text("name", id),
        section.value(
            "kind", String.join(" | ", KINDS), "", kind -> KINDS.contains(kind) ? kind : null),
        section.value(
            "inbox",
            "a/b",
            id,
            folder -> folder.startsWith("/") || folder.contains("..") ? null : folder),
        section.value("file-date", "yyyyMMdd", "", FileDatePattern::new),
        section.whole("delay-days", 1, 0, 366),
        section.section("columns").map());
  }

  /** Whether every facility has a folder of its own, named by its code. */
  public boolean hasFacilityFolders() {
    return kind.equals("his-xml");
  }

  /** Whether its records are about people, who are looked for. */
  public boolean isAboutPeople() {
    return !kind.equals("population") && !kind.equals(CORRECTION);
  }

  /** Whether it sends day by day; a worklist comes back when it is done. */
  public boolean isAwaited() {
    return !kind.equals(CORRECTION);
  }
}
