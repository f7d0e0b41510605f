package khoyte.jobs.backup;

import java.util.ArrayList;
import java.util.List;

/**
 * What a warehouse consisted of at one instant: a text of one line a file, {@code <sha256> <bytes>
 * <name>}, below a line that says what it is.
 *
 * @param takenBy program and time
 */
record BackupState(String takenBy, List<Entry> files) {
  private static final String HEAD = "khoyte backup 1, ";

  /** The export of the operations database. */
  static final String OPERATIONS = "operations.jsonl";

  /** Before the names of configuration files. */
  static final String CONF = "conf/";

  BackupState {
    files = List.copyOf(files);
  }

  /**
   * A file.
   *
   * @param name from {@code KHOYTE_HOME}, with / between; or one of the two above
   */
  record Entry(String name, String sha256, long bytes) {}

  String text() {
    StringBuilder text = new StringBuilder(HEAD).append(takenBy).append('\n');
    for (Entry file : files) {
      text.append(file.sha256)
          .append(' ')
          .append(file.bytes)
          .append(' ')
          .append(file.name)
          .append('\n');
    }
    return text.toString();
  }

  static BackupState parse(String text) {
    List<String> lines = text.lines().toList();
    if (lines.isEmpty() || !lines.get(0).startsWith(HEAD)) {
      throw new IllegalStateException("Cannot read the state of a backup: not of this version");
    }
    List<Entry> files = new ArrayList<>();
    for (String line : lines.subList(1, lines.size())) {
      String[] parts = line.split(" ", 3);
      files.add(new Entry(parts[2], parts[0], Long.parseLong(parts[1])));
    }
    return new BackupState(lines.get(0).substring(HEAD.length()), files);
  }
}
