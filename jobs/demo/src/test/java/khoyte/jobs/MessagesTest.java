package khoyte.jobs;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStreamReader;
import java.io.Reader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Properties;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import khoyte.warehouse.Messages;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class MessagesTest {
  /** Words agreed for commands that do not exist yet, and for the launcher, which is no Java. */
  private static final Set<String> AGREED_FOR_LATER =
      new TreeSet<>(Set.of("java.old", "source.connect", "upload.approval", "upload.dry"));

  /** Keys put together from a prefix and the name of a step, a state or a reason. */
  private static final Pattern KEY_BY_ITS_END =
      Pattern.compile(
          "(step|state|habit|file\\.refused|explain\\.(link|evidence|trait|comparison|level)|calibration\\.kind)\\.");

  private static final Pattern QUOTED = Pattern.compile("\"([a-z0-9_.-]+)\"");
  private static final Pattern PLACE = Pattern.compile("\\{(\\d)");

  @ParameterizedTest
  @ValueSource(strings = {"khoyte/messages", "khoyte/jobs/help"})
  void bothLanguagesHaveTheSameKeysAndPlaces(String bundle) throws IOException {
    Properties vietnamese = read(bundle + "_vi.properties");
    Properties english = read(bundle + "_en.properties");

    assertThat(english.stringPropertyNames()).isEqualTo(vietnamese.stringPropertyNames());
    for (String key : vietnamese.stringPropertyNames()) {
      assertThat(places(english.getProperty(key)))
          .as(key)
          .isEqualTo(places(vietnamese.getProperty(key)));
    }
  }

  @Test
  void everyMessageIsSaidSomewhere() throws IOException {
    StringBuilder sources = new StringBuilder();
    for (String module : List.of("warehouse", "pipelines", "reports", "jobs")) {
      try (Stream<Path> files = Files.walk(Path.of("../..", module))) {
        for (Path file : files.filter(MessagesTest::isSource).toList()) {
          sources.append(Files.readString(file));
        }
      }
    }
    Set<String> unsaid = new TreeSet<>(read("khoyte/messages_vi.properties").stringPropertyNames());
    unsaid.removeIf(key -> KEY_BY_ITS_END.matcher(key).lookingAt());
    for (Matcher said = QUOTED.matcher(sources); said.find(); ) {
      unsaid.remove(said.group(1));
    }

    assertThat(unsaid).isEqualTo(AGREED_FOR_LATER);
  }

  private static boolean isSource(Path file) {
    return file.toString().contains("src/main/java") && file.toString().endsWith(".java");
  }

  @Test
  void noMessageExclaimsOrAddressesSomebody() throws IOException {
    Properties vietnamese = read("khoyte/messages_vi.properties");

    for (String key : vietnamese.stringPropertyNames()) {
      assertThat(vietnamese.getProperty(key).toLowerCase(Locale.ROOT))
          .as(key)
          .doesNotContain("!")
          .doesNotContain("bạn ")
          .doesNotContain("cách ly");
    }
  }

  @Test
  void numbersAreGroupedAsTheLanguageDoes() {
    assertThat(Messages.VIETNAMESE.text("balance.failed", "31/12/2022", "EHR", 12345))
        .isEqualTo(
            "Không thể công bố phiên đêm 31/12/2022: nguồn EHR lệch 12.345 bản ghi khi đối soát.");
  }

  private static TreeSet<String> places(String text) {
    TreeSet<String> places = new TreeSet<>();
    for (Matcher place = PLACE.matcher(text); place.find(); ) {
      places.add(place.group(1));
    }
    return places;
  }

  private static Properties read(String name) throws IOException {
    Properties properties = new Properties();
    try (Reader reader =
        new InputStreamReader(
            Objects.requireNonNull(
                MessagesTest.class.getClassLoader().getResourceAsStream(name), name),
            StandardCharsets.UTF_8)) {
      properties.load(reader);
    }
    return properties;
  }
}
