package khoyte.warehouse;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;

/**
 * Writes files that are seen whole or not at all: beside their place under a name that nobody else
 * has, onto the disk, then under their own name. They are for their owner only.
 */
public final class WholeFile {

  private WholeFile() {}

  /** Writes a file; what stood there before is there until it takes its place. */
  public static void write(Path file, byte[] bytes) throws IOException {
    Path unfinished = unfinished(file);
    try {
      onDisk(unfinished, bytes);
      place(unfinished, file);
    } finally {
      Files.deleteIfExists(unfinished);
    }
  }

  /** Gives a file that is whole and on disk its name, in the same folder or another of its disk. */
  public static void place(Path unfinished, Path file) throws IOException {
    Files.move(
        unfinished, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
    force(Objects.requireNonNull(file.toAbsolutePath().getParent()));
  }

  /** Brings a file's bytes, or a folder's names, to disk. */
  public static void force(Path path) throws IOException {
    try (FileChannel channel = FileChannel.open(path, StandardOpenOption.READ)) {
      channel.force(true);
    }
  }

  /**
   * Writes a file unless there is one of its name, however many do so at the same time.
   *
   * @return whether it was written here
   */
  public static boolean writeNew(Path file, byte[] bytes) throws IOException {
    Path unfinished = unfinished(file);
    try {
      onDisk(unfinished, bytes);
      link(unfinished, file);
      return true;
    } catch (FileAlreadyExistsException e) {
      return false;
    } finally {
      Files.deleteIfExists(unfinished);
    }
  }

  /** A file system without links moves: of two who do so at once, the last one's stays. */
  private static void link(Path unfinished, Path file) throws IOException {
    try {
      Files.createLink(file, unfinished);
    } catch (FileAlreadyExistsException e) {
      throw e;
    } catch (FileSystemException | UnsupportedOperationException e) {
      Files.move(unfinished, file);
    }
  }

  /** A name beside a file's own, hidden, that no other process or thread uses. */
  public static Path unfinished(Path file) {
    return file.toAbsolutePath()
        .resolveSibling("." + file.getFileName() + "." + UUID.randomUUID() + ".tmp");
  }

  /** Whether a file has such a name: it is being written, or was when its process was killed. */
  public static boolean isUnfinished(Path file) {
    String name = String.valueOf(file.getFileName());
    return name.startsWith(".") && name.endsWith(".tmp");
  }

  private static void onDisk(Path file, byte[] bytes) throws IOException {
    try (FileChannel channel =
        FileChannel.open(
            file,
            Set.of(StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE),
            OwnerOnly.file(file))) {
      ByteBuffer left = ByteBuffer.wrap(bytes);
      while (left.hasRemaining()) {
        channel.write(left);
      }
      channel.force(true);
    }
  }
}
