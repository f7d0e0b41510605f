package khoyte.pipelines.read.senders;

import static khoyte.pipelines.read.senders.Extract.VISIT;
import static khoyte.pipelines.read.senders.Extract.base64;
import static khoyte.pipelines.read.senders.Extract.drug;
import static khoyte.pipelines.read.senders.Extract.drugs;
import static khoyte.pipelines.read.senders.Extract.hoso;
import static khoyte.pipelines.read.senders.Extract.is;
import static khoyte.pipelines.read.senders.Extract.packed;
import static khoyte.pipelines.read.senders.Extract.summary;
import static khoyte.pipelines.read.senders.Extract.summaryOf;
import static khoyte.pipelines.read.senders.Extract.text;
import static khoyte.pipelines.read.senders.Extract.visit;
import static khoyte.pipelines.read.senders.ExtractsTest.assertWhole;
import static khoyte.pipelines.read.senders.ExtractsTest.read;
import static khoyte.warehouse.table.StagedTables.DRUG;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The visits within an extract: tables that are broken, twice there, or full of habits. */
class VisitsTest {
  private static final String SERVICES =
      "<CHITIEU_CHITIET_DVKT_VTYT><DSACH_CHI_TIET_DVKT><CHI_TIET_DVKT><MA_LK>%s</MA_LK>"
          + "<STT>1</STT><TEN_DICH_VU>%s</TEN_DICH_VU></CHI_TIET_DVKT></DSACH_CHI_TIET_DVKT>"
          + "</CHITIEU_CHITIET_DVKT_VTYT>";
  private static final String RESULTS =
      "<CHITIEU_CHITIET_DICHVUCANLAMSANG><DSACH_CHI_TIET_CLS><CHI_TIET_CLS><MA_LK>%s</MA_LK>"
          + "<STT>1</STT><KET_LUAN>%s</KET_LUAN></CHI_TIET_CLS></DSACH_CHI_TIET_CLS>"
          + "</CHITIEU_CHITIET_DICHVUCANLAMSANG>";
  private static final String DISCHARGE =
      "<CHI_TIEU_DU_LIEU_GIAY_RA_VIEN><MA_LK>%s</MA_LK><CHAN_DOAN_RV>%s</CHAN_DOAN_RV>"
          + "</CHI_TIEU_DU_LIEU_GIAY_RA_VIEN>";
  private static final List<String> NOT_XML =
      List.of("Na < 135", "K & Na", "a \u000B b", "a &#x0B; b", "a <b> c", "a &nbsp; b");

  @Test
  void aBrokenTableKeepsItsVisitBackAndNamesIt() {
    for (String broken : NOT_XML) {
      for (String[] table :
          new String[][] {{"XML3", SERVICES}, {"XML4", RESULTS}, {"XML7", DISCHARGE}}) {
        String first = table[1].formatted("LK-1", broken);
        String third = table[1].formatted("LK-3", broken);
        Received received =
            read(
                text(
                    packed("XML1", summary("LK-1"), table[0], first),
                    visit("LK-2"),
                    packed(table[0], third, "XML1", summary("LK-3"))));

        assertThat(received.rows(VISIT)).containsExactly(is("LK-2"));
        assertNamed(received, 0, table[0], "LK-1");
        assertNamed(received, 1, table[0], "LK-3");
        assertThat(received.balance()).isEqualTo("3 = 1 + 2");
      }
    }
  }

  private static void assertNamed(Received received, int index, String table, String maLk) {
    Received.KeptBack kept = received.keptBackRows().get(index);
    assertThat(kept.column()).isEqualTo(table);
    assertThat(kept.reason()).startsWith("quarantine.");
    assertThat(kept.texts())
        .allSatisfy(text -> assertThat(text).as("names the visit").contains(maLk));
  }

  @Test
  void aBrokenTableThatIsNotKeptCostsNothing() {
    for (String broken : NOT_XML) {
      assertWhole(
          read(text(packed("XML1", summary("LK-1"), "XML5", "<a>" + broken + "</a>"))), "LK-1");
    }
    assertWhole(
        read(text(hoso("XML1", base64(summary("LK-1")), "XML5", "@@@", "XML11", ""))), "LK-1");
  }

  /** The key stands before the fault and can still be read. */
  @Test
  void aBrokenSummaryNamesItsVisitWhereItsKeyCanBeRead() {
    Received received = read(text(packed("XML1", summaryOf("LK-1", "Trần < Mai")), visit("LK-2")));

    assertThat(received.rows(VISIT)).containsExactly(is("LK-2"));
    assertNamed(received, 0, "XML1", "LK-1");

    Received without = read(text(packed("XML1", "<<<"), visit("LK-2")));
    assertThat(without.rows(VISIT)).containsExactly(is("LK-2"));
    assertThat(without.keptBackRows()).hasSize(1);
  }

  static List<String> twoSummaries() {
    String one = summary("LK-1");
    String other = summaryOf("LK-9", "Lê Văn Đức");
    return List.of(
        packed("XML1", one, "XML1", other),
        packed("XML1", "<DSACH_TONG_HOP>" + one + other + "</DSACH_TONG_HOP>"),
        hoso("XML1", one, "XML1", base64(other)),
        hoso("XML1", one + other),
        packed("XML1", one, "XML2", drugs(drug("LK-1", 1, "A")), "XML1", other));
  }

  @ParameterizedTest(name = "form {index}")
  @MethodSource("twoSummaries")
  void twoSummariesInOneVisitAreKeptBackWithBothKeys(String hoso) {
    Received received = read(text(hoso, visit("LK-2")));

    assertThat(received.rows(VISIT)).containsExactly(is("LK-2"));
    assertThat(received.keptBackRows()).hasSize(1);
    assertThat(received.keptBackRows().get(0).column()).isEqualTo("XML1");
    assertThat(received.keptBackRows().get(0).texts())
        .allSatisfy(text -> assertThat(text).contains("LK-1", "LK-9"));
  }

  @Test
  void twoSummariesOfOneKeyThatDifferAreKeptBack() {
    Received received =
        read(
            text(
                packed("XML1", summary("LK-1"), "XML1", summaryOf("LK-1", "Lê Văn Đức")),
                visit("LK-2")));

    assertThat(received.rows(VISIT)).containsExactly(is("LK-2"));
    assertThat(received.keptBackRows()).hasSize(1);
    assertThat(received.keptBackRows().get(0).texts())
        .allSatisfy(text -> assertThat(text).contains("LK-1"));
  }

  @Test
  void theSameSummaryTwiceIsOne() {
    String one = summary("LK-1");
    for (String hoso :
        List.of(
            packed("XML1", one, "XML1", one),
            packed("XML1", "<DSACH_TONG_HOP>" + one + one + "</DSACH_TONG_HOP>"),
            hoso("XML1", one, "XML1", base64(one)))) {
      Received received = read(text(hoso, visit("LK-2")));

      assertThat(received.rows(VISIT)).containsExactly(is("LK-1"), is("LK-2"));
      assertThat(received.keptBack()).isEmpty();
    }
  }

  /** A text of several roots is no XML by the letter, but nobody is lost in it. */
  @Test
  void severalRootsAreReadOrKeepTheirVisitBackByName() {
    String one = summary("LK-1");
    String other = summaryOf("LK-9", "Lê Văn Đức");

    Received same = read(text(packed("XML1", one + one), visit("LK-2")));
    if (same.keptBack().isEmpty()) {
      assertWhole(same, "LK-1", "LK-2");
    } else {
      assertThat(same.rows(VISIT)).containsExactly(is("LK-2"));
      assertNamed(same, 0, "XML1", "LK-1");
    }
    Received different = read(text(packed("XML1", one + other), visit("LK-2")));
    assertThat(different.rows(VISIT)).containsExactly(is("LK-2"));
    assertThat(different.keptBackRows()).hasSize(1);
    assertThat(different.keptBackRows().get(0).texts())
        .allSatisfy(text -> assertThat(text).contains("LK-1"));
  }

  /** A table without its root, or in two files: rows behind the first must not vanish. */
  @Test
  void rowsOfATableAreAllReadOrTheVisitIsKeptBack() {
    String first = drug("LK-1", 1, "Paracetamol");
    String second = drug("LK-1", 2, "Vitamin C");
    for (String hoso :
        List.of(
            packed("XML1", summary("LK-1"), "XML2", first + second),
            packed("XML1", summary("LK-1"), "XML2", drugs(first) + drugs(second)),
            packed("XML1", summary("LK-1"), "XML2", drugs(first), "XML2", drugs(second)))) {
      Received received = read(text(hoso, visit("LK-2")));

      if (received.keptBack().isEmpty()) {
        assertWhole(received, "LK-1", "LK-2");
        assertThat(received.rowsOf(DRUG, "ten_thuoc")).containsExactly("Paracetamol", "Vitamin C");
      } else {
        assertThat(received.rows(VISIT)).containsExactly(is("LK-2"));
        assertThat(received.rowsOf(DRUG, "ten_thuoc")).isEmpty();
      }
    }
  }

  @Test
  void listsStandAtTheRootOrBelowIt() {
    String rows = drug("LK-1", 1, "Paracetamol") + drug("LK-1", 2, "Vitamin C");
    for (String table :
        List.of(drugs(rows), "<DSACH_CHI_TIET_THUOC>" + rows + "</DSACH_CHI_TIET_THUOC>")) {
      assertThat(
              read(text(packed("XML1", summary("LK-1"), "XML2", table))).rowsOf(DRUG, "ten_thuoc"))
          .containsExactly("Paracetamol", "Vitamin C");
    }
  }

  /** The exporter put the marks into the value, its XML writer escaped them. */
  @Test
  void cdataMarksThatBecameTextAreNoPartOfTheValue() {
    String marked = "&lt;![CDATA[%s]]&gt;";
    String summary =
        summaryOf(
            marked.formatted("LK-1"),
            marked.formatted("Trần Thị Mai"),
            "DIA_CHI",
            marked.formatted("Phường An Bình, Biên Hòa"));
    Received received =
        read(
            text(
                packed(
                    "XML1",
                    summary,
                    "XML2",
                    drugs(
                        drug("LK-1", 1, marked.formatted("Paracetamol 500mg")),
                        drug("LK-1", 2, "<![CDATA[Paracetamol 500mg]]>")))));

    assertThat(received.rows(VISIT)).containsExactly(is("LK-1"));
    assertThat(received.rows("name_text", "address_text"))
        .containsExactly("Trần Thị Mai|Phường An Bình, Biên Hòa");
    assertThat(received.rowsOf(DRUG, "ten_thuoc"))
        .containsExactly("Paracetamol 500mg", "Paracetamol 500mg");
  }

  @Test
  void aValueMayBeCdataOrCutByComments() {
    for (String name :
        List.of(
            "<![CDATA[Trần Thị Mai]]>",
            "Trần <![CDATA[Thị]]> Mai",
            "Trần <!-- tên lót -->Thị Mai",
            "Tr&#7847;n Th&#x1ECB; Mai")) {
      assertWhole(read(text(packed("XML1", summaryOf("LK-1", name)))), "LK-1");
    }
  }

  @ParameterizedTest
  @CsvSource({
    "196000000000, '',         1960",
    "19600501,     1960-05-01, 1960",
    "196005010830, 1960-05-01, 1960",
    "1960,         '',         1960",
    "196013450000, '',         ''",
    "000101010000, '',         ''",
    "NULL,         '',         ''"
  })
  void birthDatesKeepTheirPrecision(String written, String date, String year) {
    String summary = summary("LK-1").replace("199005050000", written);

    Received received = read(text(packed("XML1", summary)));

    assertThat(received.rows("ma_lk", "birth_date_text", "birth_date"))
        .containsExactly("LK-1|" + written + "|" + date);
    if (!year.isEmpty()) {
      assertThat(received.rows("birth_year")).containsExactly(year);
    }
    assertThat(received.balance()).isEqualTo("1 = 1 + 0");
  }

  /** A wrong number is worse than none: it enters sums. */
  @ParameterizedTest
  @CsvSource({
    "187500.5,       187500.5000,  187500.5000",
    "187500,         187500.0000,  187500.0000",
    "'187500,50',    '',           187500.5000",
    "'1,875,000',    '',           1875000.0000",
    "1.875.000,      '',           1875000.0000",
    "'1.875.000,50', '',           1875000.5000",
    "1.875E5,        '',           187500.0000",
    "NULL,           '',           ''",
    "'187 500',      '',           187500.0000"
  })
  void amountsAreExactOrUnread(String written, String unread, String right) {
    String summary = summary("LK-1", "T_TONGCHI_BV", written, "T_BHTT", written);

    Received received = read(text(packed("XML1", summary)));

    assertThat(received.rows("total_cost", "insurer_cost").get(0))
        .isIn(unread + "|" + unread, right + "|" + right);
    assertThat(received.rows("total_cost_text")).containsExactly(written);
    assertThat(received.balance()).isEqualTo("1 = 1 + 0");
  }

  @ParameterizedTest
  @ValueSource(strings = {"000101010000", "190001010000", "0", "NULL", "2022-12-32", ""})
  void aTimeThatStandsForNoneKeepsNothingBack(String written) {
    String summary = summary("LK-1").replace("202212151130", written);

    Received received = read(text(packed("XML1", summary)));

    assertThat(received.rows(VISIT)).containsExactly(is("LK-1"));
    if (!written.startsWith("1900")) {
      assertThat(received.rows("discharged_at")).containsExactly("");
    }
  }

  @Test
  void theWordNullIsNobodysNumber() {
    String summary =
        summary("LK-1", "MA_THE_BHYT", "NULL", "DIEN_THOAI", "NULL")
            .replace("075190000001", "NULL");

    assertThat(
            read(text(packed("XML1", summary)))
                .rows("ma_lk", "citizen_id", "insurance_numbers", "phone"))
        .containsExactly("LK-1||[]|");
  }

  @Test
  void severalCardsAreSeveralNumbers() {
    String summary = summary("LK-1", "MA_THE_BHYT", "DN4757512345678;HC4757512345679");

    assertThat(read(text(packed("XML1", summary))).rows("insurance_numbers"))
        .containsExactly("[7512345678, 7512345679]");
  }

  @Test
  void aVisitWithoutSummaryOrKeyIsKeptBackAlone() {
    Received received =
        read(
            text(
                hoso("XML2", base64(drugs(drug("LK-1", 1, "A")))),
                packed("XML1", summary("")),
                hoso("XML1", ""),
                "<HOSO/>\n",
                visit("LK-2")));

    assertThat(received.rows(VISIT)).containsExactly(is("LK-2"));
    assertThat(received.balance()).isEqualTo("5 = 1 + 4");
  }

  @Test
  void anEntityOfATableIsNeverResolved() {
    String doctype = "<!DOCTYPE a [<!ENTITY e SYSTEM \"file:///etc/hostname\">]>";
    Received received =
        read(text(packed("XML1", doctype + summaryOf("LK-1", "&e;")), visit("LK-2")));

    if (received.isRefused()) {
      received.assertRefused(Reason.UNSAFE);
    } else {
      assertThat(received.rows(VISIT)).containsExactly(is("LK-2"));
      assertThat(received.balance()).isEqualTo("2 = 1 + 1");
    }
  }
}
