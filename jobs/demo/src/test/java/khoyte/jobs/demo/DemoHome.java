package khoyte.jobs.demo;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import khoyte.jobs.step.NightHome;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.ParameterContext;
import org.junit.jupiter.api.extension.ParameterResolver;
import org.springframework.util.FileSystemUtils;

/**
 * The smallest synthetic province and its first night, run once for all tests that ask for it.
 *
 * @param said what the night said
 * @param remarked what it remarked
 */
record DemoHome(NightHome home, DemoTruth truth, List<String> said, List<String> remarked)
    implements AutoCloseable {
  static final String NIGHT = "2022-12-31.v1";

  private static DemoHome open() {
    try {
      NightHome home = new NightHome(Files.createTempDirectory("khoyte-demo"));
      DemoTruth truth =
          DemoProvince.writeWithRecords(DemoProvince.LEAST_SCALE, 2022, home.layout.inbox());
      home.night("2022-12-31");
      return new DemoHome(home, truth, home.said(), home.remarked());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  @Override
  public void close() throws IOException {
    Path folder = home.layout.home();
    FileSystemUtils.deleteRecursively(folder);
  }

  /** Hands it to a test. */
  static final class Given implements ParameterResolver {

    @Override
    public boolean supportsParameter(ParameterContext parameter, ExtensionContext context) {
      return parameter.getParameter().getType() == DemoHome.class;
    }

    @Override
    public Object resolveParameter(ParameterContext parameter, ExtensionContext context) {
      return context
          .getRoot()
          .getStore(ExtensionContext.Namespace.create(DemoHome.class))
          .getOrComputeIfAbsent(DemoHome.class, key -> open(), DemoHome.class);
    }
  }
}
