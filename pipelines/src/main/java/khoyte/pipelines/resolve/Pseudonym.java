package khoyte.pipelines.resolve;

import static org.apache.spark.sql.functions.concat;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.sha2;
import static org.apache.spark.sql.functions.substring;
import static org.apache.spark.sql.functions.unhex;

import java.util.Arrays;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.types.DataTypes;

/**
 * The keyed hash that stands for a citizen: the first 32 hexadecimal digits (128 bits) of
 * HMAC-SHA-256 (RFC 2104), written as column expressions.
 */
final class Pseudonym {
  private static final int BLOCK = 64;

  private final byte[] inner;
  private final byte[] outer;

  /**
   * @param secret 16 to 64 bytes
   */
  Pseudonym(byte[] secret) {
    if (secret.length < 16 || secret.length > BLOCK) {
      throw new IllegalArgumentException(
          "Cannot use secret of citizen keys: " + secret.length + " bytes, needs 16 to 64");
    }
    inner = padded(secret, 0x36);
    outer = padded(secret, 0x5c);
  }

  private static byte[] padded(byte[] secret, int pad) {
    byte[] block = Arrays.copyOf(secret, BLOCK);
    for (int i = 0; i < BLOCK; i++) {
      block[i] ^= (byte) pad;
    }
    return block;
  }

  /**
   * @param text column of text
   */
  Column of(Column text) {
    Column innerHash = sha2(concat(lit(inner), text.cast(DataTypes.BinaryType)), 256);
    return substring(sha2(concat(lit(outer), unhex(innerHash)), 256), 1, 32);
  }
}
