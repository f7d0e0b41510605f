package khoyte.warehouse.worklist;

import java.nio.charset.StandardCharsets;
import java.security.InvalidKeyException;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/**
 * Proves that a workbook is one khoyte issued: HMAC-SHA-256 over what its hidden sheet says. Only
 * who knows the secret of the pseudonyms can make it; another secret knows none of the earlier
 * lists.
 */
public final class WorklistSeal {
  private static final String ALGORITHM = "HmacSHA256";
  private static final String PURPOSE = "khoyte worklist";

  private final SecretKeySpec key;

  /**
   * @param secret of the citizen keys; what is used here is derived from it
   */
  public WorklistSeal(byte[] secret) {
    Mac mac = mac(new SecretKeySpec(secret, ALGORITHM));
    key = new SecretKeySpec(mac.doFinal(PURPOSE.getBytes(StandardCharsets.UTF_8)), ALGORITHM);
  }

  /** A seal over a workbook, to be fed with its rows in their order. */
  public Running over(WorklistIssue issue) {
    Running running = new Running(mac(key));
    running.add(issue.asOf().toString());
    running.add(issue.night());
    running.add(issue.unitCode());
    return running;
  }

  /** A seal that grows row by row. */
  public static final class Running {
    private final Mac mac;

    private Running(Mac mac) {
      this.mac = mac;
    }

    public void add(String key, String packed) {
      add(key);
      add(packed);
    }

    private void add(String text) {
      mac.update(text.getBytes(StandardCharsets.UTF_8));
      mac.update((byte) 0x1E);
    }

    /** The seal, 64 hexadecimal digits. */
    public String seal() {
      return HexFormat.of().formatHex(mac.doFinal());
    }
  }

  private static Mac mac(SecretKeySpec key) {
    try {
      Mac mac = Mac.getInstance(ALGORITHM);
      mac.init(key);
      return mac;
    } catch (NoSuchAlgorithmException | InvalidKeyException e) {
      throw new IllegalStateException(e);
    }
  }
}
