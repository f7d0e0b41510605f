package khoyte.pipelines.read.senders;

import static khoyte.pipelines.read.senders.Lists.ANSWER;
import static khoyte.pipelines.read.senders.Lists.ANSWERS;
import static khoyte.pipelines.read.senders.Lists.ARE_ANSWERS;
import static khoyte.pipelines.read.senders.Lists.FIRST;
import static khoyte.pipelines.read.senders.Lists.HEADING;
import static khoyte.pipelines.read.senders.Lists.IS_FIRST;
import static khoyte.pipelines.read.senders.Lists.IS_SECOND;
import static khoyte.pipelines.read.senders.Lists.SECOND;
import static khoyte.pipelines.read.senders.Lists.answers;
import static khoyte.pipelines.read.senders.Lists.csv;
import static khoyte.pipelines.read.senders.Lists.lines;
import static khoyte.pipelines.read.senders.Received.utf8;
import static khoyte.pipelines.read.source.SourceKind.HIS_XML;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.util.Arrays;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Lists and extracts packed with gzip. */
class GzipsTest {

  private static Received read(byte[] gzip) {
    return answers("tra-loi_20221231.csv.gz", gzip);
  }

  static byte[] joined(byte[]... parts) {
    var out = new ByteArrayOutputStream();
    for (byte[] part : parts) {
      out.writeBytes(part);
    }
    return out.toByteArray();
  }

  private static void assertWhole(Received received) {
    assertThat(received.rows(ANSWER)).isEqualTo(ARE_ANSWERS);
    assertThat(received.balance()).isEqualTo("3 = 3 + 0");
  }

  @ParameterizedTest
  @ValueSource(
      ints = {
        0,
        GzipBytes.NAME,
        GzipBytes.COMMENT,
        GzipBytes.EXTRA,
        GzipBytes.HEADER_CHECKSUM,
        GzipBytes.NAME | GzipBytes.COMMENT | GzipBytes.EXTRA | GzipBytes.HEADER_CHECKSUM,
        1
      })
  void whatProgramsWriteIsRead(int flags) {
    assertWhole(read(new GzipBytes(csv()).flags(flags).bytes()));
  }

  @Test
  void cutAnywhereItIsRefused() {
    byte[] gzip = new GzipBytes(csv()).flags(GzipBytes.NAME | GzipBytes.EXTRA).bytes();
    read(Arrays.copyOf(gzip, 1)).assertRefused();
    for (int length = 2; length < gzip.length; length++) {
      read(Arrays.copyOf(gzip, length)).assertRefused(Reason.DAMAGED);
    }
    byte[] extract = GzipBytes.of(Extract.of(Extract.visit("LK-1")));
    for (int length = 2; length < extract.length; length++) {
      Received.of(HIS_XML, "75001_20221231.xml.gz", Arrays.copyOf(extract, length))
          .assertRefused(Reason.DAMAGED);
    }
  }

  @ParameterizedTest
  @ValueSource(ints = {0x01, 0x20, 0xFF})
  void aWrongByteRefusesTheFileOrMakesNoDifference(int wrong) {
    byte[] gzip = new GzipBytes(csv()).flags(GzipBytes.NAME).bytes();
    for (int at = 0; at < gzip.length; at++) {
      byte[] harmed = gzip.clone();
      harmed[at] ^= (byte) wrong;
      Received received = read(harmed);
      if (received.isRefused()) {
        received.assertRefused();
      } else {
        assertThat(received.rows(ANSWER)).as("byte %d", at).isEqualTo(ARE_ANSWERS);
      }
    }
  }

  @ParameterizedTest
  @ValueSource(ints = {0, 1, 7, 9, 255})
  void anotherMethodThanDeflateIsRefused(int method) {
    read(new GzipBytes(csv()).method(method).bytes()).assertRefused(Reason.COMPRESSION);
  }

  @Test
  void theTrailerAndTheChecksumOfTheHeadAreVerified() {
    read(new GzipBytes(csv()).wrongChecksum().bytes()).assertRefused(Reason.CHECKSUM);
    read(new GzipBytes(csv()).wrongLength().bytes()).assertRefused(Reason.CHECKSUM);
    read(new GzipBytes(csv()).wrongHeaderChecksum().bytes()).assertRefused(Reason.CHECKSUM);
  }

  @Test
  void theTrailerIsVerifiedWhereAReaderWouldStopEarly() {
    byte[] padded = utf8(Extract.text(Extract.visit("LK-1")) + "\n<!-- -->".repeat(20_000));
    Received.of(HIS_XML, "75001_20221231.xml.gz", new GzipBytes(padded).wrongChecksum().bytes())
        .assertRefused(Reason.CHECKSUM);
    byte[] whole = GzipBytes.of(padded);
    Received.of(HIS_XML, "75001_20221231.xml.gz", Arrays.copyOf(whole, whole.length - 5))
        .assertRefused(Reason.DAMAGED);
  }

  /** RFC 1952, 2.2: a file is a series of members, simply one after another. */
  @Test
  void severalMembersAreOneContent() {
    byte[] text = csv();
    for (int at = 0; at <= text.length; at += 7) {
      byte[] first = GzipBytes.of(Arrays.copyOf(text, at));
      byte[] second = GzipBytes.of(Arrays.copyOfRange(text, at, text.length));
      assertWhole(read(joined(first, second)));
    }
    assertWhole(read(joined(GzipBytes.of(csv()), GzipBytes.of(new byte[0]))));
  }

  /** {@code cat a.csv.gz b.csv.gz}, each list with its heading and its byte order mark. */
  @Test
  void packedListsThatWereJoinedAreAllRead() {
    byte[] first = GzipBytes.of(utf8("\uFEFF" + lines(HEADING, FIRST)));
    byte[] second = GzipBytes.of(utf8("\uFEFF" + lines(HEADING, SECOND)));

    Received received = read(joined(first, second));

    assertThat(received.rows(ANSWER)).containsExactly(IS_FIRST, IS_SECOND);
    assertThat(received.balance()).isEqualTo("2 = 2 + 0");
    assertThat(received.remarks()).isNotEmpty();
  }

  @Test
  void anySecondMemberIsVerifiedToo() {
    byte[] first = GzipBytes.of(utf8(lines(HEADING, FIRST)));
    byte[] second = GzipBytes.of(utf8(SECOND + "\n"));
    for (int length = 3; length < second.length; length++) {
      read(joined(first, Arrays.copyOf(second, length))).assertRefused(Reason.DAMAGED);
    }
    read(joined(first, new GzipBytes(csv()).wrongChecksum().bytes()))
        .assertRefused(Reason.CHECKSUM);
  }

  /** A list behind a packed one, or what is left of a second member, is rows that would vanish. */
  @Test
  void bytesThatAreNoMemberRefuseTheFile() {
    byte[] whole = GzipBytes.of(csv());
    read(joined(whole, csv())).assertRefused(Reason.ANY);
    read(joined(whole, utf8("junk"))).assertRefused(Reason.ANY);
    read(joined(whole, ZipBytes.of("a.csv", csv()))).assertRefused(Reason.ANY);
  }

  /** Tapes and some transfers fill up with zeros. */
  @ParameterizedTest
  @ValueSource(ints = {1, 7, 512})
  void zerosBehindItChangeNothing(int count) {
    Received received = read(joined(GzipBytes.of(csv()), new byte[count]));

    if (received.isRefused()) {
      received.assertRefused(Reason.DAMAGED);
    } else {
      assertWhole(received);
    }
  }

  @Test
  void theSameListPackedOrNotIsTheSame() {
    assertThat(read(GzipBytes.of(csv())).understood()).isEqualTo(answers(ANSWERS).understood());
  }
}
