package khoyte.jobs.conf;

/**
 * How backups are made.
 *
 * @param keepStates states a backup folder holds, the newest ones
 * @param passphraseEnv environment variable of the pass phrase they are sealed with; empty: none
 */
public record BackupConf(int keepStates, String passphraseEnv, Sftp sftp) {

  /**
   * How to enter a server.
   *
   * @param passwordEnv environment variable of the account's password, or of the key file's
   * @param keyFile private key; empty: none
   * @param knownHostsFile keys of servers; empty: that of the user
   */
  public record Sftp(String passwordEnv, String keyFile, String knownHostsFile) {}

  static BackupConf of(ConfSection section) {
    ConfSection sftp = section.section("sftp");
    return new BackupConf(
        section.whole("keep-states", 30, 1, 10_000),
        section.text("passphrase-env", ""),
        new Sftp(
            sftp.text("password-env", ""),
            sftp.text("key-file", ""),
            sftp.text("known-hosts-file", "")));
  }
}
