package khoyte.jobs.demo;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.text.Normalizer;
import java.util.Base64;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import java.util.zip.GZIPInputStream;
import java.util.zip.ZipInputStream;
import javax.xml.parsers.DocumentBuilderFactory;
import javax.xml.parsers.ParserConfigurationException;
import org.apache.poi.ss.usermodel.CellType;
import org.apache.poi.ss.usermodel.Row;
import org.apache.poi.xssf.usermodel.XSSFSheet;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.w3c.dom.Document;
import org.w3c.dom.Element;
import org.w3c.dom.Node;
import org.w3c.dom.NodeList;
import org.xml.sax.SAXException;

class DemoFilesTest {
  @TempDir static Path inbox;
  private static DemoTruth truth;

  @BeforeAll
  static void write() {
    truth = DemoProvince.write(0.002, 5, Edition.FIRST, inbox);
  }

  private static String text(String path) throws IOException {
    try (InputStream file = opened(path)) {
      return new String(file.readAllBytes(), StandardCharsets.UTF_8);
    }
  }

  private static InputStream opened(String path) throws IOException {
    InputStream raw = Files.newInputStream(inbox.resolve(path));
    if (path.endsWith(".gz")) {
      return new GZIPInputStream(raw);
    }
    if (path.endsWith(".zip")) {
      ZipInputStream zip = new ZipInputStream(raw);
      zip.getNextEntry();
      return zip;
    }
    return raw;
  }

  private static Document document(String xml)
      throws IOException, SAXException, ParserConfigurationException {
    return DocumentBuilderFactory.newInstance()
        .newDocumentBuilder()
        .parse(new ByteArrayInputStream(xml.getBytes(StandardCharsets.UTF_8)));
  }

  private static Stream<DemoTruth.File> files(String source) {
    return truth.files().stream().filter(file -> file.source().equals(source));
  }

  @Test
  void everyWholeExtractHoldsAsManyVisitsAsItAnnounces() throws Exception {
    Set<String> tables = new TreeSet<>();
    for (DemoTruth.File file : files("his-xml").toList()) {
      if (file.refusedBecause() == null) {
        Element envelope = document(text(file.path())).getDocumentElement();
        assertThat(envelope.getElementsByTagName("HOSO").getLength())
            .as(file.path())
            .isEqualTo(file.records())
            .isEqualTo(
                Integer.parseInt(
                    envelope.getElementsByTagName("SOLUONGHOSO").item(0).getTextContent()));
        NodeList contents = envelope.getElementsByTagName("FILEHOSO");
        for (int i = 0; i < contents.getLength(); i++) {
          tables.add(tableOf((Element) contents.item(i)));
        }
      }
    }
    assertThat(tables)
        .containsExactly(
            "XML1 TONG_HOP",
            "XML13 CHI_TIEU_GIAYCHUYENTUYEN",
            "XML14 CHI_TIEU_GIAYHEN_KHAMLAI",
            "XML2 CHITIEU_CHITIET_THUOC",
            "XML2 DSACH_CHI_TIET_THUOC",
            "XML3 CHITIEU_CHITIET_DVKT_VTYT",
            "XML3 DSACH_CHI_TIET_DVKT",
            "XML4 CHITIEU_CHITIET_DICHVUCANLAMSANG",
            "XML4 DSACH_CHI_TIET_CLS",
            "XML7 CHI_TIEU_DU_LIEU_GIAY_RA_VIEN");
  }

  private static String tableOf(Element file) throws Exception {
    String name = file.getElementsByTagName("LOAIHOSO").item(0).getTextContent();
    Node content = file.getElementsByTagName("NOIDUNGFILE").item(0);
    Node table =
        content.getFirstChild().getNodeType() == Node.ELEMENT_NODE
            ? content.getFirstChild()
            : document(new String(decoded(content), StandardCharsets.UTF_8)).getDocumentElement();
    return name + " " + table.getNodeName();
  }

  private static byte[] decoded(Node content) {
    return Base64.getDecoder().decode(content.getTextContent());
  }

  @Test
  void theRefusedExtractsAreCutAndMiscounted() throws Exception {
    List<DemoTruth.File> refused =
        files("his-xml").filter(file -> file.refusedBecause() != null).toList();
    assertThat(refused)
        .extracting(DemoTruth.File::path, DemoTruth.File::refusedBecause)
        .containsExactly(
            org.assertj.core.groups.Tuple.tuple(
                "his/75003/75003_20230105_cat.xml", "file.refused.truncated"),
            org.assertj.core.groups.Tuple.tuple(
                "his/75006/75006_20230105_sai-so.xml", "file.refused.count"));
    assertThatThrownBy(() -> document(text(refused.get(0).path())))
        .isInstanceOf(SAXException.class);
    Element miscounted = document(text(refused.get(1).path())).getDocumentElement();
    int announced =
        Integer.parseInt(miscounted.getElementsByTagName("SOLUONGHOSO").item(0).getTextContent());
    assertThat(miscounted.getElementsByTagName("HOSO").getLength()).isEqualTo(announced - 2);
  }

  @Test
  void oneHospitalTypesWithTcvn3() throws Exception {
    Document envelope = document(text("his/75011/75011_20230101.xml"));
    StringBuilder names = new StringBuilder();
    NodeList contents = envelope.getElementsByTagName("NOIDUNGFILE");
    for (int i = 0; i < contents.getLength(); i++) {
      names.append(new String(decoded(contents.item(i)), StandardCharsets.UTF_8));
    }
    assertThat(names).contains("NguyÔn").contains("VÜnh Cöu").doesNotContain("Nguyễn");
    assertThat(names.toString().chars().noneMatch(c -> c >= 0x1EA0 && c <= 0x1EF9)).isTrue();
  }

  @Test
  void oneImmunisationListIsTypedWithVni() throws IOException {
    String list = text("immunization/immunization_20221231_735.csv");
    assertThat(list).contains("Nguyeãn").contains("Huyeän Vónh Cöûu").contains("\r\n");
    assertThat(list.chars().noneMatch(c -> c >= 0x1EA0 && c <= 0x1EF9)).isTrue();
  }

  @Test
  void listsComeWithEverySeparatorByteOrderMarkAndForm() throws IOException {
    assertThat(text("ehr/ehr_20221231_731.csv.gz")).startsWith("MA_HSSK,SO_DINH_DANH");
    assertThat(text("ehr/ehr_20221231_732.csv")).startsWith("\uFEFFMA_HSSK;").contains("\r\n");
    assertThat(text("ehr/ehr_20221231_739.csv")).startsWith("MA_HSSK\tSO_DINH_DANH");
    String decomposed = text("ehr/ehr_20221231_738.csv");
    assertThat(Normalizer.isNormalized(decomposed, Normalizer.Form.NFD)).isTrue();
    assertThat(Normalizer.isNormalized(decomposed, Normalizer.Form.NFC)).isFalse();
    assertThat(text("ehr/ehr_20221231_742.csv")).startsWith("\uFEFFMA_HSSK;");
    assertThat(text("immunization/immunization_20221231_741.zip")).contains("MA_DOI_TUONG");
  }

  @Test
  void theQuarantinedLinesAreNoRows() throws IOException {
    assertThat(quarantined("ehr/ehr_20221231_734.csv")).matches("\\d{14},[^,]*,[^,]*,\"[^\"]+,.*");
    assertThat(quarantined("ehr/ehr_20221231_735.csv")).matches("\\d{14},[^,]*,[^,]*");
    assertThat(quarantined("covid-vaccination/covid_20221231_742.csv"))
        .matches("0;MT\\d{10};\"[^\"]+");
  }

  private static String quarantined(String path) throws IOException {
    DemoTruth.File file =
        truth.files().stream().filter(f -> f.path().equals(path)).findFirst().orElseThrow();
    List<String> lines = text(path).lines().toList();
    String line = lines.get(file.quarantinedLines().get(0) - 1);
    return path.startsWith("covid") ? line.substring(0, line.indexOf(';', 20)) : line;
  }

  @Test
  void everyListHoldsTheRowsOfItsTruth() throws IOException {
    for (DemoTruth.File file : truth.files()) {
      boolean lineBreaks = file.path().contains("ehr_20221231_736");
      if (file.path().contains(".csv") && !lineBreaks) {
        assertThat(text(file.path()).lines().count() - 1).as(file.path()).isEqualTo(file.records());
      }
    }
  }

  @Test
  void theWorkbookHasTitlesAboveItsHeadingNumbersForIdsAndDateCells() throws IOException {
    try (XSSFWorkbook workbook =
        new XSSFWorkbook(opened("covid-vaccination/covid_20221231_737.xlsx"))) {
      XSSFSheet sheet = workbook.getSheetAt(0);
      assertThat(sheet.getRow(0).getCell(0).getStringCellValue())
          .isEqualTo("NỀN TẢNG QUẢN LÝ TIÊM CHỦNG COVID-19");
      Row heading = sheet.getRow(CovidWorkbook.HEADING_ROW);
      for (int i = 0; i < CovidRow.HEADINGS.size(); i++) {
        assertThat(heading.getCell(i).getStringCellValue()).isEqualTo(CovidRow.HEADINGS.get(i));
      }
      int numbers = 0;
      int dates = 0;
      for (int i = CovidWorkbook.HEADING_ROW + 1; i <= sheet.getLastRowNum(); i++) {
        Row row = sheet.getRow(i);
        numbers += isNumber(row, 5) && row.getCell(5).getNumericCellValue() > 1e8 ? 1 : 0;
        dates += isNumber(row, 14) && row.getCell(14).getDateCellValue() != null ? 1 : 0;
      }
      assertThat(numbers).isPositive();
      assertThat(dates).isPositive();
      assertThat(sheet.getLastRowNum() - CovidWorkbook.HEADING_ROW)
          .isEqualTo(
              files("covid-vaccination")
                  .filter(file -> file.path().endsWith(".xlsx"))
                  .mapToInt(DemoTruth.File::records)
                  .sum());
    }
  }

  private static boolean isNumber(Row row, int column) {
    return row.getCell(column) != null && row.getCell(column).getCellType() == CellType.NUMERIC;
  }
}
