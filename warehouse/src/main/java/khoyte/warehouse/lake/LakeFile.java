package khoyte.warehouse.lake;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.List;
import khoyte.warehouse.StorageFault;
import khoyte.warehouse.table.Table;

/**
 * A Parquet file of a table that something else than the lake is to write: its columns are numbered
 * as the lake numbers them.
 *
 * @param location relative to the lake's directory
 * @param path of the file
 * @param columns in the order of the fields, then those of the layers
 */
public record LakeFile(Table table, String location, Path path, List<ColumnId> columns) {

  /**
   * The number of a column.
   *
   * @param element number of the elements of a list; 0 of what is none
   */
  public record ColumnId(String name, int id, int element) {}

  public LakeFile {
    columns = List.copyOf(columns);
  }

  /** Makes the folder of the file. */
  public void begin() {
    try {
      Files.createDirectories(path.getParent());
    } catch (IOException e) {
      throw StorageFault.cannotWrite(path, e);
    }
  }

  /** The file, on disk; a file without rows is thrown away. */
  public WrittenFile written(long rows) {
    try {
      if (rows == 0) {
        Files.deleteIfExists(path);
        return new WrittenFile(table, location, 0, 0);
      }
      try (FileChannel file = FileChannel.open(path, StandardOpenOption.WRITE)) {
        file.force(true);
      }
      return new WrittenFile(table, location, rows, Files.size(path));
    } catch (IOException e) {
      throw StorageFault.cannotWrite(path, e);
    }
  }
}
