package khoyte.reports;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import khoyte.warehouse.NightId;

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

  private static final ReportDefinition SIGNS =
      ReportDefinition.report("ky-hieu")
          .titled("Bảng có mọi ký hiệu")
          .shortly("Ký hiệu")
          .counting("lượt")
          .column(ReportColumn.ordinal(10, "Số", "TT"))
          .column(ReportColumn.unitName(38, "Đơn vị"))
          .column(ReportColumn.count("given", 26, "Đã tiêm"))
          .column(ReportColumn.share("given", "due", 17, "Tỷ lệ", "(%)"))
          .column(ReportColumn.money("spent", 22, "Chi phí", "(triệu", "đồng)"))
          .column(ReportColumn.day("sent_on", 24, "Ngày gửi"))
          .column(ReportColumn.text("code", 28, "Mã"))
          .build(
              new TotalLabel("Tổng số", TotalLabel.Place.FIRST_TWO_COLUMNS),
              new ReportChart(
                  "Đã tiêm",
                  List.of(
                      new ReportChart.Series(
                          "Đã tiêm",
                          "given",
                          "",
                          ReportChart.Fill.DARK,
                          ReportChart.Reference.NONE)),
                  ReportChart.Order.AS_TABLE,
                  0),
              Paper.A4_PORTRAIT);

  private Samples() {}

  public static ReportIssue.Builder issue() {
    return ReportIssue.of(NIGHT).madeBy("1.0.0", "a1b2c3d");
  }

  public static FilledReport healthRecords() {
    return FilledReport.of(ReportCatalog.HEALTH_RECORDS, rows(HEALTH_RECORDS), issue().build());
  }

  public static FilledReport covidCleaning() {
    return FilledReport.of(ReportCatalog.COVID_CLEANING, rows(COVID_CLEANING), issue().build());
  }

  /** A night with everything that can be said about it: late, issued again, generated. */
  public static FilledReport troubledHealthRecords() {
    return FilledReport.of(
        ReportCatalog.HEALTH_RECORDS,
        rows(HEALTH_RECORDS + " | Không xác định | 17 | 0 | 3"),
        issue()
            .number(2)
            .issuedOn(LocalDate.of(2023, 1, 5))
            .origin(DataOrigin.SYNTHETIC)
            .lateSources(
                List.of(
                    new LateSource(
                        "his-xml", "Bệnh viện đa khoa Đồng Nai", LocalDate.of(2022, 12, 29))))
            .letterheads(signedBy("KT. GIÁM ĐỐC", "PHÓ GIÁM ĐỐC", "Lưu Văn Dũng"))
            .replacing(new Reissue(1, LocalDate.of(2023, 1, 5), "bổ sung dữ liệu gửi muộn"))
            .build());
  }

  /** The table of cleaned records as an annex to a letter. */
  public static FilledReport annexedCovidCleaning() {
    Letterhead head = Letterheads.delivered().on(D);
    Letterhead annex =
        new Letterhead(
            head.parent(),
            head.name(),
            head.place(),
            head.symbol(),
            LetterForm.PHU_LUC,
            "II",
            head.province(),
            head.recipients(),
            head.signer());
    return FilledReport.of(
        ReportCatalog.COVID_CLEANING,
        rows(COVID_CLEANING),
        issue().letterheads(new Letterheads(new TreeMap<>(Map.of(D, annex)))).build());
  }

  /** A table that no page holds. */
  public static FilledReport long60() {
    List<Map<String, String>> rows = new ArrayList<>();
    for (int i = 1; i <= 60; i++) {
      rows.add(
          Map.of("unit_code", String.valueOf(i), "unit_name", "Xã số " + i, "cleaned", "" + i));
    }
    return FilledReport.of(ReportCatalog.COVID_CLEANING, rows, issue().build());
  }

  /** A night of two sources with facilities and one without; the second begins at a page's foot. */
  public static FilledReport reconciliation() {
    StringBuilder drawn =
        new StringBuilder(
            "unit_code | unit_name | is_group | announced | announced_state | read | kept_back |"
                + " received | resolved | unresolved | duplicate | replaced | difference\n");
    sender(drawn, "his-xml | Hệ thống thông tin bệnh viện | true | 2840866 | ");
    for (int i = 1; i <= 15; i++) {
      sender(drawn, "his-xml/750%02d | Cơ sở 750%02d | false | 2840866 | ".formatted(i, i));
    }
    sender(drawn, "old | Cơ sở dữ liệu quốc gia về dân cư | true | | unknown");
    sender(drawn, "old/75001 | Cơ sở 75001 | false | | unknown");
    sender(drawn, "ehr | Hồ sơ sức khỏe điện tử | true | | n_a");
    return FilledReport.of(ReportCatalog.RECONCILIATION, rows(drawn.toString()), issue().build());
  }

  private static void sender(StringBuilder drawn, String beginning) {
    drawn.append(beginning).append(" | 2840866 | 2 | 2840864 | 2840800 | 40 | 24 | 20 | 0\n");
  }

  /** What was kept back of a hospital: whole files and lines. */
  public static KeptBackList keptBack() {
    return new KeptBackList(
        "Hệ thống thông tin bệnh viện",
        "75003",
        issue().origin(DataOrigin.SYNTHETIC).build(),
        List.of(
            new KeptBackList.Line(
                "75003_20230105_cat.xml",
                null,
                "",
                "Không thể nhận tệp 75003_20230105_cat.xml: tệp bị cắt cụt tại dòng 183. Đề nghị"
                    + " đơn vị gửi lại."),
            new KeptBackList.Line("75003_20221231.xml", 9L, "XML1", "nội dung không phải base64"),
            new KeptBackList.Line(
                "75003_20221231.xml", 1234L, "", "hồ sơ không có bảng tổng hợp XML1")));
  }

  /** Every kind of cell, zero and all signs, and the longest names. */
  public static FilledReport signs() {
    return FilledReport.of(
        SIGNS,
        rows(
            """
            unit_code | unit_name | given | given_state | due | spent | sent_on | sent_on_state | code
            1 | Bệnh viện đa khoa khu vực Long Khánh | 902921 | | 1000000 | 12346 | 2022-12-31 | | 012345678901
            2 | Thành phố Long Khánh | 0 | | 0 | 0 | 2022-01-02 | | 75001
            3 | Bệnh viện đa khoa khu vực Định Quán | | late | 7 | 1 | | late | 75002
            4 | Huyện Cẩm Mỹ | | withheld | 7 | | | n_a | 75003
            5 | Huyện Vĩnh Cửu | 1 | | 3 | 12345 | | | 75004
            """),
        issue().build());
  }

  /** Delivered letterheads with another signer. */
  public static Letterheads signedBy(String authority, String title, String name) {
    Letterhead head = Letterheads.delivered().on(D);
    return new Letterheads(
        new TreeMap<>(
            Map.of(
                D,
                new Letterhead(
                    head.parent(),
                    head.name(),
                    head.place(),
                    head.symbol(),
                    head.form(),
                    head.annex(),
                    head.province(),
                    head.recipients(),
                    new Letterhead.Signer(authority, title, name)))));
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
