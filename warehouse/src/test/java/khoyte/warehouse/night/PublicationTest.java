package khoyte.warehouse.night;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import khoyte.warehouse.KhoyteException;
import khoyte.warehouse.Layout;
import khoyte.warehouse.NightId;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PublicationTest {

  @TempDir Path home;
  private Layout layout;
  private Publication publication;

  @BeforeEach
  void open() {
    layout = new Layout(home);
    publication = new Publication(layout);
  }

  @Test
  void beforeTheFirstNightThereIsNone() {
    assertThat(publication.currentNight()).isEmpty();
    assertThat(publication.nights()).isEmpty();
    assertThat(publication.nearest(LocalDate.of(2022, 12, 31))).isEmpty();
  }

  @Test
  void theGreatestNightIsCurrentWhateverTheOrder() {
    publish("2022-12-31.v1");
    assertThat(publication.currentNight()).contains(NightId.parse("2022-12-31.v1"));

    publish("2022-12-30.v1");
    publish("2022-12-30.v2");
    assertThat(publication.currentNight()).contains(NightId.parse("2022-12-31.v1"));

    publish("2022-12-31.v2");
    assertThat(publication.currentNight()).contains(NightId.parse("2022-12-31.v2"));
    assertThat(publication.nights())
        .extracting(NightId::toString)
        .containsExactly("2022-12-30.v1", "2022-12-30.v2", "2022-12-31.v1", "2022-12-31.v2");
    assertThat(layout.work()).isEmptyDirectory();
    assertThat(layout.currentPointer()).hasContent("2022-12-31.v2.duckdb\n");
  }

  @Test
  void versionTenIsGreaterThanVersionNine() {
    publish("2022-12-31.v9");
    publish("2022-12-31.v10");

    assertThat(publication.currentNight()).contains(NightId.parse("2022-12-31.v10"));
    assertThat(publication.newest(LocalDate.of(2022, 12, 31)))
        .contains(NightId.parse("2022-12-31.v10"));
    assertThat(publication.newest(LocalDate.of(2022, 12, 30))).isEmpty();
  }

  @Test
  void theNearestNightIsTheNewestOfItsDate() {
    publish("2022-12-01.v1");
    publish("2022-12-31.v1");
    publish("2022-12-31.v2");

    assertThat(publication.nearest(LocalDate.of(2022, 12, 20)))
        .contains(NightId.parse("2022-12-31.v2"));
    assertThat(publication.nearest(LocalDate.of(2022, 12, 16)))
        .contains(NightId.parse("2022-12-01.v1"));
    assertThat(publication.nearest(LocalDate.of(2020, 1, 1)))
        .contains(NightId.parse("2022-12-01.v1"));
  }

  @Test
  void stoppedBetweenFileAndPointerItGoesOn() throws IOException {
    publish("2022-12-31.v1");
    Files.delete(layout.currentPointer());

    publication.publish(NightId.parse("2022-12-31.v1"));

    assertThat(publication.currentNight()).contains(NightId.parse("2022-12-31.v1"));
  }

  @Test
  void aPublishedNightIsNeverReplaced() {
    publish("2022-12-31.v1");
    build("2022-12-31.v1", "other");

    assertThatThrownBy(() -> publication.publish(NightId.parse("2022-12-31.v1")))
        .hasMessage(
            "Cannot publish night 2022-12-31.v1: it was published before and never changes");
    assertThat(layout.nightFile(NightId.parse("2022-12-31.v1"))).hasContent("2022-12-31.v1");
  }

  @Test
  void onAFullDiskNothingIsPublished() {
    publish("2022-12-30.v1");
    build("2022-12-31.v1", "night");

    assertThatThrownBy(
            () -> new Publication(layout, 9L << 50).publish(NightId.parse("2022-12-31.v1")))
        .isInstanceOf(KhoyteException.class)
        .hasMessageContaining("2022-12-31.v1.duckdb: the disk is full (");
    assertThat(publication.nights()).containsExactly(NightId.parse("2022-12-30.v1"));
    assertThat(publication.currentNight()).contains(NightId.parse("2022-12-30.v1"));
    assertThat(layout.unpublished(NightId.parse("2022-12-31.v1"))).exists();
  }

  @Test
  void ifThePointerCannotBeWrittenTheNightIsNotSeen() throws IOException {
    Files.writeString(layout.warehouse(), "no folder");
    build("2022-12-31.v1", "night");

    assertThatThrownBy(() -> publication.publish(NightId.parse("2022-12-31.v1")))
        .isInstanceOf(UncheckedIOException.class);
    assertThat(publication.nights()).isEmpty();
    assertThat(publication.currentNight()).isEmpty();
  }

  @Test
  void otherFilesAreNoNights() throws IOException {
    publish("2022-12-31.v1");
    Files.writeString(layout.warehouse().resolve("2022-12-31.v1.duckdb.tmp"), "");
    Files.writeString(layout.warehouse().resolve("notes.duckdb"), "");

    assertThat(publication.nights()).containsExactly(NightId.parse("2022-12-31.v1"));
  }

  private void publish(String night) {
    build(night, night);
    publication.publish(NightId.parse(night));
  }

  private void build(String night, String content) {
    try {
      Files.createDirectories(layout.work());
      Files.writeString(layout.unpublished(NightId.parse(night)), content);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
