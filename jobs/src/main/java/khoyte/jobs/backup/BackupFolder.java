package khoyte.jobs.backup;

import java.io.IOException;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.util.HexFormat;
import java.util.Map;
import java.util.stream.Collectors;
import khoyte.jobs.conf.BackupConf;
import khoyte.jobs.night.NightSetting;
import khoyte.warehouse.Fault;
import khoyte.warehouse.KhoyteException;

/**
 * A folder of backups of one warehouse, open: its first file says whose it is and with which salt
 * it is sealed.
 *
 * @param warehouse id of the warehouse
 */
record BackupFolder(BackupPlace place, String warehouse, Seal seal, BackupStore store)
    implements AutoCloseable {
  private static final int LEAST_PASSPHRASE = 14;
  private static final String HEAD = "khoyte backup folder 1";

  /**
   * Opens a folder that holds backups.
   *
   * @throws KhoyteException {@code backup.none}, {@code backup.sealed}
   */
  static BackupFolder open(String name, NightSetting setting) throws IOException {
    BackupPlace place = place(name, setting);
    boolean opened = false;
    try {
      String head = BackupStore.head(place.root());
      if (head.isEmpty()) {
        throw new KhoyteException(Fault.ARGUMENT, "backup.none", name);
      }
      BackupFolder folder = of(place, head, passphrase(setting));
      opened = true;
      return folder;
    } finally {
      if (!opened) {
        place.close();
      }
    }
  }

  /**
   * Opens the folder of a warehouse, or begins it.
   *
   * @throws KhoyteException {@code backup.other}, {@code backup.unsealed}, {@code backup.sealed}
   */
  static BackupFolder of(String warehouse, String name, NightSetting setting) throws IOException {
    BackupPlace place = place(name, setting);
    boolean opened = false;
    try {
      String passphrase = passphrase(setting);
      String head = BackupStore.head(place.root());
      if (head.isEmpty()) {
        head = begun(place.root(), warehouse, passphrase);
      }
      BackupFolder folder = of(place, head, passphrase);
      if (!folder.warehouse.equals(warehouse)) {
        throw new KhoyteException(Fault.ARGUMENT, "backup.other", name);
      }
      if (!passphrase.isEmpty() && !folder.seal.isSealing()) {
        throw new KhoyteException(Fault.ARGUMENT, "backup.unsealed", name);
      }
      opened = true;
      return folder;
    } finally {
      if (!opened) {
        place.close();
      }
    }
  }

  private static BackupPlace place(String name, NightSetting setting) {
    BackupConf conf = setting.conf().general().backup();
    return BackupPlace.open(name, conf, setting.environment());
  }

  private static BackupFolder of(BackupPlace place, String head, String passphrase)
      throws IOException {
    Map<String, String> values =
        head.lines()
            .skip(1)
            .map(line -> line.split(" ", 2))
            .collect(Collectors.toMap(parts -> parts[0], parts -> parts[1]));
    if (!head.startsWith(HEAD + "\n") || !values.containsKey("warehouse")) {
      throw new KhoyteException(Fault.ARGUMENT, "backup.none", place.name());
    }
    Seal seal = seal(place, values, passphrase);
    return new BackupFolder(
        place, values.getOrDefault("warehouse", ""), seal, BackupStore.open(place.root(), seal));
  }

  private static Seal seal(BackupPlace place, Map<String, String> values, String passphrase) {
    String salt = values.get("salt");
    if (salt == null) {
      return Seal.none();
    }
    Seal seal =
        passphrase.isEmpty() ? Seal.none() : Seal.of(passphrase, HexFormat.of().parseHex(salt));
    byte[] proof = HexFormat.of().parseHex(values.getOrDefault("proof", ""));
    if (!seal.isSealing() || !seal.opens(proof)) {
      throw new KhoyteException(Fault.ARGUMENT, "backup.sealed", place.name());
    }
    return seal;
  }

  private static String begun(Path root, String warehouse, String passphrase) throws IOException {
    String head = HEAD + "\nwarehouse " + warehouse + "\n";
    if (!passphrase.isEmpty()) {
      byte[] salt = new byte[Seal.SALT_BYTES];
      new SecureRandom().nextBytes(salt);
      HexFormat hex = HexFormat.of();
      byte[] proof = Seal.of(passphrase, salt).proof();
      head += "salt " + hex.formatHex(salt) + "\nproof " + hex.formatHex(proof) + "\n";
    }
    BackupStore.begin(root, head);
    return head;
  }

  /** Empty if backups are not to be sealed. */
  private static String passphrase(NightSetting setting) {
    String variable = setting.conf().general().backup().passphraseEnv();
    if (variable.isEmpty()) {
      return "";
    }
    String passphrase = setting.environment().getOrDefault(variable, "");
    if (passphrase.isEmpty()) {
      throw new KhoyteException(Fault.ARGUMENT, "conf.env", variable, "backup.passphrase-env");
    }
    if (passphrase.length() < LEAST_PASSPHRASE) {
      throw new KhoyteException(Fault.ARGUMENT, "backup.passphrase", variable, LEAST_PASSPHRASE);
    }
    return passphrase;
  }

  @Override
  public void close() {
    place.close();
  }
}
