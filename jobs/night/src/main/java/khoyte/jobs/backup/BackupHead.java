package khoyte.jobs.backup;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import khoyte.warehouse.OwnerOnly;
import khoyte.warehouse.Sha256;
import khoyte.warehouse.WholeFile;

/**
 * Whose a backup folder is and how it is sealed: a line each, the last one the SHA-256 of those
 * before. It stands there twice, for without the salt a sealed backup is lost.
 *
 * @param warehouse id of the warehouse
 * @param salt of the pass phrase, hexadecimal; empty if the folder is not sealed
 * @param proof by which the right pass phrase is known, hexadecimal
 */
record BackupHead(String warehouse, String salt, String proof) {
  static final List<String> NAMES = List.of("khoyte-backup", "khoyte-backup.copy");

  private static final String FIRST = "khoyte backup folder 1\n";

  /** The head of a folder, from either of its files; empty if neither is there and whole. */
  static Optional<BackupHead> of(Path root) throws IOException {
    for (String name : NAMES) {
      Path file = root.resolve(name);
      if (Files.exists(file)) {
        Optional<BackupHead> head = parse(Files.readAllBytes(file));
        if (head.isPresent()) {
          return head;
        }
      }
    }
    return Optional.empty();
  }

  /** Those of the two files that are not what they were. */
  static List<Damage> damaged(Path root) throws IOException {
    List<Damage> damaged = new ArrayList<>();
    for (String name : NAMES) {
      Path file = root.resolve(name);
      if (!Files.exists(file)) {
        damaged.add(new Damage(name, true));
      } else if (parse(Files.readAllBytes(file)).isEmpty()) {
        damaged.add(new Damage(name, false));
      }
    }
    return damaged;
  }

  /** Writes those of the two files that are not there. */
  void write(Path root) throws IOException {
    for (String name : NAMES) {
      if (!Files.exists(root.resolve(name))) {
        Path part = WholeFile.unfinished(OwnerOnly.directory(root).resolve(name));
        Files.write(part, text());
        Files.move(part, root.resolve(name));
      }
    }
  }

  private byte[] text() {
    String lines = FIRST + warehouse + "\n" + salt + "\n" + proof + "\n";
    return (lines + sha256(lines) + "\n").getBytes(StandardCharsets.UTF_8);
  }

  private static Optional<BackupHead> parse(byte[] bytes) {
    String text = new String(bytes, StandardCharsets.UTF_8);
    List<String> lines = text.lines().toList();
    if (!text.startsWith(FIRST) || lines.size() != 5) {
      return Optional.empty();
    }
    String before = String.join("\n", lines.subList(0, 4)) + "\n";
    return lines.get(4).equals(sha256(before))
        ? Optional.of(new BackupHead(lines.get(1), lines.get(2), lines.get(3)))
        : Optional.empty();
  }

  private static String sha256(String text) {
    return Sha256.of(text.getBytes(StandardCharsets.UTF_8));
  }
}
