package khoyte.jobs.link;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import khoyte.jobs.link.LinkParametersFile.Training;
import khoyte.pipelines.link.model.Contradiction;
import khoyte.warehouse.KhoyteException;
import khoyte.warehouse.Messages;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Linkers and what they learned, as files. */
class LinkFilesTest {
  private static final Path DELIVERED = Path.of("../../conf/link/citizen.parameters.1.yml");

  @TempDir Path folder;

  @Test
  void whatWasLearnedIsReadAsItWasWritten() throws IOException {
    Training training = LinkParametersFile.training(DELIVERED);

    Path written =
        LinkParametersFile.write(
            folder, LinkParametersFile.read(DELIVERED), training.unlinkable(), training.on());

    assertThat(written).hasFileName("citizen.parameters.1.yml");
    assertThat(values(written)).contains("term-frequencies:").isEqualTo(values(DELIVERED));
    assertThat(LinkParametersFile.read(written)).isEqualTo(LinkParametersFile.read(DELIVERED));
  }

  private static String values(Path file) throws IOException {
    return Files.readString(file).replaceFirst("(?s)^.*?\n(?=model: )", "");
  }

  @Test
  void aContradictionNamesOneLevelOfAComparisonOrSeveral() throws IOException {
    assertThat(
            LinkModelFile.read(model("{name: different, born: [date-slip 12, silent]}"))
                .contradictions())
        .containsExactly(
            new Contradiction(
                Map.of("name", List.of("different"), "born", List.of("date-slip 12", "silent"))));
  }

  @Test
  void aLevelThatTheComparisonDoesNotHaveIsRefused() throws IOException {
    Path file = model("{name: different, born: [date-slip 12, equals]}");

    assertThatThrownBy(() -> LinkModelFile.read(file))
        .isInstanceOfSatisfying(
            KhoyteException.class,
            error ->
                assertThat(error.text(Messages.VIETNAMESE))
                    .contains("born = “equals” không hợp lệ")
                    .contains("equal | date-slip 12 | different"));
  }

  private Path model(String contradiction) throws IOException {
    return Files.writeString(
        folder.resolve("own.yml"),
        """
        id: [id]
        columns: [{name: name}, {name: born, cleaning: [date]}]
        blocking: [{equal: [name]}]
        comparisons:
          - {name: name, levels: [equal]}
          - {name: born, levels: [equal, date-slip 12]}
        contradictions: [%s]
        """
            .formatted(contradiction));
  }
}
