package khoyte.pipelines.spark;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.attribute.PosixFilePermissions;
import org.apache.hadoop.fs.LocalFileSystem;
import org.apache.hadoop.fs.Path;
import org.apache.hadoop.fs.RawLocalFileSystem;
import org.apache.hadoop.fs.permission.FsPermission;

/**
 * The local file system for Spark. Hadoop's own starts a process, chmod, for every file and folder
 * where its native library is missing: a dozen for each table that a night keeps for itself. Nor
 * are there files of checksums, which nobody reads.
 */
public final class LocalFiles extends LocalFileSystem {

  public LocalFiles() {
    super(new WithoutProcesses());
    setWriteChecksum(false);
  }

  private static final class WithoutProcesses extends RawLocalFileSystem {

    @Override
    public void setPermission(Path path, FsPermission permission) throws IOException {
      String symbols =
          permission.getUserAction().SYMBOL
              + permission.getGroupAction().SYMBOL
              + permission.getOtherAction().SYMBOL;
      Files.setPosixFilePermissions(
          pathToFile(path).toPath(), PosixFilePermissions.fromString(symbols));
    }
  }
}
