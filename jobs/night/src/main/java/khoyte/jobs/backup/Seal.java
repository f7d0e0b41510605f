package khoyte.jobs.backup;

import com.google.crypto.tink.subtle.AesGcmHkdfStreaming;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.util.Arrays;
import javax.crypto.SecretKeyFactory;
import javax.crypto.spec.PBEKeySpec;
import org.jspecify.annotations.Nullable;

/**
 * How the files of a backup are written: as they are, or sealed. A sealed file is encrypted with
 * AES-256-GCM in segments of a megabyte, as Tink's {@code AES256_GCM_HKDF_1MB}, and opens under its
 * own name only; the key comes from a pass phrase by PBKDF2 with HMAC-SHA-256 in 600,000 rounds
 * (OWASP 2023).
 */
final class Seal {
  static final int SALT_BYTES = 16;

  private static final int ROUNDS = 600_000;
  private static final int KEY_BITS = 256;
  private static final int SEGMENT = 1 << 20;
  private static final byte[] PROOF = "khoyte".getBytes(StandardCharsets.UTF_8);
  private static final String PROOF_NAME = "proof";

  private final @Nullable AesGcmHkdfStreaming cipher;

  private Seal(@Nullable AesGcmHkdfStreaming cipher) {
    this.cipher = cipher;
  }

  /** Files as they are. */
  static Seal none() {
    return new Seal(null);
  }

  static Seal of(String passphrase, byte[] salt) {
    try {
      byte[] key =
          SecretKeyFactory.getInstance("PBKDF2WithHmacSHA256")
              .generateSecret(new PBEKeySpec(passphrase.toCharArray(), salt, ROUNDS, KEY_BITS))
              .getEncoded();
      return new Seal(new AesGcmHkdfStreaming(key, "HmacSha256", KEY_BITS / 8, SEGMENT, 0));
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException(e);
    }
  }

  boolean isSealing() {
    return cipher != null;
  }

  /** How many bytes a file takes. */
  long size(long bytes) {
    return cipher == null ? bytes : cipher.expectedCiphertextSize(bytes);
  }

  /** What is written into the stream goes into the file of a name. */
  OutputStream closing(OutputStream file, String name) throws IOException {
    if (cipher == null) {
      return file;
    }
    try {
      return cipher.newEncryptingStream(file, name.getBytes(StandardCharsets.UTF_8));
    } catch (GeneralSecurityException e) {
      throw new IOException(e);
    }
  }

  /** What was written; reading fails where the file was changed since. */
  InputStream opening(InputStream file, String name) throws IOException {
    if (cipher == null) {
      return file;
    }
    try {
      return cipher.newDecryptingStream(file, name.getBytes(StandardCharsets.UTF_8));
    } catch (GeneralSecurityException e) {
      throw new IOException(e);
    }
  }

  /** By this the right pass phrase is known. */
  byte[] proof() throws IOException {
    ByteArrayOutputStream proof = new ByteArrayOutputStream();
    try (OutputStream out = closing(proof, PROOF_NAME)) {
      out.write(PROOF);
    }
    return proof.toByteArray();
  }

  /** Whether the proof was made with the same pass phrase. */
  boolean opens(byte[] proof) {
    try (InputStream in = opening(new ByteArrayInputStream(proof), PROOF_NAME)) {
      return Arrays.equals(in.readAllBytes(), PROOF);
    } catch (IOException e) {
      return false;
    }
  }
}
