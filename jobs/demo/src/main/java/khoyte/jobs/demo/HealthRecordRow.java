package khoyte.jobs.demo;

import java.time.LocalDate;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;

/** One row of the extract of health records, and the traps in it. */
final class HealthRecordRow {
  static final List<String> HEADINGS =
      List.of(
          "MA_HSSK",
          "SO_DINH_DANH",
          "SO_CMND",
          "HO_TEN",
          "NGAY_SINH",
          "GIOI_TINH",
          "SO_BHXH",
          "DIEN_THOAI",
          "DIA_CHI",
          "MA_XA",
          "MA_HUYEN",
          "MA_TINH",
          "MA_TRAM",
          "NGAY_LAP",
          "NGAY_CAP_NHAT",
          "TRANG_THAI");

  final String key;
  String id = "";
  String oldId = "";
  String name = "";
  String birth = "";
  String gender = "";
  String insurance = "";
  String phone = "";
  String address = "";
  String commune = "";
  String district = "";
  String province = "";
  String station = "";
  String opened = "";
  String updated = "";
  int state;
  final Set<Planted> traps = EnumSet.noneOf(Planted.class);

  HealthRecordRow(String key) {
    this.key = key;
  }

  void livesIn(Commune home) {
    commune = home.code();
    district = home.districtCode();
    province = home.provinceCode();
    station = "TYT" + home.code();
  }

  void dated(LocalDate openedOn, LocalDate updatedOn) {
    opened = Writing.slashed(openedOn);
    updated = Writing.slashed(updatedOn);
  }

  String[] fields() {
    return new String[] {
      key,
      id,
      oldId,
      name,
      birth,
      gender,
      insurance,
      phone,
      address,
      commune,
      district,
      province,
      station,
      opened,
      updated,
      Integer.toString(state)
    };
  }
}
