package khoyte.warehouse.lake;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.Collection;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import org.apache.iceberg.ContentFile;
import org.apache.iceberg.ManifestContent;
import org.apache.iceberg.ManifestFile;
import org.apache.iceberg.ManifestFiles;
import org.apache.iceberg.ManifestReader;
import org.apache.iceberg.Snapshot;
import org.apache.iceberg.TableMetadata;
import org.apache.iceberg.TableMetadataParser;

/**
 * The files that tables of the lake consist of at all their snapshots: metadata, lists of
 * manifests, manifests, data files. They are found from the metadata files alone, so that a copy of
 * the catalog serves as well as the catalog.
 */
public final class LakeFiles {
  /** Size of a file that nothing in the lake tells. */
  public static final long UNKNOWN = -1;

  /** How the name of a metadata file ends. */
  public static final String METADATA = ".metadata.json";

  private final LakeFileIO files;

  /**
   * @param directory the lake's
   */
  public LakeFiles(Path directory) {
    this.files = new LakeFileIO(directory);
  }

  /**
   * The files of tables, by their paths relative to the lake's directory, with their sizes in bytes
   * or {@link #UNKNOWN}.
   *
   * @param metadata the newest metadata file of each table, as the catalog names it
   * @param known files that were listed before; what these refer to is known as well and left out
   */
  public SortedMap<String, Long> of(Collection<String> metadata, Set<String> known) {
    SortedMap<String, Long> found = new TreeMap<>();
    for (String table : metadata) {
      if (!known.contains(table)) {
        found.put(table, UNKNOWN);
        add(TableMetadataParser.read(files, table), known, found);
      }
    }
    return found;
  }

  private void add(TableMetadata table, Set<String> known, SortedMap<String, Long> found) {
    table.statisticsFiles().forEach(file -> found.put(file.path(), file.fileSizeInBytes()));
    table
        .partitionStatisticsFiles()
        .forEach(file -> found.put(file.path(), file.fileSizeInBytes()));
    for (Snapshot snapshot : table.snapshots()) {
      String manifests = snapshot.manifestListLocation();
      if (known.contains(manifests)) {
        continue;
      }
      found.put(manifests, UNKNOWN);
      for (ManifestFile manifest : snapshot.allManifests(files)) {
        if (!known.contains(manifest.path())
            && found.put(manifest.path(), manifest.length()) == null) {
          add(manifest, table, found);
        }
      }
    }
  }

  /** The files that a manifest names as present; of those it names as gone others tell. */
  private void add(ManifestFile manifest, TableMetadata table, SortedMap<String, Long> found) {
    try (ManifestReader<? extends ContentFile<?>> entries =
        manifest.content() == ManifestContent.DATA
            ? ManifestFiles.read(manifest, files, table.specsById())
            : ManifestFiles.readDeleteManifest(manifest, files, table.specsById())) {
      for (ContentFile<?> file : entries) {
        found.put(file.location(), file.fileSizeInBytes());
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
