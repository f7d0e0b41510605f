package khoyte.jobs.landing;

import java.nio.file.Path;
import java.util.Locale;
import khoyte.jobs.conf.SourceConf;

/**
 * A file a sender put into the inbox.
 *
 * @param folder facility folder; empty if it stands in the source's own folder
 */
record InboxFile(SourceConf source, String folder, Path path) {

  String name() {
    return String.valueOf(path.getFileName());
  }

  /** Folder and name, as people find it in the inbox. */
  String shownName() {
    return folder.isEmpty() ? name() : folder + "/" + name();
  }

  /** Whether its sender is still writing it. */
  boolean isUnfinished() {
    String lower = name().toLowerCase(Locale.ROOT);
    return lower.startsWith(".") || lower.endsWith(".part") || lower.endsWith(".tmp");
  }
}
