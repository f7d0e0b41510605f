package khoyte.jobs.backup;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.TreeMap;
import java.util.stream.Stream;
import khoyte.jobs.backup.SmallWarehouse.Answer;
import khoyte.jobs.operations.NightRun;
import khoyte.jobs.operations.NightState;
import khoyte.jobs.operations.Operations;
import khoyte.warehouse.HomePermissions;
import khoyte.warehouse.NightId;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class BackupTest {
  private static final String PASSPHRASE = "một câu đủ dài để mã hóa";

  @TempDir Path folder;
  private SmallWarehouse warehouse;
  private Path place;

  @BeforeEach
  void aNight() throws IOException {
    warehouse = SmallWarehouse.in(folder);
    warehouse.night("2022-12-31.v1");
    place = folder.resolve("backup");
  }

  @Test
  void whatWasBackedUpIsRestoredElsewhereAsItWas() throws IOException {
    assertThat(backup())
        .isEqualTo(
            new Answer(
                0, "Đã sao lưu 13 tệp (13 tệp mới, 1 MB) trong 0 giây: " + place + "\n", ""));
    SmallWarehouse restored = elsewhere();

    assertThat(restored.khoyte("restore", place.toString()))
        .isEqualTo(
            new Answer(
                0,
                "Đã khôi phục 13 tệp vào "
                    + restored.layout.home()
                    + "; phiên đêm mới nhất: 2022-12-31.v1.\nCấu hình lúc sao lưu: "
                    + restored.layout.home().resolve("conf")
                    + "\n",
                ""));
    TreeMap<String, String> kept = warehouse.files();
    kept.keySet().removeIf(name -> name.matches("lake/.*/0000[01]-.*\\.metadata\\.json"));
    assertThat(restored.files()).isEqualTo(kept);
    assertThat(SmallWarehouse.files(restored.layout.restoredConf(), ""))
        .isEqualTo(SmallWarehouse.files(warehouse.conf, ""));
    assertThat(restored.khoyte("verify").out()).isEqualTo(warehouse.khoyte("verify").out());
    assertThat(restored.khoyte("status").out()).isEqualTo(warehouse.khoyte("status").out());
    assertThat(restored.lakeFiles(NightId.parse("2022-12-31.v1")))
        .isEqualTo(warehouse.lakeFiles(NightId.parse("2022-12-31.v1")));
    assertThat(Files.getPosixFilePermissions(restored.layout.secret().resolve("citizen-key")))
        .isEqualTo(PosixFilePermissions.fromString("rw-------"));
    try (Stream<Path> files = Files.walk(restored.layout.home())) {
      for (Path file : files.filter(Files::isRegularFile).toList()) {
        String permissions = PosixFilePermissions.toString(Files.getPosixFilePermissions(file));
        String name = restored.layout.name(file);
        assertThat(permissions)
            .as(name)
            .matches(
                name.startsWith("out/reports/")
                    ? "r--r--r--"
                    : name.startsWith("landing/") ? "r--------" : "rw-(r--r--|------)");
      }
    }
    restored.night("2023-01-01.v1");
    assertThat(restored.khoyte("backup", place.toString()).code()).isZero();
    assertThat(restored.khoyte("verify", place.toString()).code()).isZero();
  }

  @Test
  void onlyWhatIsNewIsCopied() throws IOException {
    backup();
    TreeMap<String, String> before = SmallWarehouse.files(place, "");

    assertThat(backup().out())
        .isEqualTo("Đã sao lưu 13 tệp (0 tệp mới, 0 MB) trong 0 giây: " + place + "\n");
    warehouse.night("2023-01-01.v1");
    // landed file, data file, manifest, list of manifests, metadata, night, report, database
    assertThat(backup().out())
        .isEqualTo("Đã sao lưu 19 tệp (8 tệp mới, 1 MB) trong 0 giây: " + place + "\n");

    assertThat(SmallWarehouse.files(place, "")).containsAllEntriesOf(before);
  }

  @Test
  void everythingInItIsForItsOwnerOnly() throws IOException {
    backup();

    for (Path directory : List.of(place, place.resolve("objects"), place.resolve("states"))) {
      assertThat(Files.getPosixFilePermissions(directory))
          .isEqualTo(PosixFilePermissions.fromString("rwx------"));
    }
  }

  @Test
  void aSealedBackupIsReadableWithItsPassPhraseOnly() throws IOException {
    seal(warehouse);
    assertThat(backup().code()).isZero();

    try (Stream<Path> files = Files.walk(place)) {
      for (Path file : files.filter(Files::isRegularFile).toList()) {
        assertThat(Files.readString(file, StandardCharsets.ISO_8859_1))
            .as("%s", file)
            .doesNotContain("figures of", "a secret of", "citizen_key", "time-zone");
      }
    }
    assertThat(backup().out()).contains("(0 tệp mới");
    SmallWarehouse restored = elsewhere();
    Answer refused =
        new Answer(
            2,
            "",
            "Không thể mở bản sao lưu "
                + place
                + ": mật khẩu mã hóa chưa đặt hoặc không đúng. Kiểm tra khóa"
                + " backup.passphrase-env.\n");
    restored.configure("passphrase-env: PHRASE", "passphrase-env: \"\"");
    assertThat(restored.khoyte("restore", place.toString())).isEqualTo(refused);
    restored.configure("passphrase-env: \"\"", "passphrase-env: PHRASE");
    restored.environment.put("PHRASE", "một câu khác cũng đủ dài");
    assertThat(restored.khoyte("restore", place.toString())).isEqualTo(refused);
    restored.environment.put("PHRASE", PASSPHRASE);
    assertThat(restored.khoyte("restore", place.toString()).code()).isZero();
    assertThat(restored.khoyte("verify").code()).isZero();
  }

  @Test
  void aPassPhraseIsLongAndThere() throws IOException {
    seal(warehouse);
    warehouse.environment.put("PHRASE", "quá ngắn");
    assertThat(backup())
        .isEqualTo(
            new Answer(
                2,
                "",
                "Không thể đọc cấu hình: mật khẩu mã hóa trong PHRASE quá ngắn; cần ít nhất 14 ký"
                    + " tự.\n"));
    warehouse.environment.remove("PHRASE");
    assertThat(backup())
        .isEqualTo(
            new Answer(
                2,
                "",
                "Không thể đọc cấu hình: biến môi trường PHRASE (khóa backup.passphrase-env) chưa"
                    + " được đặt.\n"));
  }

  @Test
  void sealedAndUnsealedBackupsAreNotMixed() throws IOException {
    backup();
    seal(warehouse);

    assertThat(backup().err())
        .isEqualTo(
            "Không thể sao lưu vào "
                + place
                + ": các bản sao lưu ở đó không mã hóa. Chọn thư mục khác hoặc bỏ khóa"
                + " backup.passphrase-env.\n");
  }

  @Test
  void aDamagedBackupIsNamedAndTheNextOneMendsIt() throws IOException {
    backup();
    List<Path> objects = objects();
    SmallWarehouse.flip(objects.get(0));
    SmallWarehouse.cut(objects.get(1));
    Files.delete(objects.get(2));

    assertThat(warehouse.khoyte("verify", place.toString()))
        .isEqualTo(
            new Answer(
                1,
                "",
                damaged(objects.get(0))
                    + damaged(objects.get(1))
                    + "Tệp %s của bản sao lưu: không còn; chạy lại khoyte backup.%n"
                        .formatted(place.relativize(objects.get(2)))));
    Files.delete(objects.get(0));
    backup();
    assertThat(warehouse.khoyte("verify", place.toString()).code()).isZero();
  }

  @Test
  void aDamagedSealIsNamed() throws IOException {
    seal(warehouse);
    backup();
    List<Path> objects = objects();
    SmallWarehouse.flip(objects.get(0));
    SmallWarehouse.cut(objects.get(1));
    Files.copy(objects.get(3), objects.get(2), StandardCopyOption.REPLACE_EXISTING);

    assertThat(warehouse.khoyte("verify", place.toString()))
        .isEqualTo(
            new Answer(
                1,
                "",
                damaged(objects.get(0)) + damaged(objects.get(1)) + damaged(objects.get(2))));
  }

  @Test
  void theHeadOfAFolderStandsThereTwice() throws IOException {
    backup();
    Path head = place.resolve("khoyte-backup");
    SmallWarehouse.flip(head);

    assertThat(warehouse.khoyte("verify", place.toString()).err()).isEqualTo(damaged(head));
    assertThat(elsewhere().khoyte("restore", place.toString()).code()).isZero();
    Files.delete(head);
    backup();
    assertThat(warehouse.khoyte("verify", place.toString()).code()).isZero();
    assertThat(head).hasSameBinaryContentAs(place.resolve("khoyte-backup.copy"));
  }

  @Test
  void aDamagedListIsNamedAndTheOneBeforeItRestored() throws IOException {
    backup();
    warehouse.night("2023-01-01.v1");
    backup();
    Path newest = states().get(1);
    SmallWarehouse.flip(newest);

    assertThat(warehouse.khoyte("verify", place.toString()))
        .isEqualTo(new Answer(1, "", damaged(newest)));
    SmallWarehouse restored = elsewhere();
    Answer answer = restored.khoyte("restore", place.toString());
    assertThat(answer.err()).isEqualTo(damaged(newest));
    assertThat(answer.out()).contains("phiên đêm mới nhất: 2022-12-31.v1.");
    assertThat(restored.khoyte("verify").code()).isZero();
  }

  @Test
  void aDamagedFileOfTheWarehouseDoesNotReplaceItsGoodCopy() throws IOException {
    Path file = warehouse.layout.nightFile(NightId.parse("2022-12-31.v1"));
    backup();
    SmallWarehouse.flip(file);
    assertThat(backup().code()).isZero();

    place = folder.resolve("late");
    assertThat(backup())
        .isEqualTo(
            new Answer(
                1,
                "Đã sao lưu 13 tệp (12 tệp mới, 1 MB) trong 0 giây: " + place + "\n",
                "Tệp warehouse/2022-12-31.v1.duckdb: sai mã kiểm tra; khôi phục bằng khoyte"
                    + " restore.\n"));
    SmallWarehouse restored = elsewhere();
    Answer answer = restored.khoyte("restore", place.toString());
    assertThat(answer.code()).isEqualTo(1);
    assertThat(answer.err())
        .isEqualTo(
            "Tệp warehouse/2022-12-31.v1.duckdb của bản sao lưu: không còn; chạy lại khoyte"
                + " backup.\n");
    assertThat(restored.khoyte("verify").err())
        .isEqualTo(
            "Tệp warehouse/2022-12-31.v1.duckdb: không còn; khôi phục bằng khoyte restore.\n");
  }

  @Test
  void onlyTheNewestStatesAreKept() throws IOException {
    warehouse.configure("keep-states: 30", "keep-states: 2");
    warehouse.configure("daily-days: 30", "daily-days: 1");
    warehouse.configure("monthly-months: 24", "monthly-months: 0");
    backup();
    List<Path> first = objects();
    NightId next = warehouse.night("2022-12-31.v2");
    warehouse.clear(next);
    next = warehouse.night("2023-01-02.v1");
    warehouse.clear(next);
    backup();
    assertThat(objects()).containsAll(first);

    backup();

    assertThat(states()).hasSize(2);
    assertThat(objects())
        .doesNotContainAnyElementsOf(List.of(objectOf("figures of 2022-12-31.v1")));
    assertThat(objects()).contains(objectOf("figures of 2022-12-31.v2"));
    assertThat(warehouse.khoyte("verify", place.toString()).code()).isZero();
  }

  @Test
  void aFolderIsOfOneWarehouse() throws IOException {
    backup();
    SmallWarehouse other = elsewhere();
    other.night("2022-12-31.v1");

    assertThat(other.khoyte("backup", place.toString()))
        .isEqualTo(
            new Answer(
                2,
                "",
                "Không thể sao lưu vào "
                    + place
                    + ": thư mục giữ bản sao lưu của kho khác. Chọn thư mục khác.\n"));
  }

  @Test
  void aBackupDoesNotStandInWhatItCopies() {
    Path inside = warehouse.layout.out().resolve("backup");

    assertThat(warehouse.khoyte("backup", inside.toString()))
        .isEqualTo(
            new Answer(
                2,
                "",
                "Không thể sao lưu vào "
                    + inside
                    + ": thư mục nằm trong kho. Chọn thư mục ngoài KHOYTE_HOME, tốt nhất trên ổ đĩa"
                    + " khác.\n"));
    assertThat(inside).doesNotExist();
  }

  @Test
  void whereNoBackupIsNothingIsRestored() throws IOException {
    Answer none =
        new Answer(
            2,
            "",
            "Không thể đọc " + place + ": không có bản sao lưu nào ở đó. Kiểm tra đường dẫn.\n");
    assertThat(elsewhere().khoyte("restore", place.toString())).isEqualTo(none);
    assertThat(warehouse.khoyte("verify", place.toString())).isEqualTo(none);
  }

  @Test
  void aHomeThatHoldsAnythingIsRefused() throws IOException {
    backup();
    SmallWarehouse restored = elsewhere();
    Files.createDirectories(restored.layout.inbox().resolve("ehr"));
    new HomePermissions(restored.layout).directory(restored.layout.logs());
    Files.writeString(restored.layout.logs().resolve("khoyte.log"), "started");
    Files.writeString(restored.layout.inbox().resolve("ehr/ehr.csv"), "MA_HSSK");

    assertThat(restored.khoyte("restore", place.toString()))
        .isEqualTo(
            new Answer(
                2,
                "",
                "Không thể khôi phục vào "
                    + restored.layout.home()
                    + ": thư mục không rỗng. Đặt KHOYTE_HOME là một thư mục trống.\n"));
    Files.delete(restored.layout.inbox().resolve("ehr/ehr.csv"));
    assertThat(restored.khoyte("restore", place.toString()).code()).isZero();
  }

  @Test
  void aRestorationThatWasCutOffIsBegunAgainAndNobodyWorksMeanwhile() throws IOException {
    backup();
    SmallWarehouse restored = elsewhere();
    restored.khoyte("restore", place.toString());
    Files.writeString(restored.layout.restoring(), "khoyte\n");
    Files.delete(restored.layout.nightFile(NightId.parse("2022-12-31.v1")));

    assertThat(restored.khoyte("status"))
        .isEqualTo(
            new Answer(
                1,
                "",
                "Không thể mở kho: việc khôi phục vào "
                    + restored.layout.home()
                    + " chưa hoàn thành. Chạy lại: khoyte restore\n"));
    assertThat(restored.khoyte("restore", place.toString()).code()).isZero();
    assertThat(restored.khoyte("verify").code()).isZero();
    assertThat(restored.layout.restoring()).doesNotExist();
  }

  @Test
  void aRunThatHadNotEndedStartsAnew() throws IOException {
    try (Operations operations = warehouse.operations()) {
      NightRun run =
          operations
              .nights()
              .start(NightId.parse("2023-01-01.v1"), 7, "1.0.0", warehouse.now, null);
      operations.nights().startStep(run.id(), "marts", 6, warehouse.now);
    }
    backup();
    SmallWarehouse restored = elsewhere();
    restored.khoyte("restore", place.toString());

    try (Operations operations = restored.operations()) {
      NightRun run = operations.nights().run(2);
      assertThat(run.state()).isEqualTo(NightState.FAILED);
      assertThat(run.lastStep()).isNull();
      assertThat(operations.nights().steps(2).get(0).state()).isEqualTo(NightState.FAILED);
      assertThat(operations.nights().run(1).state()).isEqualTo(NightState.COMPLETED);
      NightRun next =
          operations
              .nights()
              .start(NightId.parse("2023-01-01.v1"), 7, "1.0.0", warehouse.now, null);
      assertThat(next.id()).isEqualTo(3);
    }
  }

  @Test
  void whatWasMadeForPeopleAndNobodyRecordedIsTakenToo() throws IOException {
    Path list = warehouse.layout.out().resolve("worklists/731.xlsx");
    Files.createDirectories(list.getParent());
    Files.writeString(list, "to verify");
    Files.writeString(list.resolveSibling(".731.xlsx.part"), "half");
    backup();
    SmallWarehouse restored = elsewhere();
    restored.khoyte("restore", place.toString());

    assertThat(restored.layout.out().resolve("worklists")).isDirectoryContaining("glob:**731.xlsx");
    assertThat(restored.layout.out().resolve("worklists/.731.xlsx.part")).doesNotExist();
    assertThat(Files.getPosixFilePermissions(restored.layout.worklists()))
        .isEqualTo(PosixFilePermissions.fromString("rwx------"));
  }

  private String damaged(Path file) {
    return "Tệp %s của bản sao lưu: sai mã kiểm tra; xóa tệp này rồi chạy lại khoyte backup.%n"
        .formatted(place.relativize(file));
  }

  private Answer backup() {
    return warehouse.khoyte("backup", place.toString());
  }

  /** The same program with the same configuration on another machine. */
  private SmallWarehouse elsewhere() throws IOException {
    Path conf = Files.createDirectories(folder.resolve("elsewhere/conf"));
    for (Path file :
        List.of(warehouse.conf.toFile().listFiles()).stream().map(f -> f.toPath()).toList()) {
      Files.copy(file, conf.resolve(file.getFileName()));
    }
    SmallWarehouse other = new SmallWarehouse(folder.resolve("elsewhere/a kho/var"), conf);
    other.environment.putAll(
        java.util.Map.of("PHRASE", warehouse.environment.getOrDefault("PHRASE", "")));
    return other;
  }

  private static void seal(SmallWarehouse warehouse) throws IOException {
    warehouse.configure("passphrase-env: \"\"", "passphrase-env: PHRASE");
    warehouse.environment.put("PHRASE", PASSPHRASE);
  }

  private List<Path> objects() throws IOException {
    return files("objects");
  }

  private List<Path> states() throws IOException {
    return files("states");
  }

  private List<Path> files(String part) throws IOException {
    try (Stream<Path> files = Files.walk(place.resolve(part))) {
      return files.filter(Files::isRegularFile).sorted().toList();
    }
  }

  private Path objectOf(String content) throws IOException {
    Path file = Files.writeString(folder.resolve("content"), content);
    return place.resolve(BackupStore.objectName(khoyte.warehouse.Sha256.of(file)));
  }
}
