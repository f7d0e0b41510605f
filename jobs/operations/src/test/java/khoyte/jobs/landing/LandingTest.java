package khoyte.jobs.landing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import khoyte.jobs.conf.Conf;
import khoyte.jobs.conf.OperationsConf;
import khoyte.jobs.conf.SourceConf;
import khoyte.jobs.console.Spoken;
import khoyte.jobs.landing.Landing.Received;
import khoyte.jobs.operations.ArrivedFile;
import khoyte.jobs.operations.Operations;
import khoyte.warehouse.KhoyteException;
import khoyte.warehouse.Layout;
import khoyte.warehouse.Messages;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class LandingTest {
  private static final Instant NOW = Instant.parse("2022-12-31T18:00:00Z");
  private static final String SHA_OF_A =
      "ca978112ca1bbdcafac231b39a23dc4da786eff8147c4e72b9807785afee48bb";

  @TempDir Path home;
  private Layout layout;
  private Operations operations;
  private final List<String> notices = new ArrayList<>();
  private final List<SourceConf> sources = Conf.read(Path.of("../../conf")).sources();

  @BeforeEach
  void open() throws IOException {
    layout = new Layout(home);
    operations = Operations.glance(new OperationsConf("", "", ""), layout, Map.of());
    for (SourceConf source : sources) {
      Files.createDirectories(layout.inbox().resolve(source.inbox()));
    }
  }

  @AfterEach
  void close() {
    operations.close();
  }

  @Test
  void bytesAreKeptListedAndGoneFromTheInbox() throws IOException {
    Path sent = send("ehr/ehr_20221231.csv", "a");

    assertThat(receive()).isEqualTo(new Received(1, 1));

    assertThat(sent).doesNotExist();
    assertThat(layout.landed(SHA_OF_A)).hasContent("a");
    assertThat(landed())
        .containsExactly(
            new ArrivedFile(
                1, "ehr", "", "ehr_20221231.csv", SHA_OF_A, 1, NOW, LocalDate.of(2022, 12, 31)));
    assertThat(notices).isEmpty();
  }

  @Test
  void landedBytesAreACopyThatNobodyWrites() throws IOException {
    Path sent = send("ehr/ehr_20221231.csv", "a");
    try (FileChannel stillOpen = FileChannel.open(sent, StandardOpenOption.WRITE)) {
      receive();
      stillOpen.write(ByteBuffer.wrap(new byte[] {'b', 'b'}));
    }

    assertThat(layout.landed(SHA_OF_A)).hasContent("a");
    assertThat(
            PosixFilePermissions.toString(Files.getPosixFilePermissions(layout.landed(SHA_OF_A))))
        .isEqualTo("r--------");
    assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(layout.landing())))
        .isEqualTo("rwx------");
    try (Stream<Path> left = Files.list(layout.landing())) {
      assertThat(left).containsExactly(layout.landed(SHA_OF_A).getParent());
    }
  }

  @Test
  void theSameBytesAreTakenOnce() throws IOException {
    send("ehr/ehr_20221231.csv", "a");
    receive();
    Path again = send("ehr/again.csv", "a");

    assertThat(receive()).isEqualTo(new Received(0, 0));

    assertThat(again).doesNotExist();
    assertThat(landed()).hasSize(1);
    assertThat(notices).containsExactly("Tệp again.csv: đã nhận ngày 01/01/2023, bỏ qua.");
  }

  @Test
  void theSameBytesFromAnotherSenderAreAnotherFile() throws IOException {
    send("his/75001/a.xml", "a");
    send("his/75002/a.xml", "a");
    send("ehr/a.csv", "a");

    assertThat(receive()).isEqualTo(new Received(3, 3));

    assertThat(landed())
        .extracting(ArrivedFile::source, ArrivedFile::folder)
        .containsExactly(
            org.assertj.core.groups.Tuple.tuple("his-xml", "75001"),
            org.assertj.core.groups.Tuple.tuple("his-xml", "75002"),
            org.assertj.core.groups.Tuple.tuple("ehr", ""));
  }

  @Test
  void theSameNameWithOtherBytesIsANewFile() throws IOException {
    send("ehr/ehr.csv", "a");
    receive();
    send("ehr/ehr.csv", "b");

    assertThat(receive()).isEqualTo(new Received(1, 1));
    assertThat(landed()).extracting(ArrivedFile::name).containsExactly("ehr.csv", "ehr.csv");
  }

  @Test
  void aNameThatIsNotUtf8IsRemarkedAndTheFileTaken() throws Exception {
    Path sent = send("his/75001/a.xml", "a");
    String rename =
        "mv a.xml \"$(printf '\\320\\341t 1.xml')\" && cd .. && mv 75001 \"$(printf 'B\\350nh')\"";
    Process shell =
        new ProcessBuilder("sh", "-c", rename).directory(sent.getParent().toFile()).start();
    assertThat(shell.waitFor()).isZero();

    assertThat(receive()).isEqualTo(new Received(1, 1));

    assertThat(layout.landed(SHA_OF_A)).hasContent("a");
    assertThat(landed())
        .extracting(ArrivedFile::folder, ArrivedFile::name)
        .containsExactly(org.assertj.core.groups.Tuple.tuple("B\uFFFDnh", "\uFFFD\uFFFDt 1.xml"));
    assertThat(notices)
        .containsExactly(
            "Tệp B\uFFFDnh/\uFFFD\uFFFDt 1.xml: tên không phải UTF-8, chỗ không đọc được ghi là"
                + " “\uFFFD”; nội dung vẫn nhận đủ.");
    assertThat(Messages.ENGLISH.text("file.name", "B\uFFFDnh/\uFFFD\uFFFDt 1.xml"))
        .isEqualTo(
            "File B\uFFFDnh/\uFFFD\uFFFDt 1.xml: its name is not UTF-8, what cannot be read of it is"
                + " shown as “\uFFFD”; the content was received whole.");
    assertThat(receive()).isEqualTo(new Received(0, 0));
  }

  @Test
  void unfinishedFilesAreLeftAlone() throws IOException {
    Path part = send("ehr/a.csv.part", "a");
    Path temporary = send("ehr/b.csv.TMP", "a");
    Path hidden = send("his/75001/.c.xml", "a");

    assertThat(receive()).isEqualTo(new Received(0, 0));

    assertThat(part).exists();
    assertThat(temporary).exists();
    assertThat(hidden).exists();
    assertThat(notices)
        .containsExactly(
            "Tệp 75001/.c.xml: đang gửi dở, để lại.",
            "Tệp a.csv.part: đang gửi dở, để lại.",
            "Tệp b.csv.TMP: đang gửi dở, để lại.");
  }

  @Test
  void linksAndFoldersAreNotFollowed() throws IOException {
    Path secret = Files.writeString(home.resolve("secret.txt"), "x");
    Files.createSymbolicLink(layout.inbox().resolve("ehr/link.csv"), secret);
    send("ehr/folder/inner.csv", "a");

    assertThat(receive()).isEqualTo(new Received(0, 0));
  }

  @Test
  void aMissingFolderIsSaidAndTheOthersAreReceived() throws IOException {
    Files.delete(layout.inbox().resolve("population"));
    send("immunization/a.csv", "a");

    assertThat(receive()).isEqualTo(new Received(1, 1));

    assertThat(notices)
        .containsExactly(
            "Không thể đọc nguồn Cơ sở dữ liệu quốc gia về dân cư: không có thư mục "
                + layout.inbox().resolve("population")
                + ". Tạo thư mục hoặc sửa khóa sources: inbox: population.");
  }

  @Test
  void killedAfterTheBytesWereKeptItIsListedTheNextTime() throws IOException {
    send("ehr/a.csv", "a");
    Files.createDirectories(layout.landed(SHA_OF_A).getParent());
    Files.createLink(layout.landed(SHA_OF_A), layout.inbox().resolve("ehr/a.csv"));

    assertThat(receive()).isEqualTo(new Received(1, 1));
    assertThat(layout.landed(SHA_OF_A)).hasContent("a");
  }

  @Test
  void killedAfterItWasListedItIsTakenAwayTheNextTime() throws IOException {
    send("ehr/a.csv", "a");
    receive();
    Files.createLink(layout.inbox().resolve("ehr/a.csv"), layout.landed(SHA_OF_A));

    assertThat(receive()).isEqualTo(new Received(0, 0));
    assertThat(layout.inbox().resolve("ehr/a.csv")).doesNotExist();
    assertThat(layout.landed(SHA_OF_A)).hasContent("a");
  }

  @Test
  void aHalfCopyInTheLandingZoneIsReplaced() throws IOException {
    Files.createDirectories(layout.landed(SHA_OF_A).getParent());
    Files.writeString(layout.landed(SHA_OF_A), "");
    send("ehr/a.csv", "a");

    assertThat(receive()).isEqualTo(new Received(1, 1));
    assertThat(layout.landed(SHA_OF_A)).hasContent("a");
  }

  @Test
  void lostBytesComeBackWhenTheyAreSentAgain() throws IOException {
    send("ehr/a.csv", "a");
    receive();
    Files.delete(layout.landed(SHA_OF_A));
    send("ehr/a.csv", "a");

    assertThat(receive()).isEqualTo(new Received(0, 0));
    assertThat(layout.landed(SHA_OF_A)).hasContent("a");
    assertThat(landed()).hasSize(1);
  }

  @Test
  void nothingIsLeftInTheWorkFolder() throws IOException {
    send("ehr/a.csv", "a");
    receive();
    if (Files.isDirectory(layout.work())) {
      try (Stream<Path> left = Files.list(layout.work())) {
        assertThat(left).isEmpty();
      }
    }
  }

  @Test
  void aFolderWithoutRightsIsSaidInOneLine() throws IOException {
    Assumptions.assumeFalse("root".equals(System.getProperty("user.name")), "root may do anything");
    send("ehr/a.csv", "a");
    Files.setPosixFilePermissions(home, PosixFilePermissions.fromString("r-xr-xr-x"));
    try {
      assertThatThrownBy(this::receive)
          .isInstanceOfSatisfying(
              KhoyteException.class, error -> assertThat(error.key()).isEqualTo("folder.readonly"));
    } finally {
      Files.setPosixFilePermissions(home, PosixFilePermissions.fromString("rwxr-xr-x"));
    }
  }

  @Test
  void aFileThatNobodyMayReadStaysAndTheOthersAreTaken() throws IOException {
    Assumptions.assumeFalse("root".equals(System.getProperty("user.name")), "root may do anything");
    Path closed = send("ehr/a.csv", "a");
    send("ehr/b.csv", "b");
    Files.setPosixFilePermissions(closed, PosixFilePermissions.fromString("---------"));

    assertThat(receive()).isEqualTo(new Received(1, 1));

    assertThat(closed).exists();
    assertThat(notices)
        .containsExactly(
            "Tệp a.csv: không có quyền đọc, để lại trong thư mục nhận. Cấp quyền đọc cho khoyte.");
  }

  private Received receive() {
    Spoken spoken = new Spoken(Messages.VIETNAMESE, ZoneId.of("Asia/Ho_Chi_Minh"));
    return new Landing(
            layout,
            operations.files(),
            () -> NOW,
            spoken,
            notice -> notices.add(notice.text(Messages.VIETNAMESE)))
        .receive(sources);
  }

  private List<ArrivedFile> landed() {
    return operations.files().unread(Long.MAX_VALUE).stream()
        .sorted(java.util.Comparator.comparingLong(ArrivedFile::id))
        .toList();
  }

  private Path send(String path, String content) throws IOException {
    Path file = layout.inbox().resolve(path);
    Files.createDirectories(file.getParent());
    return Files.writeString(file, content);
  }
}
