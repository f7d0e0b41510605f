package khoyte.reports;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import khoyte.warehouse.night.NightId;

/** The figures of the department's plan for 2023 (state of 31/12/2022), drawn as a mart answers. */
public final class Samples {
  public static final LocalDate D = LocalDate.of(2022, 12, 31);
  public static final NightId NIGHT = new NightId(D, 1);

  private static final String HEALTH_RECORDS =
      """
      unit_code | unit_name | managed | with_immunization | with_encounter
      731 | Thành phố Biên Hòa | 902921 | 43250 | 130954
      737 | Huyện Trảng Bom | 280849 | 12070 | 25573
      741 | Huyện Xuân Lộc | 240226 | 9634 | 64026
      740 | Huyện Long Thành | 226951 | 9580 | 21267
      736 | Huyện Định Quán | 210213 | 9084 | 18429
      742 | Huyện Nhơn Trạch | 189596 | 8181 | 53711
      734 | Huyện Tân Phú | 171797 | 10673 | 53856
      738 | Huyện Thống Nhất | 165867 | 6222 | 15430
      732 | Thành phố Long Khánh | 158301 | 7304 | 66021
      739 | Huyện Cẩm Mỹ | 152558 | 6082 | 78678
      735 | Huyện Vĩnh Cửu | 141587 | 6114 | 13686
      """;
  private static final String COVID_CLEANING =
      """
      unit_code | unit_name | cleaned
      739 | Huyện Cẩm Mỹ | 23991
      736 | Huyện Định Quán | 48973
      740 | Huyện Long Thành | 79445
      742 | Huyện Nhơn Trạch | 88648
      734 | Huyện Tân Phú | 29624
      738 | Huyện Thống Nhất | 15717
      737 | Huyện Trảng Bom | 120877
      735 | Huyện Vĩnh Cửu | 53827
      741 | Huyện Xuân Lộc | 58666
      731 | Thành phố Biên Hòa | 318126
      732 | Thành phố Long Khánh | 33858
      """;

  private Samples() {}

  public static ReportIssue.Builder issue() {
    return ReportIssue.of(NIGHT).madeBy("1.0.0", "a1b2c3d");
  }

  public static FilledReport healthRecords() {
    return healthRecords(issue());
  }

  public static FilledReport healthRecords(ReportIssue.Builder issue) {
    return FilledReport.of(ReportCatalog.HEALTH_RECORDS, rows(HEALTH_RECORDS), issue.build());
  }

  public static FilledReport covidCleaning() {
    return FilledReport.of(ReportCatalog.COVID_CLEANING, rows(COVID_CLEANING), issue().build());
  }

  /** The 2022 rows and more below them. */
  public static List<Map<String, String>> healthRecordRows(String... more) {
    return rows(HEALTH_RECORDS + String.join("\n", more));
  }

  /** Rows of a drawn table; an empty field is null. */
  public static List<Map<String, String>> rows(String drawn) {
    List<String> lines = drawn.lines().toList();
    String[] names = lines.get(0).split("\\|", -1);
    List<Map<String, String>> rows = new ArrayList<>();
    for (String line : lines.subList(1, lines.size())) {
      String[] values = line.split("\\|", -1);
      Map<String, String> row = new LinkedHashMap<>();
      for (int i = 0; i < names.length; i++) {
        String value = values[i].strip();
        row.put(names[i].strip(), value.isEmpty() ? null : value);
      }
      rows.add(row);
    }
    return rows;
  }
}
