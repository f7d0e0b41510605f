package khoyte.jobs.landing;

import java.io.IOException;
import java.io.InputStream;
import java.nio.channels.FileChannel;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.BasicFileAttributes;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.InstantSource;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import khoyte.jobs.conf.SourceConf;
import khoyte.jobs.console.Notice;
import khoyte.jobs.console.Spoken;
import khoyte.jobs.operations.ArrivedFile;
import khoyte.jobs.operations.LandedFiles;
import khoyte.warehouse.Layout;

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
      throw StorageFault.thrown(e, inbox.folder(source), 0);
    }
  }

  private Optional<ArrivedFile> land(InboxFile file) {
    long size = 0;
    try {
      BasicFileAttributes before = Files.readAttributes(file.path(), BasicFileAttributes.class);
      size = before.size();
      String sha256 = sha256(file.path());
      Optional<ArrivedFile> same = manifest.findSame(file.source().id(), file.folder(), sha256);
      if (same.isPresent() && isKept(same.get())) {
        notices.accept(
            Notice.of("file.duplicate", file.shownName(), spoken.day(same.get().landedAt())));
        manifest.countCopy(same.get().id());
        Files.deleteIfExists(file.path());
        return Optional.empty();
      }
      boolean kept = keep(file.path(), layout.landed(sha256), size);
      BasicFileAttributes after = Files.readAttributes(file.path(), BasicFileAttributes.class);
      if (after.size() != size || !after.lastModifiedTime().equals(before.lastModifiedTime())) {
        if (kept) {
          Files.deleteIfExists(layout.landed(sha256));
        }
        notices.accept(Notice.of("file.unfinished", file.shownName()));
        return Optional.empty();
      }
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
      throw StorageFault.thrown(e, layout.landing(), size);
    } catch (IOException e) {
      throw StorageFault.thrown(e, layout.landing().resolve(file.name()), size);
    }
  }

  private boolean isKept(ArrivedFile file) throws IOException {
    Path landed = layout.landed(file.sha256());
    return Files.exists(landed) && Files.size(landed) == file.bytes();
  }

  /**
   * Puts bytes into the landing zone under their final name, whole or not at all; false if they
   * were there already.
   */
  private boolean keep(Path from, Path landed, long size) throws IOException {
    if (Files.exists(landed) && Files.size(landed) == size) {
      return false;
    }
    Files.createDirectories(landed.getParent());
    Files.deleteIfExists(landed);
    try {
      Files.createLink(landed, from);
    } catch (FileAlreadyExistsException | NoSuchFileException e) {
      throw e;
    } catch (FileSystemException | UnsupportedOperationException e) {
      copy(from, landed); // another file system, or one without links
    }
    return true;
  }

  private void copy(Path from, Path landed) throws IOException {
    Files.createDirectories(layout.work());
    Path part = layout.work().resolve("landing-" + landed.getFileName() + ".part");
    try (FileChannel in = FileChannel.open(from, StandardOpenOption.READ);
        FileChannel out =
            FileChannel.open(
                part,
                StandardOpenOption.CREATE,
                StandardOpenOption.WRITE,
                StandardOpenOption.TRUNCATE_EXISTING)) {
      for (long position = 0; position < in.size(); ) {
        position += in.transferTo(position, in.size() - position, out);
      }
      out.force(true);
    }
    try {
      Files.move(part, landed, StandardCopyOption.ATOMIC_MOVE);
    } finally {
      Files.deleteIfExists(part);
    }
  }

  private static String sha256(Path file) throws IOException {
    MessageDigest digest;
    try {
      digest = MessageDigest.getInstance("SHA-256");
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException(e);
    }
    byte[] buffer = new byte[BUFFER];
    try (InputStream in = Files.newInputStream(file)) {
      for (int length = in.read(buffer); length >= 0; length = in.read(buffer)) {
        digest.update(buffer, 0, length);
      }
    }
    return HexFormat.of().formatHex(digest.digest());
  }
}
