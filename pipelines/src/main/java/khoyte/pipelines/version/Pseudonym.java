package khoyte.pipelines.version;

import java.nio.charset.StandardCharsets;
import java.security.InvalidKeyException;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/**
 * The keyed hash that stands for a citizen: the first 32 hexadecimal digits (128 bits) of
 * HMAC-SHA-256 (RFC 2104) of his smallest record key. For one thread.
 */
public final class Pseudonym {
  private static final String HMAC = "HmacSHA256";
  private static final int BYTES = 16;

  private final Mac mac;

  /**
   * A keyed hash.
   *
   * @param secret 16 to 64 bytes
   */
  public Pseudonym(byte[] secret) {
    if (secret.length < 16 || secret.length > 64) {
      throw new IllegalArgumentException(
          "Cannot use secret of citizen keys: " + secret.length + " bytes, needs 16 to 64");
    }
    try {
      mac = Mac.getInstance(HMAC);
      mac.init(new SecretKeySpec(secret, HMAC));
    } catch (NoSuchAlgorithmException | InvalidKeyException e) {
      throw new IllegalStateException(e);
    }
  }

  /** Of a record key. */
  public String of(String recordKey) {
    byte[] hash = mac.doFinal(recordKey.getBytes(StandardCharsets.UTF_8));
    return HexFormat.of().formatHex(hash, 0, BYTES);
  }
}
