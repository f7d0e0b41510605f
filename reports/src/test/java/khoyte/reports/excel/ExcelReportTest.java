package khoyte.reports.excel;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import khoyte.reports.FilledReport;
import khoyte.reports.Golden;
import khoyte.reports.Samples;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ExcelReportTest {

  @Test
  void theHealthRecordsOf2022AreTheDepartmentsTable() throws IOException {
    assertGolden("health-records.xlsx.txt", Samples.healthRecords());
  }

  @Test
  void theCleanedRecordsOf2022AreTheDepartmentsTable() throws IOException {
    assertGolden("covid-cleaning.xlsx.txt", Samples.covidCleaning());
  }

  @Test
  void aTroubledNightSaysSoOnThePage() throws IOException {
    assertGolden("health-records-troubled.xlsx.txt", Samples.troubledHealthRecords());
  }

  @Test
  void anAnnexHasNoNationalHeaderAndNoSignature() throws IOException {
    assertGolden("covid-cleaning-annex.xlsx.txt", Samples.annexedCovidCleaning());
  }

  @Test
  void zeroAndEverySignLookDifferent() throws IOException {
    assertGolden("signs.xlsx.txt", Samples.signs());
  }

  @Test
  void groupsStandOnAWideSheet() throws IOException {
    assertGolden("reconciliation.xlsx.txt", Samples.reconciliation());
  }

  @Test
  void whatWasKeptBackIsListedForItsSender() throws IOException {
    byte[] workbook = new KeptBackWorkbook(Samples.keptBack()).bytes();

    Golden.assertEquals("kept-back.xlsx.txt", WorkbookText.of(workbook));
    assertThat(new KeptBackWorkbook(Samples.keptBack()).bytes()).isEqualTo(workbook);
  }

  @Test
  void theFolderThatAnotherAccountOfTheServerHasMadeIsNotNeeded(@TempDir Path common)
      throws IOException {
    Files.createFile(common.resolve("poifiles"));
    String usual = System.setProperty("java.io.tmpdir", common.toString());
    try {
      assertThat(new KeptBackWorkbook(Samples.keptBack()).bytes()).isNotEmpty();
    } finally {
      System.setProperty("java.io.tmpdir", usual);
    }
  }

  @Test
  void aTableThatNoPageHoldsIsOnePageWide() throws IOException {
    assertThat(WorkbookText.of(new ExcelReport(Samples.long60()).bytes()))
        .contains("fit to page: true, 1 wide, 0 high");
  }

  @Test
  void theSameReportIsTheSameBytes() {
    assertThat(new ExcelReport(Samples.healthRecords()).bytes())
        .isEqualTo(new ExcelReport(Samples.healthRecords()).bytes());
  }

  private static void assertGolden(String name, FilledReport report) throws IOException {
    Golden.assertEquals(name, WorkbookText.of(new ExcelReport(report).bytes()));
  }
}
