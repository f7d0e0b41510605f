package khoyte.jobs.demo;

import static khoyte.jobs.demo.VisitRow.minute;

/** What the tables of a visit have in common in the layouts of all decisions. */
final class AnyTables {

  private AnyTables() {}

  /** XML1, from its beginning to the patient's name. */
  static XmlText summary(VisitRow visit) {
    return new XmlText(visit.hospital().style())
        .open("TONG_HOP")
        .field("MA_LK", visit.key())
        .field("STT", 1)
        .field("MA_BN", "BN" + visit.key())
        .free("HO_TEN", visit.person().name);
  }

  /** A line of XML2, from its beginning to the unit of the drug. */
  static XmlText drugLine(XmlText xml, VisitRow visit, int number) {
    Treatments.Line drug = Treatments.drug(visit, number);
    return xml.open("CHI_TIET_THUOC")
        .field("MA_LK", visit.key())
        .field("STT", number + 1)
        .field("MA_THUOC", drug.code())
        .field("MA_NHOM", 4)
        .free("TEN_THUOC", drug.name())
        .free("DON_VI_TINH", drug.unit());
  }

  /** A line of XML3, from its beginning to the unit of the service. */
  static XmlText serviceLine(XmlText xml, VisitRow visit, int number) {
    Treatments.Line service = Treatments.service(visit, number);
    return xml.open("CHI_TIET_DVKT")
        .field("MA_LK", visit.key())
        .field("STT", number + 1)
        .field("MA_DICH_VU", service.code())
        .field("MA_NHOM", 1)
        .free("TEN_DICH_VU", service.name())
        .free("DON_VI_TINH", service.unit());
  }

  /** All lines of XML4. */
  static void resultLines(XmlText xml, VisitRow visit) {
    for (int i = 0; i < visit.results(); i++) {
      xml.open("CHI_TIET_CLS")
          .field("MA_LK", visit.key())
          .field("STT", i + 1)
          .field("MA_DICH_VU", Treatments.service(visit, i).code())
          .field("MA_CHI_SO", "CS" + (i + 1))
          .free("TEN_CHI_SO", "Đường huyết lúc đói")
          .field("GIA_TRI", "5." + (i + 1))
          .free("KET_LUAN", "Trong giới hạn bình thường")
          .field("NGAY_KQ", minute(visit.in().plusHours(1)))
          .close("CHI_TIET_CLS");
    }
  }
}
