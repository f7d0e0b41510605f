package khoyte.pipelines.version;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.Arrays;
import khoyte.pipelines.link.pair.PersonSearch;
import khoyte.pipelines.link.pair.TextHash;
import khoyte.warehouse.Sha256;
import khoyte.warehouse.reference.CovidVaccines;
import khoyte.warehouse.table.CovidDefect;
import org.jspecify.annotations.Nullable;

/**
 * What the numbers of a version hang on beside its row.
 *
 * @param secret of the citizen keys
 * @param search of the nights' matcher; null if there is none
 * @param seed of the hashes of texts; another one after two texts had one hash
 * @param hash of a text by a seed
 */
public record VersionBasis(byte[] secret, @Nullable PersonSearch search, int seed, Hash hash) {
  /** To be raised with every change to {@link VersionRows} that gives other numbers. */
  private static final int FORM = 1;

  /** Makes a number of a text. */
  @FunctionalInterface
  public interface Hash {
    long of(String text, int seed);
  }

  /** With the first seed. */
  public VersionBasis(byte[] secret, @Nullable PersonSearch search) {
    this(secret, search, 0, TextHash::of);
  }

  public VersionBasis {
    if (search != null) {
      search.checkKeys(MatchValues.KEYLESS);
    }
  }

  /** The same with another seed. */
  VersionBasis seeded(int other) {
    return new VersionBasis(secret, search, other, hash);
  }

  /** Two of which this is equal give the same numbers; the secret cannot be told from it. */
  public String digest() {
    String all =
        String.join(
            "\n",
            String.valueOf(FORM),
            String.valueOf(seed),
            Arrays.toString(CovidDefect.values()),
            CovidVaccines.NAMES.toString(),
            search == null ? "" : search.rules(),
            new Pseudonym(secret).of("khoyte"));
    MessageDigest digest = Sha256.digest();
    digest.update(all.getBytes(StandardCharsets.UTF_8));
    return Sha256.hex(digest);
  }
}
