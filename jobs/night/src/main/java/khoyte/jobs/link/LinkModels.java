package khoyte.jobs.link;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import khoyte.warehouse.Fault;
import khoyte.warehouse.KhoyteException;

/** The linkers of {@code conf/link/}, and where their parameters are. */
public record LinkModels(Path directory) {
  private static final String ENDING = ".yml";

  public static LinkModels of(Path configuration) {
    return new LinkModels(configuration.resolve("link"));
  }

  /** The file of a model that is given by its name, or by a path. */
  public Path file(String model) {
    if (model.endsWith(ENDING) || model.contains("/")) {
      return Path.of(model);
    }
    Path file = directory.resolve(model + ENDING);
    if (!Files.isRegularFile(file)) {
      throw new KhoyteException(Fault.ARGUMENT, "link.model", model, names());
    }
    return file;
  }

  private String names() {
    try (Stream<Path> files = Files.list(directory)) {
      return files
          .map(file -> String.valueOf(file.getFileName()))
          .filter(name -> name.endsWith(ENDING))
          .map(name -> name.substring(0, name.length() - ENDING.length()))
          .filter(name -> !name.contains("."))
          .sorted()
          .collect(Collectors.joining(", "));
    } catch (NoSuchFileException e) {
      return "";
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
