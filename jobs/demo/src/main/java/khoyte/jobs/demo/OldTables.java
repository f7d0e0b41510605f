package khoyte.jobs.demo;

import static khoyte.jobs.demo.VisitRow.minute;

/** Tables of a visit in the layout of QĐ 4210/QĐ-BYT. */
final class OldTables {

  private OldTables() {}

  static String summary(VisitRow visit) {
    Writing person = visit.person();
    Treatments.Diagnosis diagnosis = Treatments.DIAGNOSES.get(visit.diagnosis());
    Treatments.Bill bill = Treatments.bill(visit);
    XmlText xml =
        AnyTables.summary(visit)
            .field("NGAY_SINH", person.birthDigits())
            .field("GIOI_TINH", person.gender == 0 ? 3 : person.gender)
            .free("DIA_CHI", person.address)
            .field("MA_THE", person.cardText)
            .field("MA_DKBD", bill.insured() ? visit.hospital().code() : "")
            .field("GT_THE_TU", bill.insured() ? "20220101" : "")
            .field("GT_THE_DEN", bill.insured() ? "20221231" : "")
            .empty("MIEN_CUNG_CT")
            .free("TEN_BENH", diagnosis.name())
            .field("MA_BENH", diagnosis.code())
            .field("MA_BENHKHAC", Treatments.DIAGNOSES.get(visit.otherDiagnosis()).code())
            .field("MA_LYDO_VVIEN", 1)
            .empty("MA_NOI_CHUYEN")
            .field("MA_TAI_NAN", 0)
            .field("NGAY_VAO", minute(visit.in()))
            .field("NGAY_RA", minute(visit.out()))
            .field("SO_NGAY_DTRI", visit.stay())
            .field("KET_QUA_DTRI", 2)
            .field("TINH_TRANG_RV", 1)
            .field("NGAY_TTOAN", visit.settledText())
            .amount("T_THUOC", Treatments.drugTotal(visit))
            .amount("T_VTYT", 0)
            .amount("T_TONGCHI", bill.total())
            .amount("T_BNTT", 0)
            .amount("T_BNCCT", bill.total() - bill.insurer())
            .amount("T_BHTT", bill.insurer())
            .amount("T_NGUONKHAC", 0)
            .amount("T_NGOAIDS", 0)
            .field("NAM_QT", visit.out().getYear())
            .field("THANG_QT", visit.out().getMonthValue())
            .field("MA_LOAI_KCB", visit.inpatient() ? 3 : 1)
            .field("MA_KHOA", visit.inpatient() ? "K03" : "K01")
            .field("MA_CSKCB", visit.hospital().code())
            .empty("MA_KHUVUC", "MA_PTTT_QT", "CAN_NANG");
    return xml.close("TONG_HOP").toString();
  }

  static String drugs(VisitRow visit) {
    XmlText xml = new XmlText(visit.hospital().style()).open("DSACH_CHI_TIET_THUOC");
    for (int i = 0; i < visit.drugs(); i++) {
      Treatments.Line drug = Treatments.drug(visit, i);
      long quantity = Treatments.drugQuantity(i);
      AnyTables.drugLine(xml, visit, i)
          .free("LIEU_DUNG", "Ngày uống 2 lần, mỗi lần 1 viên")
          .field("SO_LUONG", quantity)
          .field("DON_GIA", drug.price())
          .field("TYLE_TT", 100)
          .amount("THANH_TIEN", quantity * drug.price())
          .field("MA_KHOA", "K01")
          .field("MA_BENH", Treatments.DIAGNOSES.get(visit.diagnosis()).code())
          .field("NGAY_YL", minute(visit.in()))
          .field("MA_PTTT", 1)
          .close("CHI_TIET_THUOC");
    }
    return xml.close("DSACH_CHI_TIET_THUOC").toString();
  }

  static String services(VisitRow visit) {
    XmlText xml = new XmlText(visit.hospital().style()).open("DSACH_CHI_TIET_DVKT");
    for (int i = 0; i < visit.services(); i++) {
      Treatments.Line service = Treatments.service(visit, i);
      AnyTables.serviceLine(xml, visit, i)
          .field("SO_LUONG", 1)
          .field("DON_GIA", service.price())
          .field("TYLE_TT", 100)
          .amount("THANH_TIEN", service.price())
          .field("MA_KHOA", "K01")
          .field("NGAY_YL", minute(visit.in()))
          .field("NGAY_KQ", minute(visit.in().plusHours(1)))
          .field("MA_PTTT", 1)
          .close("CHI_TIET_DVKT");
    }
    return xml.close("DSACH_CHI_TIET_DVKT").toString();
  }

  static String results(VisitRow visit) {
    XmlText xml = new XmlText(visit.hospital().style()).open("DSACH_CHI_TIET_CLS");
    AnyTables.resultLines(xml, visit);
    return xml.close("DSACH_CHI_TIET_CLS").toString();
  }
}
