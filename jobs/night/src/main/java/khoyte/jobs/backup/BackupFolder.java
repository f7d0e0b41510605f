package khoyte.jobs.backup;

import java.io.IOException;
import java.security.SecureRandom;
import java.util.HexFormat;
import java.util.Optional;
import khoyte.jobs.operations.NightSetting;
import khoyte.warehouse.Fault;
import khoyte.warehouse.KhoyteException;

/** A folder of backups of one warehouse, open. */
record BackupFolder(BackupPlace place, Seal seal, BackupStore store) implements AutoCloseable {
  private static final int LEAST_PASSPHRASE = 14;

  /**
   * Opens a folder that holds backups.
   *
   * @throws KhoyteException {@code backup.none}, {@code backup.sealed}
   */
  static BackupFolder open(String name, NightSetting setting) throws IOException {
    return opened(
        name,
        setting,
        place -> {
          BackupHead head =
              BackupHead.of(place.root())
                  .orElseThrow(() -> new KhoyteException(Fault.ARGUMENT, "backup.none", name));
          return head.salt().isEmpty() ? Seal.none() : seal(head, name, passphrase(setting));
        });
  }

  /**
   * Opens the folder of a warehouse, or begins it.
   *
   * @throws KhoyteException {@code backup.other}, {@code backup.unsealed}, {@code backup.sealed}
   */
  static BackupFolder of(String warehouse, String name, NightSetting setting) throws IOException {
    return opened(
        name,
        setting,
        place -> {
          String passphrase = passphrase(setting);
          Optional<BackupHead> head = BackupHead.of(place.root());
          if (head.isEmpty()) {
            return begun(place, warehouse, passphrase);
          }
          if (!head.get().warehouse().equals(warehouse)) {
            throw new KhoyteException(Fault.ARGUMENT, "backup.other", name);
          }
          if (!passphrase.isEmpty() && head.get().salt().isEmpty()) {
            throw new KhoyteException(Fault.ARGUMENT, "backup.unsealed", name);
          }
          Seal seal =
              head.get().salt().isEmpty() ? Seal.none() : seal(head.get(), name, passphrase);
          head.get().write(place.root());
          return seal;
        });
  }

  /** How the folder at a place is sealed. */
  @FunctionalInterface
  private interface Unsealing {
    Seal at(BackupPlace place) throws IOException;
  }

  private static BackupFolder opened(String name, NightSetting setting, Unsealing unsealing)
      throws IOException {
    BackupPlace place =
        BackupPlace.open(name, setting.conf().general().backup(), setting.environment());
    boolean opened = false;
    try {
      Seal seal = unsealing.at(place);
      BackupStore store = BackupStore.open(place.root(), seal);
      opened = true;
      return new BackupFolder(place, seal, store);
    } finally {
      if (!opened) {
        place.close();
      }
    }
  }

  private static Seal seal(BackupHead head, String name, String passphrase) {
    if (!passphrase.isEmpty()) {
      Seal seal = Seal.of(passphrase, HexFormat.of().parseHex(head.salt()));
      if (seal.opens(HexFormat.of().parseHex(head.proof()))) {
        return seal;
      }
    }
    throw new KhoyteException(Fault.ARGUMENT, "backup.sealed", name);
  }

  private static Seal begun(BackupPlace place, String warehouse, String passphrase)
      throws IOException {
    if (passphrase.isEmpty()) {
      new BackupHead(warehouse, "", "").write(place.root());
      return Seal.none();
    }
    byte[] salt = new byte[Seal.SALT_BYTES];
    new SecureRandom().nextBytes(salt);
    Seal seal = Seal.of(passphrase, salt);
    HexFormat hex = HexFormat.of();
    new BackupHead(warehouse, hex.formatHex(salt), hex.formatHex(seal.proof())).write(place.root());
    return seal;
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
