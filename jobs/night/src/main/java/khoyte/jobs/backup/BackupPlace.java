package khoyte.jobs.backup;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.FileSystemException;
import java.nio.file.Path;
import java.util.Map;
import khoyte.jobs.conf.BackupConf;
import khoyte.warehouse.Fault;
import khoyte.warehouse.KhoyteException;
import khoyte.warehouse.StorageFault;

/**
 * A folder that holds backups: on this machine, or on a server that is reached by SFTP. Either is a
 * {@link Path}.
 *
 * @param name as it was given
 * @param closing leaves the server
 */
record BackupPlace(String name, Path root, Runnable closing) implements AutoCloseable {
  private static final String SFTP = "sftp://";

  /**
   * Opens a place.
   *
   * @param place a folder, or {@code sftp://user@host[:port]/folder}
   * @throws KhoyteException {@code backup.place}, {@code backup.host}, {@code backup.connect}
   */
  static BackupPlace open(String place, BackupConf conf, Map<String, String> environment) {
    if (!isRemote(place)) {
      return new BackupPlace(place, Path.of(place).toAbsolutePath().normalize(), () -> {});
    }
    URI address = address(place);
    SftpServer server = SftpServer.enter(address, conf.sftp(), environment);
    return new BackupPlace(
        place,
        server.folder(address.getPath()),
        () -> {
          try {
            server.close();
          } catch (IOException e) {
            throw new UncheckedIOException(e);
          }
        });
  }

  /** Whether a place is on a server. */
  static boolean isRemote(String place) {
    return place.startsWith(SFTP);
  }

  /** The error to throw where a place could not be read or written, or the files that go there. */
  static RuntimeException failed(String place, IOException error) {
    boolean here =
        error instanceof FileSystemException
            || StorageFault.of(error, Path.of(""), 0).isPresent()
            || !isRemote(place);
    return here
        ? new UncheckedIOException(error)
        : SftpServer.away(URI.create(place).getHost(), error);
  }

  /** A password in an address would be seen by everybody on the machine. */
  private static URI address(String place) {
    try {
      URI address = URI.create(place);
      String user = address.getUserInfo();
      if (user != null
          && !user.contains(":")
          && address.getHost() != null
          && address.getPath().length() > 1) {
        return address;
      }
    } catch (IllegalArgumentException e) {
      throw new KhoyteException(e, Fault.ARGUMENT, "backup.place");
    }
    throw new KhoyteException(Fault.ARGUMENT, "backup.place");
  }

  @Override
  public void close() {
    closing.run();
  }
}
