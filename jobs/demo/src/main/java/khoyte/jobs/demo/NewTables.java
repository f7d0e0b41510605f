package khoyte.jobs.demo;

import static khoyte.jobs.demo.VisitRow.day;
import static khoyte.jobs.demo.VisitRow.minute;

import khoyte.jobs.demo.Hospital.Dialect;

/** Tables of a visit in the layouts of QĐ 130, QĐ 4750 and QĐ 3176/QĐ-BYT. */
final class NewTables {

  private NewTables() {}

  static String summary(VisitRow visit) {
    Writing person = visit.person();
    Treatments.Diagnosis diagnosis = Treatments.DIAGNOSES.get(visit.diagnosis());
    Treatments.Bill bill = Treatments.bill(visit);
    XmlText xml =
        AnyTables.summary(visit)
            .field("SO_CCCD", person.idText)
            .field("NGAY_SINH", newBirth(person))
            .field("GIOI_TINH", person.gender == 0 ? 3 : person.gender);
    if (visit.hospital().dialect() != Dialect.QD130) {
      xml.empty("NHOM_MAU");
    }
    return xml.field("MA_QUOCTICH", "000")
        .field("MA_DANTOC", "01")
        .field("MA_NGHE_NGHIEP", "00000")
        .free("DIA_CHI", person.address)
        .field("MATINH_CU_TRU", person.provinceCode)
        .field("MAHUYEN_CU_TRU", person.districtCode)
        .field("MAXA_CU_TRU", person.communeCode)
        .field("DIEN_THOAI", person.phone)
        .field("MA_THE_BHYT", person.cardText)
        .field("MA_DKBD", bill.insured() ? visit.hospital().code() : "")
        .field("GT_THE_TU", bill.insured() ? "20220101" : "")
        .field("GT_THE_DEN", bill.insured() ? "20221231" : "")
        .free("LY_DO_VV", "Khám bệnh")
        .free("CHAN_DOAN_RV", diagnosis.name())
        .field("MA_BENH_CHINH", diagnosis.code())
        .field("MA_BENH_KT", Treatments.DIAGNOSES.get(visit.otherDiagnosis()).code())
        .empty("MA_BENH_YHCT", "MA_PTTT_QT")
        .field("MA_DOITUONG_KCB", bill.insured() ? "1.1" : "9")
        .empty("MA_NOI_DI", "MA_NOI_DEN")
        .field("MA_TAI_NAN", 0)
        .field("NGAY_VAO", minute(visit.in()))
        .field("NGAY_VAO_NOI_TRU", visit.inpatient() ? minute(visit.in()) : "")
        .field("NGAY_RA", minute(visit.out()))
        .field("SO_NGAY_DTRI", visit.stay())
        .field("KET_QUA_DTRI", 2)
        .field("MA_LOAI_RV", isReferred(visit) ? 2 : 1)
        .field("NGAY_TTOAN", visit.settledText())
        .amount("T_THUOC", Treatments.drugTotal(visit))
        .amount("T_VTYT", 0)
        .amount("T_TONGCHI_BV", bill.total())
        .amount("T_TONGCHI_BH", bill.insured() ? bill.total() : 0)
        .amount("T_BNTT", bill.insured() ? 0 : bill.total())
        .amount("T_BNCCT", bill.insured() ? bill.total() - bill.insurer() : 0)
        .amount("T_BHTT", bill.insurer())
        .amount("T_NGUONKHAC", 0)
        .field("NAM_QT", visit.out().getYear())
        .field("THANG_QT", visit.out().getMonthValue())
        .field("MA_LOAI_KCB", visit.inpatient() ? "03" : "01")
        .field("MA_KHOA", visit.inpatient() ? "K03" : "K01")
        .field("MA_CSKCB", visit.hospital().code())
        .field("MA_HSBA", visit.inpatient() ? "BA" + visit.key() : "")
        .field("MA_TTDV", "7500000001")
        .empty("DU_PHONG")
        .close("TONG_HOP")
        .toString();
  }

  private static String newBirth(Writing person) {
    String digits = person.birthDigits();
    return person.hasFullBirth() ? digits + "0000" : digits;
  }

  /** A row of its key that takes the visit back. */
  static String withdrawal(Hospital hospital, String key) {
    return new XmlText(hospital.style())
        .open("TONG_HOP")
        .field("MA_LK", key)
        .field("MA_DOITUONG_KCB", "8")
        .field("MA_CSKCB", hospital.code())
        .close("TONG_HOP")
        .toString();
  }

  static boolean isReferred(VisitRow visit) {
    return visit.hospital().dialect() != Dialect.QD130 && visit.otherDiagnosis() % 6 == 1;
  }

  static boolean hasAppointment(VisitRow visit) {
    return visit.hospital().dialect() != Dialect.QD130 && visit.otherDiagnosis() % 6 == 2;
  }

  static String drugs(VisitRow visit) {
    XmlText xml =
        new XmlText(visit.hospital().style())
            .open("CHITIEU_CHITIET_THUOC")
            .open("DSACH_CHI_TIET_THUOC");
    for (int i = 0; i < visit.drugs(); i++) {
      Treatments.Line drug = Treatments.drug(visit, i);
      long quantity = Treatments.drugQuantity(i);
      AnyTables.drugLine(xml, visit, i)
          .free("LIEU_DUNG", "2 viên/ngày")
          .free("CACH_DUNG", "Ngày uống 2 lần, mỗi lần 1 viên")
          .field("PHAM_VI", 1)
          .field("TYLE_TT_BH", 100)
          .field("SO_LUONG", quantity + ".000")
          .field("DON_GIA", drug.price() + ".000")
          .amount("THANH_TIEN_BV", quantity * drug.price())
          .amount("THANH_TIEN_BH", quantity * drug.price())
          .field("MUC_HUONG", 80)
          .field("MA_KHOA", "K01")
          .field("NGAY_YL", minute(visit.in()))
          .field("NGAY_TH_YL", minute(visit.in()))
          .field("MA_PTTT", 1)
          .field("NGUON_CTRA", 1)
          .close("CHI_TIET_THUOC");
    }
    return xml.close("DSACH_CHI_TIET_THUOC").close("CHITIEU_CHITIET_THUOC").toString();
  }

  static String services(VisitRow visit) {
    XmlText xml =
        new XmlText(visit.hospital().style())
            .open("CHITIEU_CHITIET_DVKT_VTYT")
            .open("DSACH_CHI_TIET_DVKT");
    for (int i = 0; i < visit.services(); i++) {
      Treatments.Line service = Treatments.service(visit, i);
      AnyTables.serviceLine(xml, visit, i)
          .field("PHAM_VI", 1)
          .field("SO_LUONG", "1.000")
          .field("DON_GIA_BV", service.price() + ".000")
          .field("DON_GIA_BH", service.price() + ".000")
          .field("TYLE_TT_DV", 100)
          .field("TYLE_TT_BH", 100)
          .amount("THANH_TIEN_BV", service.price())
          .amount("THANH_TIEN_BH", service.price())
          .field("MUC_HUONG", 80)
          .field("MA_KHOA", "K01")
          .field("NGAY_YL", minute(visit.in()))
          .field("NGAY_TH_YL", minute(visit.in()))
          .field("NGAY_KQ", minute(visit.in().plusHours(1)))
          .field("MA_PTTT", 1)
          .close("CHI_TIET_DVKT");
    }
    return xml.close("DSACH_CHI_TIET_DVKT").close("CHITIEU_CHITIET_DVKT_VTYT").toString();
  }

  static String results(VisitRow visit) {
    XmlText xml =
        new XmlText(visit.hospital().style())
            .open("CHITIEU_CHITIET_DICHVUCANLAMSANG")
            .open("DSACH_CHI_TIET_CLS");
    AnyTables.resultLines(xml, visit);
    return xml.close("DSACH_CHI_TIET_CLS").close("CHITIEU_CHITIET_DICHVUCANLAMSANG").toString();
  }

  static String discharge(VisitRow visit) {
    return new XmlText(visit.hospital().style())
        .open("CHI_TIEU_DU_LIEU_GIAY_RA_VIEN")
        .field("MA_LK", visit.key())
        .field("SO_LUU_TRU", "LT" + visit.key())
        .field("MA_KHOA_RV", "K03")
        .field("NGAY_VAO", minute(visit.in()))
        .field("NGAY_RA", minute(visit.out()))
        .free("CHAN_DOAN_RV", Treatments.DIAGNOSES.get(visit.diagnosis()).name())
        .free("PP_DIEUTRI", "Điều trị nội khoa")
        .field("MA_TTDV", "7500000001")
        .field("NGAY_CT", day(visit.out().toLocalDate()))
        .close("CHI_TIEU_DU_LIEU_GIAY_RA_VIEN")
        .toString();
  }

  static String referral(VisitRow visit) {
    boolean newest = visit.hospital().dialect() == Dialect.QD3176;
    XmlText xml =
        new XmlText(visit.hospital().style())
            .open("CHI_TIEU_GIAYCHUYENTUYEN")
            .field("MA_LK", visit.key())
            .field("SO_CHUYENTUYEN", "CT" + visit.key())
            .field("MA_CSKCB", visit.hospital().code())
            .field(newest ? "MA_CSKCB_DI" : "MA_NOI_DI", visit.hospital().code())
            .field(newest ? "MA_CSKCB_DEN" : "MA_NOI_DEN", "75001")
            .free("HO_TEN", visit.person().name)
            .field("NGAY_VAO", minute(visit.in()))
            .field("NGAY_RA", minute(visit.out()))
            .free("CHAN_DOAN_RV", Treatments.DIAGNOSES.get(visit.diagnosis()).name())
            .field("MA_BENH_CHINH", Treatments.DIAGNOSES.get(visit.diagnosis()).code())
            .field("MA_LOAI_RV", 2)
            .field("MA_LYDO_CT", 1);
    return xml.close("CHI_TIEU_GIAYCHUYENTUYEN").toString();
  }

  static String appointment(VisitRow visit) {
    return new XmlText(visit.hospital().style())
        .open("CHI_TIEU_GIAYHEN_KHAMLAI")
        .field("MA_LK", visit.key())
        .field("SO_GIAYHEN_KL", "GH" + visit.key())
        .field("MA_CSKCB", visit.hospital().code())
        .free("HO_TEN", visit.person().name)
        .field("NGAY_VAO", minute(visit.in()))
        .field("NGAY_RA", minute(visit.out()))
        .field("NGAY_HEN_KL", day(visit.out().toLocalDate().plusDays(14)))
        .free("CHAN_DOAN_RV", Treatments.DIAGNOSES.get(visit.diagnosis()).name())
        .field("MA_DOITUONG_KCB", "1.5")
        .field("NGAY_CT", day(visit.out().toLocalDate()))
        .close("CHI_TIEU_GIAYHEN_KHAMLAI")
        .toString();
  }
}
