package khoyte.jobs.landing;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.BasicFileAttributes;
import java.security.MessageDigest;
import java.time.InstantSource;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import khoyte.jobs.conf.SourceConf;
import khoyte.jobs.console.Spoken;
import khoyte.jobs.operations.ArrivedFile;
import khoyte.jobs.operations.LandedFiles;
import khoyte.warehouse.HomePermissions;
import khoyte.warehouse.Layout;
import khoyte.warehouse.Notice;
import khoyte.warehouse.OwnerOnly;
import khoyte.warehouse.Sha256;
import khoyte.warehouse.StorageFault;
import khoyte.warehouse.WholeFile;

/**
 * Takes finished files out of the inbox. For each: hash; bytes into the landing zone; row in the
 * manifest; only then away from the inbox. Killed between any two of these, the next time finds the
 * file in the inbox again and goes on.
 */
public final class Landing {
  private static final int BUFFER = 1 << 20;

  /** Stands for bytes of a file's name that are not UTF-8. */
  private static final char UNREADABLE = '\uFFFD';

  private final Layout layout;
  private final HomePermissions permissions;
  private final LandedFiles manifest;
  private final InstantSource clock;
  private final Spoken spoken;
  private final Consumer<Notice> notices;

  public Landing(
      Layout layout,
      LandedFiles manifest,
      InstantSource clock,
      Spoken spoken,
      Consumer<Notice> notices) {
    this.layout = layout;
    this.permissions = new HomePermissions(layout);
    this.manifest = manifest;
    this.clock = clock;
    this.spoken = spoken;
    this.notices = notices;
  }

  /** Files and bytes that were new. */
  public record Received(long files, long bytes) {}

  /** Lands what the sources' folders hold, in the order of sources, folders and names. */
  public Received receive(List<SourceConf> sources) {
    Inbox inbox = new Inbox(layout.inbox());
    long files = 0;
    long bytes = 0;
    for (SourceConf source : sources) {
      Path folder = inbox.folder(source);
      if (!Files.isDirectory(folder)) {
        if (source.isAwaited()) {
          notices.accept(
              Notice.of(
                  "source.nofolder", source.name(), folder, "sources: inbox: " + source.inbox()));
        }
        continue;
      }
      for (InboxFile file : list(inbox, source)) {
        if (file.isUnfinished()) {
          notices.accept(Notice.of("file.unfinished", file.shownName()));
          continue;
        }
        if (Files.exists(file.path()) && !Files.isReadable(file.path())) {
          notices.accept(Notice.of("file.unreadable", file.shownName()));
          continue;
        }
        Optional<ArrivedFile> landed = land(file);
        if (landed.isPresent() && file.shownName().indexOf(UNREADABLE) >= 0) {
          notices.accept(Notice.of("file.name", file.shownName()));
        }
        files += landed.isPresent() ? 1 : 0;
        bytes += landed.map(ArrivedFile::bytes).orElse(0L);
      }
    }
    return new Received(files, bytes);
  }

  private static List<InboxFile> list(Inbox inbox, SourceConf source) {
    try {
      return inbox.files(source);
    } catch (IOException e) {
      throw StorageFault.cannotWrite(inbox.folder(source), e);
    }
  }

  private Optional<ArrivedFile> land(InboxFile file) {
    long size = 0;
    Path copy = WholeFile.unfinished(layout.landing().resolve(file.source().id()));
    try {
      BasicFileAttributes before = Files.readAttributes(file.path(), BasicFileAttributes.class);
      size = before.size();
      String sha256 = copied(file.path(), copy);
      BasicFileAttributes after = Files.readAttributes(file.path(), BasicFileAttributes.class);
      if (Files.size(copy) != size
          || after.size() != size
          || !after.lastModifiedTime().equals(before.lastModifiedTime())) {
        notices.accept(Notice.of("file.unfinished", file.shownName()));
        return Optional.empty();
      }
      Optional<ArrivedFile> same = manifest.findSame(file.source().id(), file.folder(), sha256);
      if (same.isPresent() && isKept(sha256, size)) {
        notices.accept(
            Notice.of("file.duplicate", file.shownName(), spoken.day(same.get().landedAt())));
        manifest.countCopy(same.get().id());
        Files.deleteIfExists(file.path());
        return Optional.empty();
      }
      keep(copy, sha256, size);
      ArrivedFile arrived =
          new ArrivedFile(
              0,
              file.source().id(),
              file.folder(),
              file.name(),
              sha256,
              size,
              clock.instant(),
              file.source().fileDate().dateIn(file.name()).orElse(null));
      if (same.isEmpty()) {
        manifest.insert(arrived);
      }
      Files.deleteIfExists(file.path());
      return same.isEmpty() ? Optional.of(arrived) : Optional.empty();
    } catch (NoSuchFileException e) {
      if (!Files.exists(file.path())) {
        return Optional.empty(); // its sender took it back meanwhile
      }
      throw StorageFault.cannotWrite(layout.landing(), e, size);
    } catch (IOException e) {
      throw StorageFault.cannotWrite(layout.landing().resolve(file.name()), e, size);
    } finally {
      delete(copy);
    }
  }

  private boolean isKept(String sha256, long size) throws IOException {
    Path landed = layout.landed(sha256);
    return Files.exists(landed) && Files.size(landed) == size;
  }

  /** Gives a copy its place in the landing zone, unless another sender's is there. */
  private void keep(Path copy, String sha256, long size) throws IOException {
    if (!isKept(sha256, size)) {
      Path landed = layout.landed(sha256);
      permissions.directory(Objects.requireNonNull(landed.getParent()));
      permissions.landed(copy);
      WholeFile.place(copy, landed);
    }
  }

  /**
   * Copies a file onto the disk and gives the SHA-256 of the copy. The copy shares no bytes with
   * the file, whose sender may still have it open.
   */
  private String copied(Path from, Path copy) throws IOException {
    permissions.directory(layout.landing());
    MessageDigest digest = Sha256.digest();
    ByteBuffer buffer = ByteBuffer.allocate(BUFFER);
    // what a link points to was not sent
    try (FileChannel in =
            FileChannel.open(from, StandardOpenOption.READ, LinkOption.NOFOLLOW_LINKS);
        FileChannel out =
            FileChannel.open(
                copy,
                Set.of(StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE),
                OwnerOnly.file(copy))) {
      while (in.read(buffer) >= 0) {
        digest.update(buffer.flip());
        buffer.rewind();
        while (buffer.hasRemaining()) {
          out.write(buffer);
        }
        buffer.clear();
      }
      out.force(true);
    }
    return Sha256.hex(digest);
  }

  private static void delete(Path copy) {
    try {
      Files.deleteIfExists(copy);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
