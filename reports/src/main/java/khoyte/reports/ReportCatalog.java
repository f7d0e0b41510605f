package khoyte.reports;

import static khoyte.reports.ReportDefinition.report;

import java.util.List;
import java.util.stream.Collectors;
import khoyte.reports.ReportChart.Fill;
import khoyte.reports.ReportChart.Order;
import khoyte.reports.ReportChart.Reference;
import khoyte.reports.ReportChart.Series;
import khoyte.reports.ReportDefinition.Block;
import khoyte.reports.ReportDefinition.Rows;
import khoyte.reports.ReportDefinition.Subtitle;
import khoyte.warehouse.Fault;
import khoyte.warehouse.KhoyteException;
import khoyte.warehouse.table.NightTables;

/** Every report that can be made. One more is a constant here and its {@code query.sql}. */
public final class ReportCatalog {

  /** How many citizens have a health record, and how many of those records live? */
  public static final ReportDefinition HEALTH_RECORDS =
      report("ho-so-suc-khoe")
          .from(NightTables.HEALTH_RECORD_BY_DISTRICT)
          .titled("Bảng thống kê số liệu hồ sơ sức khỏe điện tử")
          .shortly("Hồ sơ sức khỏe điện tử")
          .counting("hồ sơ")
          .column(ReportColumn.ordinal(11, "Số", "TT"))
          .column(ReportColumn.unitName(56, "Địa phương"))
          .column(ReportColumn.count("managed", 32, "Tổng số", "HS đang", "quản lý").from("ehr"))
          .column(
              ReportColumn.count("with_immunization", 33, "HS cập nhật", "thông tin", "tiêm chủng")
                  .from("ehr", "immunization"))
          .column(
              ReportColumn.count("with_encounter", 33, "HS cập nhật", "thông tin", "KCB")
                  .from("ehr", "his-xml"))
          .note("HS: hồ sơ sức khỏe điện tử; KCB: khám bệnh, chữa bệnh. Mỗi công dân tính một lần.")
          .note(
              "Tổng số HS đang quản lý: công dân có hồ sơ ở trạng thái đang quản lý, lập đến hết"
                  + " ngày ‹D›, tính theo xã của hồ sơ cập nhật gần nhất.")
          .note(
              "HS cập nhật thông tin tiêm chủng: trong số đó, công dân có ít nhất một mũi tiêm"
                  + " chủng thường xuyên đến hết ngày ‹D›.")
          .note(
              "HS cập nhật thông tin KCB: trong số đó, công dân có ít nhất một lượt khám bệnh,"
                  + " chữa bệnh có ngày vào đến hết ngày ‹D›.")
          .build(
              new TotalLabel("Tổng số", TotalLabel.Place.FIRST_TWO_COLUMNS),
              new ReportChart(
                  "Tỷ lệ hồ sơ có cập nhật thông tin, theo địa phương (%)",
                  List.of(
                      new Series("KCB", "with_encounter", "managed", Fill.DARK, Reference.PROVINCE),
                      new Series(
                          "Tiêm chủng",
                          "with_immunization",
                          "managed",
                          Fill.WHITE,
                          Reference.NONE)),
                  Order.AS_TABLE,
                  10),
              Paper.A4_PORTRAIT);

  /** How many COVID-19 vaccination records were cleaned for Đề án 06? */
  public static final ReportDefinition COVID_CLEANING =
      report("tiem-chung-covid")
          .from(NightTables.COVID_CLEANED_BY_DISTRICT)
          .titled(
              "Kết quả cập nhật, làm sạch dữ liệu trên hệ thống",
              "tiêm chủng COVID-19 phục vụ Đề án 06")
          .shortly("Làm sạch dữ liệu tiêm chủng COVID-19")
          .counting("bản ghi mũi tiêm")
          .column(ReportColumn.ordinal(13, "Số", "TT"))
          .column(ReportColumn.unitName(60, "Địa phương"))
          .column(
              ReportColumn.count("cleaned", 92, "Số lượng").indented(6).from("covid-vaccination"))
          .note(
              "Số lượng: bản ghi mũi tiêm vắc xin COVID-19 gửi đến có lỗi và đã sửa hết lỗi theo"
                  + " quy tắc làm sạch, tính theo địa phương đang quản lý công dân; không gồm bản"
                  + " ghi trùng và bản ghi còn phải xác minh.")
          .build(
              new TotalLabel("Tổng", TotalLabel.Place.UNIT_NAME),
              new ReportChart(
                  "Số bản ghi đã làm sạch, theo địa phương",
                  List.of(new Series("Số lượng", "cleaned", "", Fill.DARK, Reference.NONE)),
                  Order.GREATEST_FIRST,
                  0),
              Paper.A4_PORTRAIT);

  /** Did every sender's data arrive, and what became of it? */
  public static final ReportDefinition RECONCILIATION =
      report("doi-soat-dem")
          .from(NightTables.RECONCILIATION)
          .rows(Rows.SENDERS)
          .titled("Đối soát dữ liệu phiên đêm ‹D›")
          .shortly("Đối soát dữ liệu phiên đêm")
          .at(Subtitle.RECEIVED)
          .counting("bản ghi")
          .column(ReportColumn.ordinal(12, "Số", "TT"))
          .column(ReportColumn.unitName(66, "Nguồn, đơn vị gửi"))
          .column(ReportColumn.count("announced", 19, "Công bố"))
          .column(ReportColumn.count("read", 19, "Đã đọc").equalTo("3 + 4"))
          .column(ReportColumn.count("kept_back", 19, "Giữ lại"))
          .column(received("received", 22, "Tổng số").equalTo("5 + 6 + 7"))
          .column(received("resolved", 19, "Xác định", "được", "công dân"))
          .column(received("unresolved", 19, "Chưa", "phân", "định"))
          .column(received("duplicate", 19, "Trùng"))
          .column(received("replaced", 19, "Trong đó", "thay", "bản cũ"))
          .column(ReportColumn.count("difference", 19, "Chênh", "lệch"))
          .note(
              "Đã đọc = Đã nhận + Giữ lại; Đã nhận = Xác định được công dân + Chưa phân định +"
                  + " Trùng; Chênh lệch phải bằng 0.")
          .note(
              "Công bố: số hồ sơ ghi trong tệp của đơn vị gửi. Chưa phân định: chưa rõ là ai hoặc"
                  + " chưa tìm thấy công dân. Trùng: bản gửi lại hoặc rút lại của bản ghi đã có;"
                  + " thay bản cũ: bản cũ đã có bản mới hơn, khác nội dung.")
          .note("Không gồm tệp bị giữ lại cả tệp và tệp gửi lại nguyên vẹn.")
          .with(Block.INDEX_ROW)
          .without(Block.SIGNATURE)
          .build(
              new TotalLabel("Tổng số", TotalLabel.Place.FIRST_TWO_COLUMNS),
              null,
              Paper.A4_LANDSCAPE);

  private static final List<ReportDefinition> ALL =
      List.of(HEALTH_RECORDS, COVID_CLEANING, RECONCILIATION);

  private static ReportColumn received(String measure, double mm, String... heading) {
    return ReportColumn.count(measure, mm, heading).in("Đã nhận");
  }

  private ReportCatalog() {}

  public static List<ReportDefinition> all() {
    return ALL;
  }

  /** The report of a name; refused, naming the names there are. */
  public static ReportDefinition named(String name) {
    return ALL.stream()
        .filter(report -> report.name().equals(name))
        .findFirst()
        .orElseThrow(() -> new KhoyteException(Fault.ARGUMENT, "arg.report", name, names()));
  }

  private static String names() {
    return ALL.stream().map(ReportDefinition::name).collect(Collectors.joining(", "));
  }
}
