package khoyte.warehouse;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class HomePermissionsTest {
  @TempDir Path folder;
  private Layout layout;
  private HomePermissions permissions;

  @BeforeEach
  void home() {
    layout = new Layout(folder.resolve("kho số liệu"));
    permissions = new HomePermissions(layout);
  }

  @ParameterizedTest
  @CsvSource({
    "'',                          rwx--x--x",
    "inbox,                       rwxr-xr-x",
    "inbox/correction,            rwxr-xr-x",
    "landing,                     rwx------",
    "landing/ab,                  rwx------",
    "lake/identity,               rwx------",
    "operations,                  rwx------",
    "secret,                      rwx------",
    "work/explain,                rwx------",
    "warehouse,                   rwx------",
    "out,                         rwx--x--x",
    "out/reports/2022-12-31/v1,   rwxr-xr-x",
    "out/worklists/2022-12-31,    rwx------",
    "out/rendered,                rwx------",
    "out/reconciliation,          rwx------"
  })
  void aFolderHasThePermissionsOfItsPlace(String place, String expected) throws IOException {
    Path made = permissions.directory(layout.home().resolve(place));

    assertThat(permissions(made)).isEqualTo(expected);
    assertThat(permissions(layout.home())).isEqualTo("rwx--x--x");
  }

  @Test
  void whatOthersCouldReadIsTheOwnersAlone() throws IOException {
    Path name = wide("lake/identity/citizen/data/1.parquet", "rw-r--r--");
    Path landed = wide("landing/ab/abc", "r--r--r--");
    Path list = wide("out/worklists/2022-12-31/ra-soat.xlsx", "rw-rw-r--");
    Path report = wide("out/reports/2022-12-31/v1/x.pdf", "r--r--r--");
    Path sent = wide("inbox/ehr/ehr.csv", "rw-rw-r--");
    set(layout.inbox().resolve("ehr"), "rwxrwx---");

    assertThat(permissions.narrow())
        .isEqualTo(
            new HomePermissions.Widest(
                List.of(layout.landing(), layout.lake(), layout.out(), layout.worklists()).stream()
                    .sorted()
                    .toList(),
                List.of()));

    assertThat(permissions(name)).isEqualTo("rw-------");
    assertThat(permissions(name.getParent())).isEqualTo("rwx------");
    assertThat(permissions(landed)).isEqualTo("r--------");
    assertThat(permissions(list)).isEqualTo("rw-------");
    assertThat(permissions(layout.lake())).isEqualTo("rwx------");
    assertThat(permissions(layout.out())).isEqualTo("rwx--x--x");
    assertThat(permissions(report)).isEqualTo("r--r--r--");
    assertThat(permissions(layout.reports())).isEqualTo("rwxr-xr-x");
    assertThat(permissions(sent)).isEqualTo("rw-rw-r--");
    assertThat(permissions(layout.inbox().resolve("ehr"))).isEqualTo("rwxrwx---");
    assertThat(permissions.narrow()).isEqualTo(new HomePermissions.Widest(List.of(), List.of()));
  }

  @Test
  void aHomeThatIsNotThereIsNotMadeByLooking() {
    assertThat(permissions.narrow().narrowed()).isEmpty();
    assertThat(layout.home()).doesNotExist();
  }

  @Test
  void aFolderElsewhereIsWhateverItsUserMakesIt() throws IOException {
    Path elsewhere = folder.resolve("ngoài");

    assertThat(permissions.directory(elsewhere)).isDirectory();
    assertThat(permissions(elsewhere)).isNotEqualTo("rwx--x--x");
  }

  @Test
  void issuedFilesAreForReadingOnly() throws IOException {
    permissions.directory(layout.reports(LocalDate.of(2022, 12, 31)));
    Path report = wide("out/reports/2022-12-31/x.pdf", "rw-------");

    permissions.issued(report);

    assertThat(permissions(report)).isEqualTo("r--r--r--");
  }

  /** A file in folders as they were made before. */
  private Path wide(String name, String permissions) throws IOException {
    Path file = layout.home().resolve(name);
    Files.createDirectories(file.getParent());
    Files.writeString(file, "x");
    for (Path above = file.getParent();
        above.startsWith(layout.home());
        above = above.getParent()) {
      set(above, "rwxr-xr-x");
    }
    set(file, permissions);
    return file;
  }

  private static void set(Path path, String permissions) throws IOException {
    Files.setPosixFilePermissions(path, PosixFilePermissions.fromString(permissions));
  }

  private static String permissions(Path path) throws IOException {
    return PosixFilePermissions.toString(Files.getPosixFilePermissions(path));
  }
}
