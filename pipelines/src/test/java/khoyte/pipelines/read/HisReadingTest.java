package khoyte.pipelines.read;

import static khoyte.pipelines.read.HisFile.file;
import static khoyte.pipelines.read.Landed.gzip;
import static khoyte.pipelines.read.Landed.zip;
import static khoyte.pipelines.read.source.SourceKind.HIS_XML;
import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;

class HisReadingTest {
  private static final String VISITS = "encounter_version";
  private static final String MINIMAL =
      "<TONG_HOP><MA_LK>L1</MA_LK><HO_TEN>Lê An</HO_TEN></TONG_HOP>";

  @Test
  void aVisitOf4210IsReadByItsOwnNames() {
    var file =
        new HisFile()
            .visit(
                "XML1",
                """
                <?xml version="1.0" encoding="utf-16"?>
                <TONG_HOP><MA_LK>LK1</MA_LK><STT>1</STT><MA_BN>BN1</MA_BN>
                <HO_TEN><![CDATA[NGUYỄN  VĂN HOÀ]]></HO_TEN><NGAY_SINH>196000000000</NGAY_SINH>
                <GIOI_TINH>1</GIOI_TINH><DIA_CHI>Ấp 1, X. Bắc Sơn, H. Trảng Bom, Đồng Nai</DIA_CHI>
                <MA_THE>DN4757512345678;HC4757512345679</MA_THE><MA_BENH>J00</MA_BENH>
                <MA_BENHKHAC>I10;E11</MA_BENHKHAC><NGAY_VAO>202212290830</NGAY_VAO>
                <NGAY_RA>202212301000</NGAY_RA><NGAY_TTOAN>202212301030</NGAY_TTOAN>
                <KET_QUA_DTRI>1</KET_QUA_DTRI><TINH_TRANG_RV>1</TINH_TRANG_RV>
                <T_TONGCHI>1250000.5</T_TONGCHI><T_BHTT>1000000</T_BHTT><MA_LOAI_KCB>3</MA_LOAI_KCB>
                <SO_NGAY_DTRI>2</SO_NGAY_DTRI><MA_CSKCB>75002</MA_CSKCB></TONG_HOP>""",
                "XML2",
                """
                <DSACH_CHI_TIET_THUOC><CHI_TIET_THUOC><MA_LK>LK1</MA_LK><STT>1</STT>
                <TEN_THUOC>Paracetamol &amp; C</TEN_THUOC><SO_LUONG>10.5</SO_LUONG><DON_GIA>x</DON_GIA>
                <THANH_TIEN>5000</THANH_TIEN><TYLE_TT>100</TYLE_TT><NGAY_YL>202212290900</NGAY_YL>
                </CHI_TIET_THUOC><CHI_TIET_THUOC><STT>2</STT></CHI_TIET_THUOC></DSACH_CHI_TIET_THUOC>""",
                "XML5",
                "<a/>");

    Landed landed = Landed.read(HIS_XML, "x.xml", file.bytes());

    Object[] visit = landed.rows.get(VISITS).get(0);
    assertThat(Arrays.copyOf(visit, visit.length - 2))
        .containsExactly(
            7L,
            1,
            4,
            LocalDate.of(2022, 12, 31),
            LocalDateTime.of(2022, 12, 30, 10, 30),
            false,
            "75002",
            "LK1",
            "BN1",
            "NGUYỄN  VĂN HOÀ",
            "196000000000",
            "1",
            null,
            "DN4757512345678;HC4757512345679",
            "Ấp 1, X. Bắc Sơn, H. Trảng Bom, Đồng Nai",
            null,
            null,
            null,
            null,
            "J00",
            "I10;E11",
            "202212290830",
            "202212301000",
            "202212301030",
            "1",
            "1",
            "1250000.5",
            "1000000",
            "3",
            null,
            "2",
            null,
            null,
            "nguyễn văn hòa",
            "nguyen van hoa",
            null,
            1960,
            1,
            List.of("7512345678", "7512345679"),
            null,
            "26269",
            LocalDateTime.of(2022, 12, 29, 8, 30),
            LocalDateTime.of(2022, 12, 30, 10, 0),
            new BigDecimal("1250000.5000"),
            new BigDecimal("1000000.0000"),
            "03",
            2,
            "4210");
    assertThat(
            landed.drawn(
                "drug_version",
                "record_number",
                "row_number",
                "facility_code",
                "ten_thuoc",
                "so_luong",
                "don_gia",
                "thanh_tien_bv",
                "tyle_tt_bh",
                "ngay_yl",
                "unreadable"))
        .containsExactly(
            "1|1|75002|Paracetamol & C|10.5000||5000.0000|100.0000|2022-12-29T09:00|DON_GIA=x",
            "1|2|75002|||||||");
    assertThat(landed.outcome.announced()).isEqualTo(1);
    assertThat(landed.outcome.fileDate()).isEqualTo(LocalDate.of(2022, 12, 31));
  }

  @Test
  void theDialectIsToldByTheFields() {
    var file =
        new HisFile()
            .visit("XML1", "<TONG_HOP><MA_LK>1</MA_LK><MA_THE>x</MA_THE></TONG_HOP>")
            .visit("XML1", "<TONG_HOP><MA_LK>2</MA_LK><MA_THE_BHYT>x</MA_THE_BHYT></TONG_HOP>")
            .visit("XML1", "<TONG_HOP><MA_LK>3</MA_LK><NHOM_MAU/><SO_CCCD/></TONG_HOP>")
            .visit(
                "XML1",
                "<TONG_HOP><MA_LK>4</MA_LK><NHOM_MAU/></TONG_HOP>",
                "XML13",
                "<CHI_TIEU_GIAYCHUYENTUYEN><MA_LK>4</MA_LK><MA_CSKCB_DI>75001</MA_CSKCB_DI><HO_TEN>Lê"
                    + " An</HO_TEN></CHI_TIEU_GIAYCHUYENTUYEN>");

    Landed landed = Landed.read(HIS_XML, "x.xml", file.bytes());

    assertThat(landed.drawn(VISITS, "ma_lk", "dialect"))
        .containsExactly("1|4210", "2|130", "3|4750", "4|3176");
    assertThat(landed.drawn("referral_version", "record_number", "ma_cskcb_di", "ho_ten"))
        .containsExactly("4|75001|Lê An");
  }

  @Test
  void everyKeptTableIsStagedWithListsAtDepthZeroOrOne() {
    var file =
        new HisFile()
            .visit(
                "XML1",
                MINIMAL,
                "XML3",
                "<CHITIEU_CHITIET_DVKT_VTYT><DSACH_CHI_TIET_DVKT><CHI_TIET_DVKT><TEN_DICH_VU>Khám"
                    + "</TEN_DICH_VU><DON_GIA>30000</DON_GIA></CHI_TIET_DVKT></DSACH_CHI_TIET_DVKT>"
                    + "</CHITIEU_CHITIET_DVKT_VTYT>",
                "XML4",
                "<DSACH_CHI_TIET_CLS><CHI_TIET_CLS><GIA_TRI>5,1</GIA_TRI></CHI_TIET_CLS>"
                    + "</DSACH_CHI_TIET_CLS>",
                "XML7",
                "<CHI_TIEU_DU_LIEU_GIAY_RA_VIEN><NGAY_CT>20221230</NGAY_CT><NGAY_RA>20221330</NGAY_RA>"
                    + "</CHI_TIEU_DU_LIEU_GIAY_RA_VIEN>",
                "XML14",
                "<CHI_TIEU_GIAYHEN_KHAMLAI><NGAY_HEN_KL>202301150000</NGAY_HEN_KL>"
                    + "</CHI_TIEU_GIAYHEN_KHAMLAI>");

    Landed landed = Landed.read(HIS_XML, "x.xml", file.bytes());

    assertThat(landed.drawn("service_version", "ten_dich_vu", "don_gia_bv"))
        .containsExactly("Khám|30000.0000");
    assertThat(landed.drawn("result_version", "gia_tri")).containsExactly("5,1");
    assertThat(landed.drawn("discharge_version", "ngay_ct", "ngay_ra", "unreadable"))
        .containsExactly("2022-12-30||NGAY_RA=20221330");
    assertThat(landed.drawn("appointment_version", "ngay_hen_kl"))
        .containsExactly("2023-01-15T00:00");
    assertThat(landed.counts()).isEqualTo("1 = 1 + 0");
  }

  @Test
  void theContentMayBeBase64WithSpacesOrMarkupOrElements() {
    var file = new HisFile();
    String base64 = file.base64(MINIMAL);
    String spaced = "\n  " + base64.substring(0, 10) + "\r\n\t" + base64.substring(10) + "\n";
    file.raw("<HOSO>" + file("XML1", spaced) + "</HOSO>")
        .raw("<HOSO>" + file("XML1", "<![CDATA[" + base64 + "]]>") + "</HOSO>")
        .raw("<HOSO>" + file("XML1", MINIMAL) + "</HOSO>")
        .raw("<HOSO>" + file("XML1", "<![CDATA[" + MINIMAL + "]]>") + "</HOSO>")
        .raw("<HOSO>" + file("xml1", MINIMAL.replace("<", "&lt;")) + "</HOSO>");

    Landed landed = Landed.read(HIS_XML, "x.xml", file.bytes());

    assertThat(landed.drawn(VISITS, "facility_code", "ma_lk", "name"))
        .hasSize(5)
        .containsOnly("75001|L1|lê an");
  }

  @Test
  void oneUnreadableVisitDoesNotStopTheFile() {
    var file =
        new HisFile()
            .raw("<HOSO>" + file("XML1", "%%%garbage%%%") + "</HOSO>\n")
            .visit("XML1", "<TONG_HOP><MA_LK>1</MA_LK>")
            .visit("XML2", "<DSACH_CHI_TIET_THUOC/>")
            .visit("XML1", "<TONG_HOP><HO_TEN>Lê An</HO_TEN></TONG_HOP>")
            .visit("XML1", MINIMAL, "XML2", "no xml")
            .visit("XML1", MINIMAL);

    Landed landed = Landed.read(HIS_XML, "x.xml", file.bytes());

    assertThat(landed.quarantine)
        .containsExactly(
            "4|XML1|MA_LK ?: nội dung bảng XML1 không phải base64",
            "6|XML1|MA_LK 1: XML của bảng XML1 không đọc được",
            "9|XML1|MA_LK ?: hồ sơ không có bảng tổng hợp XML1",
            "12|MA_LK|thiếu mã bản ghi",
            "15|XML2|MA_LK L1: XML của bảng XML2 không đọc được");
    assertThat(landed.drawn(VISITS, "record_number", "line", "ma_lk")).containsExactly("6|19|L1");
    assertThat(landed.counts()).isEqualTo("6 = 1 + 5");
  }

  @Test
  void aRepeatIsAVersionAndObjectEightWithdraws() {
    String withdrawal =
        "<TONG_HOP><MA_LK>L1</MA_LK><MA_DOITUONG_KCB>8</MA_DOITUONG_KCB></TONG_HOP>";
    Landed landed =
        Landed.read(
            HIS_XML,
            "x.zip",
            zip(
                "x.xml",
                gzip(new HisFile().visit("XML1", MINIMAL).visit("XML1", withdrawal).bytes())));

    assertThat(landed.drawn(VISITS, "ma_lk", "withdrawn")).containsExactly("L1|false", "L1|true");
    assertThat(landed.outcome.announced()).isEqualTo(2);
  }

  @Test
  void tablesDigestDependsOnTheTablesAlone() {
    String drug =
        "<DSACH_CHI_TIET_THUOC><CHI_TIET_THUOC><STT>%s</STT></CHI_TIET_THUOC></DSACH_CHI_TIET_THUOC>";
    Landed landed =
        Landed.read(
            HIS_XML,
            "x.xml",
            new HisFile()
                .visit("XML1", MINIMAL)
                .visit("XML1", MINIMAL, "XML2", drug.formatted(1))
                .visit("XML2", drug.formatted(" 1.0 "), "XML1", MINIMAL)
                .visit("XML1", MINIMAL, "XML2", drug.formatted(2))
                .bytes());

    List<String> digests = landed.drawn(VISITS, "tables_digest");
    assertThat(digests.get(0)).isEmpty();
    assertThat(digests.get(1)).hasSize(64).isEqualTo(digests.get(2)).isNotEqualTo(digests.get(3));
  }

  @Test
  void theMakingDateMayStandBehindTheVisits() {
    String text =
        new HisFile()
            .visit("XML1", MINIMAL)
            .text()
            .replace("<NGAYLAP>20221231</NGAYLAP>", "")
            .replace("</DANHSACHHOSO>", "</DANHSACHHOSO><NGAYLAP>20221115</NGAYLAP>");

    Landed landed = Landed.read(HIS_XML, "x.xml", Landed.utf8(text));

    assertThat(landed.drawn(VISITS, "file_date")).containsExactly("2022-11-15");
  }

  @Test
  void filesThatAreNotWholeAreRefused() {
    byte[] whole = new HisFile().visit("XML1", MINIMAL).visit("XML1", MINIMAL).bytes();
    refused(
        Arrays.copyOf(whole, whole.length - 90),
        "Không thể nhận tệp x.csv: tệp bị cắt cụt tại dòng 8. Đề nghị đơn vị gửi lại.");
    refused(
        Arrays.copyOf(gzip(whole), gzip(whole).length - 12),
        "Không thể nhận tệp x.csv: tệp bị cắt cụt tại dòng 10. Đề nghị đơn vị gửi lại.");
    var lying = new HisFile().visit("XML1", MINIMAL);
    lying.count = "5000";
    refused(
        lying.bytes(),
        "Không thể nhận tệp x.csv: công bố 5.000 hồ sơ, đọc được 1. Đề nghị đơn vị gửi lại.");
    refused(
        Landed.utf8(new HisFile().visit("XML1", MINIMAL).text().replace("<HOSO>", "<HOSO></b>")),
        "Không thể nhận tệp x.csv: XML sai cú pháp tại dòng 4. Đề nghị đơn vị gửi lại.");
    refused(
        Landed.utf8("<html/>"),
        "Không thể nhận tệp x.csv: không đúng loại tệp của nguồn này. Đề nghị gửi lại đúng mẫu.");
    var elsewhere = new HisFile().visit("XML1", MINIMAL);
    elsewhere.facility = "79001";
    refused(
        elsewhere.bytes(), "Không thể nhận tệp x.csv: mã cơ sở 79001 không thuộc tỉnh Đồng Nai.");
  }

  @Test
  void documentTypesAreRefusedOutsideAndInside() {
    var outside = new HisFile().visit("XML1", MINIMAL);
    outside.head = "<!DOCTYPE a [<!ENTITY x SYSTEM \"file:///etc/passwd\">]>";
    refused(outside.bytes(), "Không thể nhận tệp x.csv: nội dung không an toàn (DOCTYPE).");
    refused(
        new HisFile()
            .visit("XML1", "<!DOCTYPE a [<!ENTITY x \"lol\">]>" + MINIMAL.replace("Lê", "&x;"))
            .bytes(),
        "Không thể nhận tệp x.csv: nội dung không an toàn (DOCTYPE).");
  }

  @Test
  void textInOldFontsIsConverted() {
    String mojibake =
        "<TONG_HOP><MA_LK>L1</MA_LK><HO_TEN>NguyÔn V¨n Hoµ</HO_TEN><DIA_CHI>x· B¾c S¬n, huyÖn Tr¶ng"
            + " Bom</DIA_CHI></TONG_HOP>";
    for (HisFile file :
        List.of(new HisFile(), new HisFile(java.nio.charset.Charset.forName("windows-1252")))) {
      Landed landed = Landed.read(HIS_XML, "x.xml", file.visit("XML1", mojibake).bytes());

      assertThat(landed.drawn(VISITS, "name_text", "address_text", "commune"))
          .containsExactly("Nguyễn Văn Hoà|xã Bắc Sơn, huyện Trảng Bom|26269");
      assertThat(landed.warnings())
          .containsExactly(
              "Tệp x.xml: cột “HO_TEN” dùng bảng mã TCVN3 (ABC), đã chuyển sang Unicode.");
    }
  }

  @Test
  void anExtractInOneByteEncodingThatNobodyKnowsIsRefused() {
    String text = new HisFile().raw("<HOSO>" + file("XML1", MINIMAL) + "</HOSO>").text();

    refused(
        text.getBytes(StandardCharsets.ISO_8859_1),
        "Không thể nhận tệp x.csv: không nhận ra bảng mã chữ. Đề nghị gửi lại dạng UTF-8.");
  }

  private static void refused(byte[] bytes, String vietnamese) {
    assertThat(
            org.assertj.core.api.Assertions.catchThrowableOfType(
                khoyte.warehouse.KhoyteException.class, () -> Landed.read(HIS_XML, "x.csv", bytes)))
        .extracting(e -> e.text(khoyte.warehouse.Messages.VIETNAMESE))
        .isEqualTo(vietnamese);
  }
}
