package khoyte.jobs.link;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.Objects;
import khoyte.jobs.conf.Conf;
import khoyte.jobs.conf.MatcherConf;
import khoyte.pipelines.link.estimate.LinkParameters;
import khoyte.pipelines.link.model.LinkModel;
import khoyte.pipelines.link.pair.PersonSearch;
import khoyte.pipelines.version.MatchValues;
import khoyte.warehouse.Fault;
import khoyte.warehouse.KhoyteException;
import khoyte.warehouse.Sha256;
import org.jspecify.annotations.Nullable;

/**
 * The matcher of a night.
 *
 * @param version name of the file of parameters, then the first digits of the SHA-256 of that file,
 *     of its model and of the settings: another one may find other citizens
 */
public record Matcher(
    LinkModel model, LinkParameters parameters, MatcherConf settings, String version) {
  private static final int DIGITS = 12;

  /** The matcher of a night, from the files that the configuration names; null if it names none. */
  public static @Nullable Matcher of(Conf conf) {
    MatcherConf settings = conf.general().matcher();
    if (settings.parameters().isEmpty()) {
      return null;
    }
    Path file = conf.directory().resolve(settings.parameters());
    LinkParameters parameters = LinkParametersFile.read(file);
    Path modelFile =
        Objects.requireNonNull(file.toAbsolutePath().getParent())
            .resolve(parameters.model() + ".yml");
    LinkModel model = LinkModelFile.read(modelFile);
    String text = text(file) + text(modelFile) + settings;
    String name = String.valueOf(file.getFileName()).replaceFirst("\\.ya?ml$", "");
    String hash = Sha256.of(text.getBytes(StandardCharsets.UTF_8)).substring(0, DIGITS);
    return new Matcher(model, parameters, settings, name + " " + hash);
  }

  /** Its search among registered people. */
  public PersonSearch search() {
    return new PersonSearch(model, parameters, settings.people(), MatchValues.NAMES);
  }

  private static String text(Path file) {
    try {
      return Files.readString(file);
    } catch (NoSuchFileException e) {
      throw new KhoyteException(e, Fault.ARGUMENT, "conf.file", file);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
