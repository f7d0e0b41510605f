package khoyte.pipelines.read.source;

import static khoyte.warehouse.table.StagedTables.CORRECTION_VERSION;
import static khoyte.warehouse.table.StagedTables.COVID_DOSE_VERSION;
import static khoyte.warehouse.table.StagedTables.ENCOUNTER_VERSION;
import static khoyte.warehouse.table.StagedTables.HEALTH_RECORD_VERSION;
import static khoyte.warehouse.table.StagedTables.IMMUNIZATION_VERSION;
import static khoyte.warehouse.table.StagedTables.POPULATION_ANSWER_VERSION;

import java.util.ArrayList;
import java.util.List;
import khoyte.warehouse.table.Table;
import org.jspecify.annotations.Nullable;

/**
 * The kinds of sources of contract 1 to 5 and 8, with the fields of the tabular ones in its order.
 */
public enum SourceKind {
  HIS_XML("his-xml", ENCOUNTER_VERSION, ""),
  EHR(
      "ehr",
      HEALTH_RECORD_VERSION,
      "MA_HSSK|SO_DINH_DANH|SO_CMND|HO_TEN|NGAY_SINH|GIOI_TINH|SO_BHXH|DIEN_THOAI|DIA_CHI|MA_XA"
          + "|MA_HUYEN|MA_TINH|MA_TRAM|NGAY_LAP|NGAY_CAP_NHAT|TRANG_THAI"),
  POPULATION(
      "population",
      POPULATION_ANSWER_VERSION,
      "MA_HSSK|HO_TEN|NGAY_SINH|GIOI_TINH|SO_DINH_DANH|KET_QUA"),
  IMMUNIZATION(
      "immunization",
      IMMUNIZATION_VERSION,
      "MA_DOI_TUONG|SO_DINH_DANH|HO_TEN|NGAY_SINH|GIOI_TINH|HO_TEN_ME|DIEN_THOAI|MA_THE_BHYT|MA_XA"
          + "|MA_HUYEN|MA_TINH|DIA_CHI|MA_VACXIN|TEN_VACXIN|SO_MUI|NGAY_TIEM|SO_LO|CO_SO_TIEM"
          + "|NGAY_CAP_NHAT"),
  COVID_VACCINATION(
      "covid-vaccination",
      COVID_DOSE_VERSION,
      "?Mã mũi tiêm|Họ và tên|Ngày sinh|Giới tính|Số CMND/CCCD/Mã định danh|Số thẻ BHYT"
          + "|Số điện thoại|Mã tỉnh|Mã quận/huyện|Mã xã/phường|Địa chỉ chi tiết|Tên vắc xin|Mũi số"
          + "|Ngày tiêm|Số lô|Cơ sở tiêm|Ngày cập nhật|?STT"),
  CORRECTION("correction", CORRECTION_VERSION, "");

  private final String code;
  private final Table table;
  private final List<SourceField> fields = new ArrayList<>();

  SourceKind(String code, Table table, String headings) {
    this.code = code;
    this.table = table;
    if (!headings.isEmpty()) {
      // Declared in the order of the table's key and _text fields; a mark stands before what a
      // sender may leave out.
      for (String heading : List.of(headings.split("\\|", -1))) {
        boolean optional = heading.startsWith("?");
        fields.add(
            new SourceField(fields.size(), optional ? heading.substring(1) : heading, !optional));
      }
    }
  }

  /** As in {@code conf/sources.yml}: {@code his-xml}, {@code ehr}, … */
  public String code() {
    return code;
  }

  /** The kind of a code, or null. */
  public static @Nullable SourceKind ofCode(String code) {
    for (SourceKind kind : values()) {
      if (kind.code.equals(code)) {
        return kind;
      }
    }
    return null;
  }

  /** The table of its records. */
  public Table table() {
    return table;
  }

  /** Fields of a tabular kind in the order of the contract; none of the others. */
  public List<SourceField> fields() {
    return List.copyOf(fields);
  }
}
