package khoyte.jobs.backup;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.PublicKey;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import khoyte.jobs.backup.SmallWarehouse.Answer;
import org.apache.sshd.common.config.keys.KeyUtils;
import org.apache.sshd.common.config.keys.PublicKeyEntry;
import org.apache.sshd.common.config.keys.writer.openssh.OpenSSHKeyEncryptionContext;
import org.apache.sshd.common.config.keys.writer.openssh.OpenSSHKeyPairResourceWriter;
import org.apache.sshd.common.file.virtualfs.VirtualFileSystemFactory;
import org.apache.sshd.common.keyprovider.KeyPairProvider;
import org.apache.sshd.common.util.security.SecurityUtils;
import org.apache.sshd.server.SshServer;
import org.apache.sshd.server.session.ServerSession;
import org.apache.sshd.sftp.server.FileHandle;
import org.apache.sshd.sftp.server.SftpEventListener;
import org.apache.sshd.sftp.server.SftpSubsystemFactory;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A backup on a server of this machine. */
class SftpBackupTest {
  private static final String PASSWORD = "mật-khẩu-của-tài-khoản";

  @TempDir Path folder;
  private SmallWarehouse warehouse;
  private SshServer server;
  private KeyPair serverKey;
  private PublicKey accepted;
  private Path knownHosts;

  /** Writes after which the server hangs up. */
  private final AtomicInteger writesLeft = new AtomicInteger(Integer.MAX_VALUE);

  @BeforeEach
  void aServerAndANight() throws IOException, GeneralSecurityException {
    serverKey = SecurityUtils.getKeyPairGenerator(SecurityUtils.EDDSA).generateKeyPair();
    server = SshServer.setUpDefaultServer();
    server.setHost("127.0.0.1");
    server.setKeyPairProvider(KeyPairProvider.wrap(serverKey));
    server.setPasswordAuthenticator(
        (user, password, session) -> user.equals("saoluu") && password.equals(PASSWORD));
    server.setPublickeyAuthenticator(
        (user, key, session) -> accepted != null && KeyUtils.compareKeys(key, accepted));
    SftpSubsystemFactory sftp = new SftpSubsystemFactory();
    sftp.addSftpEventListener(
        new SftpEventListener() {
          @Override
          public void written(
              ServerSession session,
              String remoteHandle,
              FileHandle localHandle,
              long offset,
              byte[] data,
              int dataOffset,
              int dataLen,
              Throwable thrown) {
            if (writesLeft.decrementAndGet() == 0) {
              session.close(true);
            }
          }
        });
    server.setSubsystemFactories(List.of(sftp));
    server.setFileSystemFactory(
        new VirtualFileSystemFactory(Files.createDirectories(folder.resolve("server"))));
    server.start();
    warehouse = SmallWarehouse.in(folder);
    warehouse.night("2022-12-31.v1");
    knownHosts = folder.resolve("known_hosts");
    know(serverKey.getPublic());
    warehouse.configure("known-hosts-file: \"\"", "known-hosts-file: " + knownHosts);
    warehouse.configure(
        "    password-env: \"\"\n\n    # File", "    password-env: SFTP\n\n    # File");
    warehouse.environment.put("SFTP", PASSWORD);
  }

  @AfterEach
  void stop() throws IOException {
    server.stop(true);
  }

  @Test
  void aWarehouseGoesThereAndComesBack() throws IOException {
    Answer first = backup();
    assertThat(first.code()).isZero();
    assertThat(first.out())
        .isEqualTo("Đã sao lưu 13 tệp (13 tệp mới, 1 MB) trong 0 giây: " + place() + "\n");
    assertThat(first.err())
        .isEqualTo(
            "Bản sao lưu ở "
                + place()
                + " không được mã hóa: ai có tệp đều đọc được. Đặt khóa backup.passphrase-env và"
                + " chọn thư mục mới.\n");
    warehouse.night("2023-01-01.v1");
    assertThat(backup().out()).startsWith("Đã sao lưu 19 tệp (8 tệp mới, ");
    assertThat(warehouse.khoyte("verify", place()))
        .isEqualTo(new Answer(0, "Đã kiểm tra 25 tệp: nguyên vẹn.\n", ""));
    Path there = folder.resolve("server/kho/khoyte");
    assertThat(Files.getPosixFilePermissions(there))
        .isEqualTo(PosixFilePermissions.fromString("rwx------"));

    SmallWarehouse restored = new SmallWarehouse(folder.resolve("restored"), warehouse.conf);
    restored.environment.put("SFTP", PASSWORD);
    assertThat(restored.khoyte("restore", place()).out())
        .startsWith("Đã khôi phục 19 tệp vào " + restored.layout.home());
    assertThat(restored.khoyte("verify").out()).isEqualTo(warehouse.khoyte("verify").out());
  }

  @Test
  void whatIsSealedIsNotRemarked() throws IOException {
    warehouse.configure("passphrase-env: \"\"", "passphrase-env: PHRASE");
    warehouse.environment.put("PHRASE", "một câu đủ dài để mã hóa");

    assertThat(backup().err()).isEmpty();
    assertThat(warehouse.khoyte("verify", place()).code()).isZero();
  }

  @Test
  void anotherKeyOfTheServerIsRefused() throws IOException, GeneralSecurityException {
    know(SecurityUtils.getKeyPairGenerator(SecurityUtils.EDDSA).generateKeyPair().getPublic());
    Answer refused =
        new Answer(
            1,
            "",
            "Không thể kết nối 127.0.0.1: khóa của máy chủ không có trong "
                + knownHosts
                + " hoặc đã thay đổi. Đối chiếu khóa với đơn vị quản lý máy chủ rồi ghi vào tệp"
                + " này.\n");

    assertThat(backup()).isEqualTo(refused);
    Files.writeString(knownHosts, "");
    assertThat(backup()).isEqualTo(refused);
    Files.delete(knownHosts);
    assertThat(backup())
        .isEqualTo(
            new Answer(
                2,
                "",
                "Không thể đọc cấu hình: backup.sftp.known-hosts-file: không có tệp "
                    + knownHosts
                    + ". Tạo tệp hoặc sửa khóa này.\n"));
    assertThat(folder.resolve("server/kho")).doesNotExist();
  }

  @Test
  void aWrongPasswordIsRefusedAndNeverSaid() {
    warehouse.environment.put("SFTP", "mật khẩu sai");
    Answer answer = backup();

    assertThat(answer.code()).isEqualTo(1);
    assertThat(answer.err())
        .startsWith("Không thể kết nối 127.0.0.1: ")
        .endsWith(" Kiểm tra địa chỉ, tài khoản và mật khẩu rồi chạy lại.\n")
        .doesNotContain("mật khẩu sai");
    warehouse.environment.remove("SFTP");
    assertThat(backup())
        .isEqualTo(
            new Answer(
                2,
                "",
                "Không thể đọc cấu hình: biến môi trường SFTP (khóa backup.sftp.password-env) chưa"
                    + " được đặt.\n"));
  }

  @Test
  void aPrivateKeyDoesInsteadOfAPassword() throws IOException, GeneralSecurityException {
    Path file = folder.resolve("id_ed25519");
    KeyPair key = SecurityUtils.getKeyPairGenerator(SecurityUtils.EDDSA).generateKeyPair();
    OpenSSHKeyEncryptionContext locked = new OpenSSHKeyEncryptionContext();
    locked.setPassword("câu của tệp khóa");
    locked.setCipherType("256");
    for (OpenSSHKeyEncryptionContext context : new OpenSSHKeyEncryptionContext[] {null, locked}) {
      try (OutputStream out = Files.newOutputStream(file)) {
        OpenSSHKeyPairResourceWriter.INSTANCE.writePrivateKey(key, "khoyte", context, out);
      }
      accepted = key.getPublic();
      if (context == null) {
        warehouse.configure("password-env: SFTP", "password-env: \"\"");
        warehouse.configure("key-file: \"\"", "key-file: " + file);
      } else {
        warehouse.configure(
            "    password-env: \"\"\n\n    # File", "    password-env: SFTP\n\n    # File");
        warehouse.environment.put("SFTP", "câu của tệp khóa");
      }

      assertThat(backup().code()).isZero();
    }
  }

  @Test
  void aServerThatIsAwayIsNamed() throws IOException {
    server.stop(true);

    assertThat(backup().err()).startsWith("Không thể kết nối 127.0.0.1: ");
  }

  @Test
  void aServerThatHangsUpIsNamedAndTheNextBackupGoesOn() {
    writesLeft.set(8);

    Answer answer = backup();

    assertThat(answer.code()).isEqualTo(1);
    assertThat(answer.err()).startsWith("Không thể kết nối 127.0.0.1: ");
    assertThat(folder.resolve("server/kho/khoyte/states")).doesNotExist();
    writesLeft.set(Integer.MAX_VALUE);
    assertThat(backup().out()).matches("Đã sao lưu 13 tệp \\([4-9] tệp mới, (?s:.*)");
    assertThat(warehouse.khoyte("verify", place()).code()).isZero();
  }

  @Test
  void anAddressHasAUserAFolderAndNoPassword() {
    for (String wrong :
        List.of(
            "sftp://127.0.0.1/kho",
            "sftp://saoluu:mat-khau@127.0.0.1/kho",
            "sftp://saoluu@127.0.0.1",
            "sftp://saoluu@127.0.0.1/",
            "sftp://saoluu@/kho",
            "sftp://saoluu@bad host/kho")) {
      assertThat(warehouse.khoyte("backup", wrong))
          .as(wrong)
          .isEqualTo(
              new Answer(
                  2,
                  "",
                  "Không thể sao lưu: địa chỉ máy chủ không hợp lệ; cần dạng sftp://tài khoản@máy"
                      + " chủ:cổng/thư mục, không có mật khẩu. Mật khẩu đặt theo khóa"
                      + " backup.sftp.password-env.\n"));
    }
  }

  private Answer backup() {
    return warehouse.khoyte("backup", place());
  }

  private String place() {
    return "sftp://saoluu@127.0.0.1:" + server.getPort() + "/kho/khoyte";
  }

  private void know(PublicKey key) throws IOException {
    Files.writeString(
        knownHosts, "[127.0.0.1]:" + server.getPort() + " " + PublicKeyEntry.toString(key) + "\n");
  }
}
