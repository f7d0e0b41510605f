package khoyte.warehouse.lake;

import java.io.BufferedOutputStream;
import java.io.FileOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Objects;
import khoyte.warehouse.OwnerOnly;
import khoyte.warehouse.StorageFault;
import org.apache.iceberg.exceptions.AlreadyExistsException;
import org.apache.iceberg.io.FileIO;
import org.apache.iceberg.io.InputFile;
import org.apache.iceberg.io.OutputFile;
import org.apache.iceberg.io.PositionOutputStream;
import org.apache.iceberg.io.SeekableInputStream;

/**
 * Files below the lake's directory, named relative to it: catalog, metadata and manifests hold no
 * absolute path, so that a home can be moved or restored elsewhere as it is. A file is on disk when
 * its stream is closed.
 */
public final class LakeFileIO implements FileIO {
  private static final long serialVersionUID = 1L;

  /** Catalog property: the directory. */
  static final String DIRECTORY = "lake.directory";

  private Map<String, String> properties = Map.of();

  /** For the catalog, which calls {@link #initialize}. */
  public LakeFileIO() {}

  LakeFileIO(Path directory) {
    this.properties = Map.of(DIRECTORY, directory.toString());
  }

  @Override
  public void initialize(Map<String, String> catalogProperties) {
    this.properties = Map.of(DIRECTORY, catalogProperties.get(DIRECTORY));
  }

  @Override
  public Map<String, String> properties() {
    return properties;
  }

  @Override
  public InputFile newInputFile(String location) {
    return new LakeInputFile(location, path(location));
  }

  @Override
  public OutputFile newOutputFile(String location) {
    return new LakeOutputFile(location, path(location));
  }

  /** Deletes a file; one that was never written is no error, as Iceberg's clean-up expects. */
  @Override
  public void deleteFile(String location) {
    try {
      Files.deleteIfExists(path(location));
    } catch (IOException e) {
      throw new UncheckedIOException("Cannot delete " + location + " from the lake", e);
    }
  }

  Path path(String location) {
    Path directory = Path.of(properties.getOrDefault(DIRECTORY, ""));
    Path path = directory.resolve(location).normalize();
    if (!path.startsWith(directory)) {
      throw new IllegalArgumentException("Cannot open " + location + ": outside the lake");
    }
    return path;
  }

  private record LakeInputFile(String location, Path path) implements InputFile {

    @Override
    public long getLength() {
      return local().getLength();
    }

    @Override
    public SeekableInputStream newStream() {
      return local().newStream();
    }

    @Override
    public boolean exists() {
      return Files.exists(path);
    }

    private InputFile local() {
      return org.apache.iceberg.Files.localInput(path.toFile());
    }
  }

  private record LakeOutputFile(String location, Path path) implements OutputFile {

    @Override
    public PositionOutputStream create() {
      if (Files.exists(path)) {
        throw new AlreadyExistsException("Cannot create %s: already in the lake", location);
      }
      return createOrOverwrite();
    }

    @Override
    public PositionOutputStream createOrOverwrite() {
      try {
        OwnerOnly.directory(Objects.requireNonNull(path.getParent()));
        return new SyncedStream(path);
      } catch (IOException e) {
        throw StorageFault.cannotWrite(path, e);
      }
    }

    @Override
    public InputFile toInputFile() {
      return new LakeInputFile(location, path);
    }
  }

  /** Counts its position, and closes only when the bytes are on disk. */
  private static final class SyncedStream extends PositionOutputStream {
    private final Path path;
    private final FileOutputStream file;
    private final BufferedOutputStream buffer;
    private long position;
    private boolean closed;

    SyncedStream(Path path) throws IOException {
      this.path = path;
      this.file = new FileOutputStream(path.toFile());
      this.buffer = new BufferedOutputStream(file, 1 << 16);
    }

    @Override
    public long getPos() {
      return position;
    }

    @Override
    public void write(int oneByte) throws IOException {
      try {
        buffer.write(oneByte);
      } catch (IOException e) {
        throw StorageFault.cannotWrite(path, e);
      }
      position++;
    }

    @Override
    public void write(byte[] bytes, int offset, int length) throws IOException {
      try {
        buffer.write(bytes, offset, length);
      } catch (IOException e) {
        throw StorageFault.cannotWrite(path, e);
      }
      position += length;
    }

    @Override
    public void flush() throws IOException {
      buffer.flush();
    }

    @Override
    public void close() throws IOException {
      if (closed) {
        return;
      }
      closed = true;
      try (FileOutputStream open = file) {
        buffer.flush();
        open.getFD().sync();
      } catch (IOException e) {
        throw StorageFault.cannotWrite(path, e);
      }
    }
  }
}
