package khoyte.jobs.backup;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.time.Duration;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.atomic.AtomicBoolean;
import khoyte.jobs.conf.BackupConf;
import khoyte.warehouse.Fault;
import khoyte.warehouse.KhoyteException;
import org.apache.sshd.client.SshClient;
import org.apache.sshd.client.config.hosts.HostConfigEntryResolver;
import org.apache.sshd.client.keyverifier.KnownHostsServerKeyVerifier;
import org.apache.sshd.client.keyverifier.RejectAllServerKeyVerifier;
import org.apache.sshd.client.keyverifier.ServerKeyVerifier;
import org.apache.sshd.client.session.ClientSession;
import org.apache.sshd.common.config.keys.FilePasswordProvider;
import org.apache.sshd.common.keyprovider.FileKeyPairProvider;
import org.apache.sshd.common.keyprovider.KeyIdentityProvider;
import org.apache.sshd.core.CoreModuleProperties;
import org.apache.sshd.sftp.client.fs.SftpFileSystem;
import org.apache.sshd.sftp.client.fs.SftpFileSystemProvider;

/** A server whose files are reached by SFTP; its key must be known beforehand. */
final class SftpServer implements AutoCloseable {
  private static final int PORT = 22;
  private static final Duration PATIENCE = Duration.ofSeconds(30);

  private final SshClient client;
  private final SftpFileSystem files;

  private SftpServer(SshClient client, SftpFileSystem files) {
    this.client = client;
    this.files = files;
  }

  static SftpServer enter(URI address, BackupConf.Sftp conf, Map<String, String> environment) {
    String password = password(conf, environment);
    Path knownHosts = knownHosts(conf, environment);
    SshClient client = SshClient.setUpDefaultClient();
    AtomicBoolean unknown = new AtomicBoolean();
    ServerKeyVerifier known =
        new KnownHostsServerKeyVerifier(RejectAllServerKeyVerifier.INSTANCE, knownHosts);
    client.setServerKeyVerifier(
        (session, remote, key) -> {
          boolean accepted = known.verifyServerKey(session, remote, key);
          unknown.set(!accepted);
          return accepted;
        });
    client.setHostConfigEntryResolver(HostConfigEntryResolver.EMPTY);
    client.setKeyIdentityProvider(KeyIdentityProvider.EMPTY_KEYS_PROVIDER);
    CoreModuleProperties.HEARTBEAT_INTERVAL.set(client, PATIENCE);
    CoreModuleProperties.HEARTBEAT_NO_REPLY_MAX.set(client, 3);
    client.start();
    boolean entered = false;
    try {
      ClientSession session =
          client
              .connect(
                  address.getUserInfo(),
                  address.getHost(),
                  address.getPort() < 0 ? PORT : address.getPort())
              .verify(PATIENCE)
              .getSession();
      identify(session, conf, password);
      session.auth().verify(PATIENCE);
      SftpFileSystem files = new SftpFileSystemProvider(client).newFileSystem(session);
      entered = true;
      return new SftpServer(client, files);
    } catch (IOException | GeneralSecurityException e) {
      throw unknown.get()
          ? new KhoyteException(
              e, Fault.RESOURCE, "backup.host", address.getHost(), knownHosts.toString())
          : away(address.getHost(), e);
    } finally {
      if (!entered) {
        client.stop();
      }
    }
  }

  /** The error for people where a server does not answer as it should. */
  static KhoyteException away(String host, Exception error) {
    String message = Objects.requireNonNullElse(error.getMessage(), "");
    return new KhoyteException(
        error,
        Fault.RESOURCE,
        "backup.connect",
        host,
        message.lines().findFirst().orElse(error.getClass().getSimpleName()));
  }

  /** A folder of the server. */
  Path folder(String path) {
    return files.getPath(path);
  }

  private static void identify(ClientSession session, BackupConf.Sftp conf, String password)
      throws IOException, GeneralSecurityException {
    if (!conf.keyFile().isEmpty()) {
      FileKeyPairProvider keys = new FileKeyPairProvider(Path.of(conf.keyFile()));
      if (!password.isEmpty()) {
        keys.setPasswordFinder(FilePasswordProvider.of(password));
      }
      for (KeyPair key : keys.loadKeys(session)) {
        session.addPublicKeyIdentity(key);
      }
    }
    if (!password.isEmpty()) {
      session.addPasswordIdentity(password);
    }
  }

  private static String password(BackupConf.Sftp conf, Map<String, String> environment) {
    if (conf.passwordEnv().isEmpty()) {
      return "";
    }
    String password = environment.get(conf.passwordEnv());
    if (password == null || password.isEmpty()) {
      throw new KhoyteException(
          Fault.ARGUMENT, "conf.env", conf.passwordEnv(), "backup.sftp.password-env");
    }
    return password;
  }

  private static Path knownHosts(BackupConf.Sftp conf, Map<String, String> environment) {
    Path file =
        conf.knownHostsFile().isEmpty()
            ? Path.of(environment.getOrDefault("HOME", "."), ".ssh", "known_hosts")
            : Path.of(conf.knownHostsFile());
    if (!Files.isReadable(file)) {
      throw new KhoyteException(
          Fault.ARGUMENT, "conf.missing", "backup.sftp.known-hosts-file", file);
    }
    return file;
  }

  @Override
  public void close() throws IOException {
    try {
      files.close();
    } finally {
      client.stop();
    }
  }
}
