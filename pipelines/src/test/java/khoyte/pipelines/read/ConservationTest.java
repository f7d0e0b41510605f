package khoyte.pipelines.read;

import static khoyte.pipelines.read.source.SourceKind.HIS_XML;
import static khoyte.pipelines.read.source.SourceKind.IMMUNIZATION;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.TreeSet;
import khoyte.warehouse.KhoyteException;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.RepetitionInfo;

/** Whatever happens to a file: every record is staged or kept back, or the file is refused. */
class ConservationTest {
  private static final String DOSES =
      "MA_DOI_TUONG,SO_DINH_DANH,HO_TEN,NGAY_SINH,GIOI_TINH,HO_TEN_ME,DIEN_THOAI,MA_THE_BHYT,MA_XA,"
          + "MA_HUYEN,MA_TINH,DIA_CHI,MA_VACXIN,TEN_VACXIN,SO_MUI,NGAY_TIEM,SO_LO,CO_SO_TIEM,"
          + "NGAY_CAP_NHAT\n"
          + "D1,075219000001,\"Lê An\",01/02/2019,Nam,Trần Thị Mai,0912345678,,26050,731,75,"
              .repeat(1)
          + "\"P. An Bình, Biên Hòa\",BCG,BCG,1,03/02/2019,L1,TYT,04/02/2019\n";
  private static final List<String> HARM =
      List.of(
          "\"", "\"\"", ",", ";", "\n", "\r", "\r\n", "\u0000", "\uFEFF", "é", "ễ", "<", "&", ">",
          " ");

  private static String damaged(String text, Random random) {
    StringBuilder damaged = new StringBuilder(text);
    for (int i = random.nextInt(6); i >= 0; i--) {
      int at = random.nextInt(damaged.length());
      switch (random.nextInt(3)) {
        case 0 -> damaged.insert(at, HARM.get(random.nextInt(HARM.size())));
        case 1 -> damaged.deleteCharAt(at);
        default -> damaged.setCharAt(at, (char) random.nextInt(256));
      }
    }
    return damaged.toString();
  }

  @RepeatedTest(300)
  void ofATable(RepetitionInfo repetition) {
    var random = new Random(repetition.getCurrentRepetition());
    String rows = DOSES.substring(DOSES.indexOf('\n') + 1);
    String text = DOSES.substring(0, DOSES.indexOf('\n') + 1) + damaged(rows.repeat(20), random);

    Landed landed;
    try {
      landed = Landed.read(IMMUNIZATION, text);
    } catch (KhoyteException e) {
      assertThat(e.key()).isEqualTo("file.refused.encoding");
      return;
    }

    assertAccounted(landed, "immunization_version");
    // What was not touched is there: at most two records are lost by each of at most six changes.
    assertThat(landed.outcome.staged()).isBetween(20 - 12, 26);
    Set<String> lines = new TreeSet<>(landed.drawn("immunization_version", "line"));
    landed.quarantine.forEach(row -> lines.add(row.substring(0, row.indexOf('|'))));
    assertThat(lines).hasSize(landed.outcome.read());
  }

  @RepeatedTest(300)
  void ofAnExtract(RepetitionInfo repetition) {
    var random = new Random(repetition.getCurrentRepetition());
    var file = new HisFile();
    for (int i = 0; i < 10; i++) {
      String visit = "<TONG_HOP><MA_LK>" + i + "</MA_LK><HO_TEN>Lê An</HO_TEN></TONG_HOP>";
      file.visit("XML1", random.nextInt(3) == 0 ? damaged(visit, random) : visit);
    }
    String text = random.nextBoolean() ? file.text() : damaged(file.text(), random);

    Landed landed;
    try {
      landed = Landed.read(HIS_XML, "x.xml", Landed.utf8(text));
    } catch (KhoyteException e) {
      assertThat(e.key()).startsWith("file.refused.");
      return;
    }

    assertAccounted(landed, "encounter_version");
    assertThat(landed.outcome.announced() == null ? 10 : landed.outcome.announced())
        .isEqualTo(landed.outcome.read());
  }

  private static void assertAccounted(Landed landed, String table) {
    assertThat(landed.outcome.staged()).isEqualTo(landed.drawn(table, "line").size());
    assertThat(landed.outcome.quarantined()).isEqualTo(landed.quarantine.size());
    assertThat(landed.outcome.read())
        .isEqualTo(landed.outcome.staged() + landed.outcome.quarantined());
  }
}
