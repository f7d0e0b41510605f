package khoyte.jobs.backup;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileSystems;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.BasicFileAttributes;
import java.security.DigestInputStream;
import java.security.MessageDigest;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import khoyte.warehouse.OwnerOnly;
import khoyte.warehouse.Sha256;
import khoyte.warehouse.StorageFault;

/**
 * The files of a backup folder, for their owner only:
 *
 * <pre>
 * khoyte-backup, khoyte-backup.copy     whose it is, and how it is sealed: {@link BackupHead}
 * objects/&lt;sha, 2 letters&gt;/&lt;sha&gt;        every file once, by the SHA-256 of what it says
 * states/&lt;number&gt;-&lt;time&gt;-&lt;sha&gt;.txt    what a warehouse consisted of, by the SHA-256 of that text
 * </pre>
 *
 * A file gets its name when it is whole. A state is written when all its files are there: cut off
 * before, the states that were there are as they were.
 */
final class BackupStore {
  private static final int BUFFER = 1 << 20;
  private static final int END = -1;
  private static final int BROKEN_SEAL = -2;
  private static final String PART = ".part";

  private final Path root;
  private final Seal seal;
  private final Map<String, Long> held = new HashMap<>();

  private BackupStore(Path root, Seal seal) {
    this.root = root;
    this.seal = seal;
  }

  /** A store with whatever it holds. */
  static BackupStore open(Path root, Seal seal) throws IOException {
    BackupStore store = new BackupStore(root, seal);
    if (Files.isDirectory(store.objects())) {
      store.list();
    }
    return store;
  }

  private void list() throws IOException {
    Files.walkFileTree(
        objects(),
        new SimpleFileVisitor<>() {
          @Override
          public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) {
            held.put(name(file), attributes.size());
            return FileVisitResult.CONTINUE;
          }
        });
  }

  private Path objects() {
    return root.resolve("objects");
  }

  private Path states() {
    return root.resolve("states");
  }

  private Path object(String sha256) {
    return shelf(sha256).resolve(sha256);
  }

  private Path shelf(String sha256) {
    return objects().resolve(sha256.substring(0, 2));
  }

  /** The name of an object below the folder. */
  static String objectName(String sha256) {
    return "objects/" + sha256.substring(0, 2) + "/" + sha256;
  }

  private static String name(Path file) {
    return String.valueOf(file.getFileName());
  }

  /** Whether a file is there, by its name and size. */
  boolean holds(String sha256, long bytes) {
    Long size = held.get(sha256);
    return size != null && size == seal.size(bytes);
  }

  /** Whether there is anything of a file. */
  boolean hasAnyOf(String sha256) {
    return held.containsKey(sha256);
  }

  /** Takes a file in; false, and nothing is taken, if it does not say what it should. */
  boolean put(String sha256, Path file) throws IOException {
    Path part = OwnerOnly.directory(shelf(sha256)).resolve(sha256 + PART);
    MessageDigest digest = Sha256.digest();
    long bytes;
    try (InputStream in = new DigestInputStream(Files.newInputStream(file), digest);
        OutputStream out = seal.closing(Files.newOutputStream(part), sha256)) {
      bytes = copy(in, out, part);
    }
    if (!Sha256.hex(digest).equals(sha256)) {
      Files.delete(part);
      return false;
    }
    name(part, object(sha256));
    held.put(sha256, seal.size(bytes));
    return true;
  }

  private long copy(InputStream in, OutputStream out, Path part) throws IOException {
    byte[] buffer = new byte[BUFFER];
    long bytes = 0;
    for (int length = in.read(buffer); length >= 0; length = in.read(buffer)) {
      try {
        out.write(buffer, 0, length);
      } catch (IOException e) {
        if (isHere()) {
          throw StorageFault.cannotWrite(part, e);
        }
        throw e;
      }
      bytes += length;
    }
    return bytes;
  }

  /**
   * Gives a whole file its name. What stood there under it, cut short or damaged, is replaced; a
   * server need not be able to do that at once.
   */
  private void name(Path part, Path file) throws IOException {
    if (isHere()) {
      try (FileChannel channel = FileChannel.open(part, StandardOpenOption.READ)) {
        channel.force(true);
      }
    }
    Files.deleteIfExists(file);
    Files.move(part, file);
    if (isHere()) {
      try (FileChannel folder = FileChannel.open(file.getParent(), StandardOpenOption.READ)) {
        folder.force(true);
      }
    }
  }

  private boolean isHere() {
    return root.getFileSystem() == FileSystems.getDefault();
  }

  /**
   * Writes out what a file says; false if it does not say any more what its name says.
   *
   * @throws IOException if the place cannot be read, or the stream not written
   */
  boolean read(String sha256, OutputStream to) throws IOException {
    MessageDigest digest = Sha256.digest();
    byte[] buffer = new byte[BUFFER];
    try (WatchedStream file = new WatchedStream(Files.newInputStream(object(sha256)));
        InputStream in = seal.opening(file, sha256)) {
      int length = read(in, file, buffer);
      while (length > 0) {
        digest.update(buffer, 0, length);
        to.write(buffer, 0, length);
        length = read(in, file, buffer);
      }
      return length == END && Sha256.hex(digest).equals(sha256);
    }
  }

  private static int read(InputStream in, WatchedStream file, byte[] buffer) throws IOException {
    try {
      return in.read(buffer);
    } catch (IOException e) {
      if (file.failed) {
        throw e;
      }
      return BROKEN_SEAL;
    }
  }

  /** Tells a file that cannot be read from one whose seal is broken. */
  private static final class WatchedStream extends FilterInputStream {
    private boolean failed;

    WatchedStream(InputStream file) {
      super(file);
    }

    @Override
    public int read() throws IOException {
      byte[] one = new byte[1];
      return read(one, 0, 1) < 0 ? END : one[0] & 0xff;
    }

    @Override
    public int read(byte[] buffer, int offset, int length) throws IOException {
      failed = true;
      int read = super.read(buffer, offset, length);
      failed = false;
      return read;
    }
  }

  /** Names of the states, the oldest first. */
  List<String> stateNames() throws IOException {
    if (!Files.isDirectory(states())) {
      return List.of();
    }
    try (Stream<Path> files = Files.list(states())) {
      return files.map(BackupStore::name).filter(StateName::isOne).sorted().toList();
    }
  }

  /** A state; empty text if it no longer says what it said. */
  String stateText(String stateName) throws IOException {
    byte[] bytes = Files.readAllBytes(states().resolve(stateName));
    return Sha256.of(bytes).equals(StateName.sha256(stateName))
        ? new String(bytes, StandardCharsets.UTF_8)
        : "";
  }

  /** Adds the newest state, all of whose files are there. */
  void put(BackupState state, String time) throws IOException {
    List<String> names = stateNames();
    int number = names.isEmpty() ? 1 : StateName.number(names.get(names.size() - 1)) + 1;
    byte[] text = state.text().getBytes(StandardCharsets.UTF_8);
    Path file = OwnerOnly.directory(states()).resolve(StateName.of(number, time, Sha256.of(text)));
    Path part = file.resolveSibling(name(file) + PART);
    Files.write(part, text);
    name(part, file);
  }

  /** Removes all states but the newest ones, then what no state needs. */
  void keep(int states) throws IOException {
    List<String> names = stateNames();
    int surplus = Math.max(0, names.size() - states);
    for (String name : names.subList(0, surplus)) {
      Files.delete(states().resolve(name));
    }
    Set<String> needed = new HashSet<>();
    for (String name : names.subList(surplus, names.size())) {
      String text = stateText(name);
      if (text.isEmpty()) {
        return; // nobody knows what it needs
      }
      BackupState.parse(text).files().forEach(file -> needed.add(file.sha256()));
    }
    for (String name : new ArrayList<>(held.keySet())) {
      if (!needed.contains(name)) {
        Files.deleteIfExists(object(name));
        held.remove(name);
      }
    }
  }
}
