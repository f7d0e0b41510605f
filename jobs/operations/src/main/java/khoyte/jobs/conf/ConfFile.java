package khoyte.jobs.conf;

import java.io.IOException;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import khoyte.warehouse.Fault;
import khoyte.warehouse.KhoyteException;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.constructor.SafeConstructor;
import org.yaml.snakeyaml.error.MarkedYAMLException;
import org.yaml.snakeyaml.nodes.MappingNode;
import org.yaml.snakeyaml.nodes.Node;

/** A YAML file of {@code conf/}, as its outermost section. */
public final class ConfFile {

  private ConfFile() {}

  /** Reads a file; an empty one is a section without keys. */
  public static ConfSection read(Path file) {
    String name = String.valueOf(file.getFileName());
    try (Reader reader = Files.newBufferedReader(file)) {
      Node root = new Yaml(new SafeConstructor(new LoaderOptions())).compose(reader);
      if (root == null) {
        return ConfSection.empty(name);
      }
      if (root instanceof MappingNode mapping) {
        return ConfSection.of(name, mapping);
      }
      throw syntax(name, 1, null);
    } catch (MarkedYAMLException e) {
      throw syntax(name, e.getProblemMark() == null ? 1 : e.getProblemMark().getLine() + 1, e);
    } catch (NoSuchFileException e) {
      throw new KhoyteException(e, Fault.ARGUMENT, "conf.file", file);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static KhoyteException syntax(
      String name, int line, @org.jspecify.annotations.Nullable Throwable cause) {
    return new KhoyteException(cause, Fault.ARGUMENT, "conf.syntax", name, String.valueOf(line));
  }
}
