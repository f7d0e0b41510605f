package khoyte.warehouse;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.nio.file.attribute.PosixFilePermission;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Who may read what is below {@code KHOYTE_HOME}: its owner, and nobody else. Everybody may read
 * {@code inbox/}, where senders put their files, and {@code out/reports/}, where readers fetch
 * theirs; on the way there others pass through the home and {@code out/} without seeing what else
 * is in them.
 */
public record HomePermissions(Layout layout) {
  private static final Set<PosixFilePermission> PRIVATE =
      PosixFilePermissions.fromString("rwx------");
  private static final Set<PosixFilePermission> PASSABLE =
      PosixFilePermissions.fromString("rwx--x--x");
  private static final Set<PosixFilePermission> PUBLIC =
      PosixFilePermissions.fromString("rwxr-xr-x");
  private static final Set<PosixFilePermission> ISSUED =
      PosixFilePermissions.fromString("r--r--r--");
  private static final Set<PosixFilePermission> LANDED =
      PosixFilePermissions.fromString("r--------");

  /**
   * Folders that others could enter.
   *
   * @param narrowed those that only their owner can enter now
   * @param wide those that are somebody else's, and as they were
   */
  public record Widest(List<Path> narrowed, List<Path> wide) {}

  /** Makes a folder and those above it, each with the permissions of its place. */
  public Path directory(Path folder) throws IOException {
    Path whole = folder.toAbsolutePath().normalize();
    if (!whole.startsWith(layout.home()) || Files.isDirectory(whole)) {
      return Files.createDirectories(whole);
    }
    directory(Objects.requireNonNull(whole.getParent()));
    try {
      Files.createDirectory(whole);
      set(whole, of(whole));
    } catch (FileAlreadyExistsException e) {
      // another process was first
    }
    return whole;
  }

  /** Lets everybody read an issued file, and nobody write it. */
  public void issued(Path file) throws IOException {
    if (!isPosix(file) && !file.toFile().setReadOnly()) {
      throw new IOException("Cannot protect " + file + " from writing");
    }
    set(file, ISSUED);
  }

  /** Lets the owner read landed bytes, and nobody write them. */
  public void landed(Path file) throws IOException {
    set(file, LANDED);
  }

  /**
   * Takes from others what they could do in folders that are not for them. What senders and readers
   * may do in theirs is whoever's who set it.
   */
  public Widest narrow() {
    List<Path> narrowed = new ArrayList<>();
    List<Path> wide = new ArrayList<>();
    try {
      for (Path folder : folders()) {
        Set<PosixFilePermission> found = found(folder);
        if (found != null && !of(folder).containsAll(found)) {
          try {
            if (!folder.equals(layout.out())) {
              narrow(folder);
            }
            set(folder, of(folder));
            narrowed.add(folder);
          } catch (IOException e) {
            wide.add(folder);
          }
        }
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return new Widest(narrowed, wide);
  }

  private List<Path> folders() throws IOException {
    List<Path> folders = new ArrayList<>();
    for (Path parent : List.of(layout.home(), layout.out())) {
      if (Files.isDirectory(parent)) {
        try (Stream<Path> children = Files.list(parent)) {
          children
              .filter(child -> Files.isDirectory(child) && of(child) != PUBLIC)
              .sorted()
              .forEach(folders::add);
        }
      }
    }
    return folders;
  }

  /** Everything in a folder; what goes meanwhile needs nothing any more. */
  private void narrow(Path folder) throws IOException {
    Files.walkFileTree(
        folder,
        new SimpleFileVisitor<>() {
          @Override
          public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) {
            return withoutOthers(file);
          }

          @Override
          public FileVisitResult visitFileFailed(Path file, IOException e) {
            return FileVisitResult.CONTINUE;
          }

          @Override
          public FileVisitResult postVisitDirectory(Path directory, @Nullable IOException e) {
            return withoutOthers(directory);
          }
        });
  }

  private static FileVisitResult withoutOthers(Path path) {
    try {
      if (!Files.isSymbolicLink(path)) {
        Set<PosixFilePermission> own = EnumSet.copyOf(PRIVATE);
        own.retainAll(Files.getPosixFilePermissions(path));
        set(path, own);
      }
    } catch (IOException e) {
      // gone, or somebody else's: the folder around it is closed
    }
    return FileVisitResult.CONTINUE;
  }

  private static @Nullable Set<PosixFilePermission> found(Path folder) throws IOException {
    return isPosix(folder) ? Files.getPosixFilePermissions(folder) : null;
  }

  private Set<PosixFilePermission> of(Path folder) {
    if (folder.equals(layout.home()) || folder.equals(layout.out())) {
      return PASSABLE;
    }
    return folder.startsWith(layout.inbox()) || folder.startsWith(layout.reports())
        ? PUBLIC
        : PRIVATE;
  }

  private static void set(Path path, Set<PosixFilePermission> permissions) throws IOException {
    if (isPosix(path)) {
      Files.setPosixFilePermissions(path, permissions);
    }
  }

  private static boolean isPosix(Path path) {
    return path.getFileSystem().supportedFileAttributeViews().contains("posix");
  }
}
