package khoyte.pipelines.read.senders;

import static java.nio.charset.StandardCharsets.UTF_16BE;
import static java.nio.charset.StandardCharsets.UTF_16LE;
import static khoyte.pipelines.read.senders.Extract.DECLARED;
import static khoyte.pipelines.read.senders.Extract.VISIT;
import static khoyte.pipelines.read.senders.Extract.are;
import static khoyte.pipelines.read.senders.Extract.base64;
import static khoyte.pipelines.read.senders.Extract.envelope;
import static khoyte.pipelines.read.senders.Extract.hoso;
import static khoyte.pipelines.read.senders.Extract.is;
import static khoyte.pipelines.read.senders.Extract.packed;
import static khoyte.pipelines.read.senders.Extract.summary;
import static khoyte.pipelines.read.senders.Extract.text;
import static khoyte.pipelines.read.senders.Extract.visit;
import static khoyte.pipelines.read.senders.Received.utf8;
import static khoyte.pipelines.read.source.SourceKind.HIS_XML;
import static khoyte.warehouse.table.StagedTables.DRUG;
import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.Charset;
import java.util.Arrays;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Extracts as exporters, signers and people put them together: the envelope. */
class ExtractsTest {

  static Received read(byte[] bytes) {
    return Received.of(HIS_XML, "75001_20221231.xml", bytes);
  }

  static Received read(String text) {
    return read(utf8(text));
  }

  static void assertWhole(Received received, String... maLks) {
    assertThat(received.rows(VISIT)).isEqualTo(are(maLks));
    assertThat(received.balance()).isEqualTo("%d = %1$d + 0".formatted(maLks.length));
  }

  /** .NET writes utf-16 into a text that is saved as UTF-8; others write what they like. */
  @ParameterizedTest
  @ValueSource(
      strings = {
        "utf-16",
        "UTF-16LE",
        "utf8",
        "UTF8",
        "UTF_8",
        "unicode",
        "us-ascii",
        "iso-8859-1",
        "windows-1252",
        "windows-1258",
        "TCVN3"
      })
  void aDeclarationMayLieAboutUtf8(String label) {
    String lie = "<?xml version=\"1.0\" encoding=\"" + label + "\"?>\n";
    String plain = hoso("XML1", summary("LK-1"));
    String inner = packed("XML1", lie + summary("LK-2"));

    assertWhole(read(lie + envelope(plain, visit("LK-2"))), "LK-1", "LK-2");
    assertWhole(read("\uFEFF" + lie + envelope(plain, visit("LK-2"))), "LK-1", "LK-2");
    assertWhole(read(text(plain, inner)), "LK-1", "LK-2");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "<?xml version='1.0'?>",
        "<?xml version=\"1.0\" standalone=\"yes\"?>",
        "",
        "<?xml version=\"1.0\" encoding=\"UTF-8\"?><?xml-stylesheet href=\"a.xsl\"?><!-- a -->"
      })
  void aDeclarationMayBeShortOrLacking(String declaration) {
    String inner = packed("XML1", declaration + summary("LK-1"));

    assertWhole(read(declaration + envelope(inner, visit("LK-2"))), "LK-1", "LK-2");
  }

  /** Real UTF-16 or windows-1258, and saying so: to be read right or to be the reason. */
  @ParameterizedTest
  @ValueSource(strings = {"UTF-16LE", "UTF-16BE", "windows-1258"})
  void anotherEncodingIsReadRightOrIsTheReason(String name) {
    Charset charset = Charset.forName(name);
    String label = name.startsWith("UTF-16") ? "utf-16" : name;
    String said = "<?xml version=\"1.0\" encoding=\"" + label + "\"?>\n";
    String mark = charset.equals(UTF_16LE) || charset.equals(UTF_16BE) ? "\uFEFF" : "";
    String hats = "Trâ\u0300n Thi\u0323 Mai";
    String summary = name.startsWith("UTF-16") ? summary("LK-1") : Extract.summaryOf("LK-1", hats);

    Received outer = read((mark + said + envelope(hoso("XML1", summary))).getBytes(charset));
    Received inner =
        read(text(hoso("XML1", base64(mark + said + summary, charset)), visit("LK-2")));

    if (outer.isRefused()) {
      outer.assertRefused(Reason.ENCODING);
    } else {
      assertWhole(outer, "LK-1");
    }
    if (inner.isRefused()) {
      inner.assertRefused(Reason.ENCODING);
    } else if (inner.keptBack().isEmpty()) {
      assertWhole(inner, "LK-1", "LK-2");
    } else {
      assertThat(inner.rows(VISIT)).containsExactly(is("LK-2"));
      var kept = inner.keptBackRows().get(0);
      assertThat(kept.column()).isEqualTo("XML1");
      Reason.ENCODING.assertSaid(kept.texts().get(0), kept.texts().get(1));
    }
  }

  @Test
  void marksAndBlanksMayStandBeforeAnInnerDeclaration() {
    for (String before : new String[] {"\uFEFF", "\n", "  \r\n\t", "\uFEFF\n", "\n\uFEFF"}) {
      String inner = before + DECLARED + summary("LK-1");

      assertWhole(read(text(packed("XML1", inner), visit("LK-2"))), "LK-1", "LK-2");
      assertWhole(
          read(text(hoso("XML1", "<![CDATA[" + inner + "]]>"), visit("LK-2"))), "LK-1", "LK-2");
    }
  }

  @Test
  void blanksBeforeTheOuterDeclarationAreReadOrAreTheReason() {
    for (String before : new String[] {"\n", "  ", "\uFEFF\r\n"}) {
      Received received = read(before + text(visit("LK-1")));
      if (received.isRefused()) {
        received.assertRefused(Reason.MALFORMED);
      } else {
        assertWhole(received, "LK-1");
      }
    }
  }

  @Test
  void anEnvelopeMayHavePrefixesOrADefaultNamespace() {
    String plain = text(visit("LK-1"), visit("LK-2"));
    String prefixed =
        plain
            .replaceAll("<(/?)([A-Z])", "<$1ns2:$2")
            .replace("xmlns:xsi", "xmlns:ns2=\"urn:x\" xmlns:xsi");
    String inDefault = plain.replace("<GIAMDINHHS ", "<GIAMDINHHS xmlns=\"urn:gdbhyt\" ");

    assertWhole(read(prefixed), "LK-1", "LK-2");
    assertWhole(read(inDefault), "LK-1", "LK-2");
  }

  @Test
  void aTableMayHavePrefixesOrADefaultNamespace() {
    String prefixed =
        summary("LK-1")
            .replaceAll("<(/?)([A-Z])", "<$1a:$2")
            .replace("<a:TONG_HOP", "<a:TONG_HOP xmlns:a=\"urn:x\"");
    String inDefault = summary("LK-2").replace("<TONG_HOP", "<TONG_HOP xmlns=\"urn:x\"");

    assertWhole(read(text(packed("XML1", prefixed), packed("XML1", inDefault))), "LK-1", "LK-2");
  }

  @Test
  void aTableMayBeBase64OrXmlOrTextOfXml() {
    String xml = summary("LK-1");
    String escaped = xml.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;");
    for (String content :
        new String[] {
          base64(xml),
          base64(DECLARED + xml),
          xml,
          escaped,
          DECLARED.strip().replace("<", "&lt;") + escaped,
          "<![CDATA[" + xml + "]]>",
          "<![CDATA[" + DECLARED + xml + "]]>",
          "<![CDATA[" + base64(xml) + "]]>"
        }) {
      assertWhole(read(text(hoso("XML1", content), visit("LK-2"))), "LK-1", "LK-2");
    }
  }

  @Test
  void base64MayBeWrappedAndCutAsSignersDo() {
    String content = base64(summary("LK-1"));
    String half = content.substring(0, 100);
    String rest = content.substring(100);
    for (String written :
        new String[] {
          content.replaceAll(".{76}", "$0\r\n"),
          content.replaceAll(".{76}", "$0&#13;\n"),
          content.replaceAll(".{64}", "$0&#xD;&#xA;"),
          "\n\t  " + content.replaceAll(".{60}", "$0\n\t  ") + "\n",
          "<![CDATA[" + half + "]]><![CDATA[" + rest + "]]>",
          half + "<!-- signed -->" + rest,
          half + "<?page 1?>" + rest,
          half + "<![CDATA[" + rest + "]]>"
        }) {
      assertWhole(read(text(hoso("XML1", written), visit("LK-2"))), "LK-1", "LK-2");
    }
  }

  @Test
  void whatIsNotBase64IsKeptBackWithItsTable() {
    for (String broken : new String[] {"@@@ hỏng @@@", base64(summary("LK-1")).replace("A", "*")}) {
      Received received = read(text(hoso("XML1", broken), visit("LK-2")));

      assertThat(received.rows(VISIT)).containsExactly(is("LK-2"));
      assertThat(received.keptBackRows())
          .hasSize(1)
          .first()
          .satisfies(
              kept -> {
                assertThat(kept.column()).isEqualTo("XML1");
                assertThat(kept.reason()).isEqualTo("quarantine.base64");
              });
      assertThat(received.balance()).isEqualTo("2 = 1 + 1");
    }
  }

  @Test
  void tablesAreKnownByTheirNamesInAnyOrder() {
    String drugs = base64(Extract.drugs(Extract.drug("LK-1", 1, "Paracetamol")));
    Received received =
        read(
            text(
                hoso(" XML2\n", drugs, "XML5", base64("<a/>"), " xml1 ", base64(summary("LK-1"))),
                visit("LK-2")));

    assertWhole(received, "LK-1", "LK-2");
    assertThat(received.rowsOf(DRUG, "record_number", "ten_thuoc"))
        .containsExactly("1|Paracetamol");
  }

  @Test
  void theFacilityIsThatOfTheVisitElseOfTheEnvelope() {
    String own = hoso("XML1", summary("LK-1").replace("75001", "75002"));
    String none =
        hoso("XML1", summary("LK-2").replaceAll("<MA_CSKCB>.*</MA_CSKCB>", "<MA_CSKCB/>"));

    assertThat(read(text(own, none)).rows("facility_code", "ma_lk"))
        .containsExactly("75002|LK-1", "75001|LK-2");
  }

  @Test
  void theAnnouncedNumberIsThatOfTheVisitsRepeatsIncluded() {
    String[] three = {visit("LK-1"), visit("LK-2"), visit("LK-1")};
    assertThat(read(DECLARED + Extract.announcing(3, three)).rows("ma_lk"))
        .contains("LK-1", "LK-2");
    read(DECLARED + Extract.announcing(2, three)).assertRefused(Reason.COUNT, "2");
    read(DECLARED + Extract.announcing(4, three)).assertRefused(Reason.COUNT, "4");
  }

  @Test
  void cutAnywhereItIsRefusedAsCutOff() {
    byte[] whole = utf8(text(visit("LK-1"), hoso("XML1", summary("LK-2"))).strip());
    for (int length = 60; length < whole.length; length += 3) {
      read(Arrays.copyOf(whole, length)).assertRefused(Reason.TRUNCATED);
    }
    read("").assertRefused(Reason.EMPTY);
  }

  /** {@code copy /b 1.xml+2.xml}: the visits of the second would vanish behind the first root. */
  @Test
  void severalExtractsInOneFileAreAllReadOrNone() {
    String second = text(visit("LK-2"));
    for (String between : new String[] {"", "\uFEFF", "\u001A", "\r\n"}) {
      for (String next : new String[] {second, second.substring(DECLARED.length())}) {
        Received received = read(text(visit("LK-1")) + between + next);
        if (received.isRefused()) {
          received.assertRefused(Reason.ANY);
        } else {
          assertWhole(received, "LK-1", "LK-2");
        }
      }
    }
  }

  @Test
  void nothingBehindTheRootIsNeverMistakenForSomething() {
    String whole = text(visit("LK-1"));
    assertWhole(read(whole + "\r\n\r\n  "), "LK-1");
    assertWhole(read(whole + "<!-- made by HIS 4.0 --><?end?>"), "LK-1");
    read(whole + "<HOSO/>").assertRefused(Reason.ANY);
    read(whole + "junk").assertRefused(Reason.ANY);
  }

  @Test
  void whatIsNotXmlIsRefused() {
    read("MA_HSSK,HO_TEN\n1,2\n").assertRefused(Reason.ANY);
    read("<html><body>502 Bad Gateway</body></html>").assertRefused(Reason.ANY);
    read(Lists.csv()).assertRefused(Reason.ANY);
    read(WorkbookBytes.of(Lists.sheet())).assertRefused(Reason.ANY);
  }

  @Test
  void aDoctypeIsNotSafe() {
    String open = "<!DOCTYPE x [<!ENTITY e SYSTEM \"file:///etc/passwd\">]>\n<GIAMDINHHS";
    read(text(visit("LK-1")).replace("<GIAMDINHHS", open)).assertRefused(Reason.UNSAFE);
  }
}
