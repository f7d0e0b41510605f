package khoyte.reports.print;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.text.Normalizer;
import java.util.List;
import java.util.stream.IntStream;
import khoyte.reports.FilledReport;
import khoyte.reports.Golden;
import khoyte.reports.Samples;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.text.PDFTextStripper;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PrintedReportTest {

  @Test
  void theHealthRecordsOf2022AreOnePage() throws IOException {
    assertGolden("health-records.pdf.txt", Samples.healthRecords());
  }

  @Test
  void theCleanedRecordsOf2022AreOnePage() throws IOException {
    assertGolden("covid-cleaning.pdf.txt", Samples.covidCleaning());
  }

  @Test
  void aTroubledNightStaysOnOnePageDrawnSmaller() throws IOException {
    assertGolden("health-records-troubled.pdf.txt", Samples.troubledHealthRecords());
  }

  @Test
  void anAnnexHasNoNationalHeaderAndNoSignature() throws IOException {
    assertGolden("covid-cleaning-annex.pdf.txt", Samples.annexedCovidCleaning());
  }

  @Test
  void zeroAndEverySignLookDifferent() throws IOException {
    assertGolden("signs.pdf.txt", Samples.signs());
  }

  @Test
  void aTableOf60UnitsRepeatsItsHeadingsAndKeepsItsEndTogether() throws IOException {
    assertGolden("long.pdf.txt", Samples.long60());
  }

  @Test
  void groupsStandOnAWidePageAndNeverAloneAtItsFoot() throws IOException {
    assertGolden("reconciliation.pdf.txt", Samples.reconciliation());
  }

  @Test
  void textCanBeSearchedInVietnamese() throws IOException {
    try (PDDocument document = Loader.loadPDF(new PrintedReport(Samples.healthRecords()).bytes())) {
      String text = new PDFTextStripper().getText(document);
      assertThat(text).contains("Nhơn Trạch", "Độc lập", "khỏe").matches(PrintedReportTest::isNfc);
    }
  }

  @Test
  void theSameReportIsTheSameBytes() {
    assertThat(new PrintedReport(Samples.troubledHealthRecords()).bytes())
        .isEqualTo(new PrintedReport(Samples.troubledHealthRecords()).bytes());
  }

  @Test
  void twoPrintTheSameReportAtOnce() {
    List<byte[]> printed =
        IntStream.range(0, 8)
            .parallel()
            .mapToObj(any -> new PrintedReport(Samples.covidCleaning()).bytes())
            .toList();
    assertThat(printed).allSatisfy(bytes -> assertThat(bytes).isEqualTo(printed.get(0)));
  }

  private static boolean isNfc(String text) {
    return Normalizer.isNormalized(text, Normalizer.Form.NFC);
  }

  @Test
  void aMachineWithoutFontsPrintsTheSamePage(@TempDir Path folder) throws Exception {
    Path fonts = Files.writeString(folder.resolve("fonts.conf"), "<fontconfig/>");
    Path page = folder.resolve("page.pdf");
    ProcessBuilder java =
        new ProcessBuilder(
            Path.of(System.getProperty("java.home"), "bin", "java").toString(),
            "-Duser.timezone=UTC",
            "-cp",
            System.getProperty("java.class.path"),
            PageOfAnotherProcess.class.getName(),
            page.toString());
    java.environment().put("FONTCONFIG_FILE", fonts.toString());
    Process process = java.redirectErrorStream(true).start();
    String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);

    assertThat(process.waitFor()).as(said).isZero();
    assertThat(Files.readAllBytes(page))
        .isEqualTo(new PrintedReport(Samples.healthRecords()).bytes());
  }

  /** Prints the health records of 2022 into the file that is named. */
  static final class PageOfAnotherProcess {
    private PageOfAnotherProcess() {}

    public static void main(String[] arguments) {
      new PrintedReport(Samples.healthRecords()).write(Path.of(arguments[0]));
    }
  }

  private static void assertGolden(String name, FilledReport report) throws IOException {
    Golden.assertEquals(name, PdfText.of(new PrintedReport(report).bytes()));
  }
}
