package khoyte.jobs.step;

import static khoyte.jobs.step.OddFiles.deflate64;
import static khoyte.jobs.step.OddFiles.gzip;
import static khoyte.jobs.step.OddFiles.rows;
import static khoyte.jobs.step.OddFiles.utf8;
import static khoyte.jobs.step.OddFiles.workbook;
import static khoyte.jobs.step.OddFiles.wrongChecksum;
import static khoyte.jobs.step.OddFiles.zip;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;

/** A file of every habit that senders have, and of every harm that files come to, for one night. */
final class OddInbox {
  private static final String MARK = "\uFEFF";
  private static final String CTRL_Z = "\u001A";
  private static final String PAGE = "<html><body><table><tr><td>STT</td></tr></table></html>";
  private static final byte[] THUMBNAILS = {(byte) 0xD0, (byte) 0xCF, 0x11, (byte) 0xE0, 1, 2};

  private static final String AN = "Lê Văn An,01/02/1990,Nam,075090000011";
  private static final String BINH = "Trần Văn Bình,05/06/1960,Nam,075060000022";
  private static final String CUC = "Phạm Thị Cúc,03/03/1995,Nữ,075195000033";
  private static final String DUNG = "Ngô Thị Dung,04/04/1988,Nữ,075188000044";
  private static final String HOA = "Vũ Thị Hoa,05/05/1985,Nữ,075185000066";
  private static final String LAN = "Đỗ Thị Lan,06/06/1984,Nữ,075184000077";
  private static final String SAU = "Hồ Văn Sáu,07/07/1999,Nam,075099000088";
  private static final String TAM = "Bùi Thị Tám,08/08/1991,Nữ,075191000099";

  private final NightHome home;

  OddInbox(NightHome home) {
    this.home = home;
  }

  /** Sends all of them. */
  void send() {
    sendHealthRecords();
    sendVisits();
    sendCovidDoses();
    sendRoutineDoses();
    home.send(
        "population/population_20221231.csv",
        Senders.lines(
            "MA_HSSK,HO_TEN,NGAY_SINH,GIOI_TINH,SO_DINH_DANH,KET_QUA", "HS01," + AN + ",KHOP"));
    home.send("correction/ra-soat_26050_2022-12-31.xlsx", PAGE);
  }

  private static String record(String key, String person) {
    String[] of = person.split(",", -1);
    return String.join(",", key, of[3], "", of[0], of[1], of[2])
        + ",,,\"Ấp 1, Phường An Bình\",26050,731,75,TYT26050,01/03/2021,05/12/2022,1";
  }

  private void sendHealthRecords() {
    String heading = Senders.HEALTH_RECORD;
    home.send(
        "ehr/ehr_20221231_noi.csv",
        MARK
            + Senders.lines(heading, record("HS01", AN), record("HS02", BINH))
            + MARK
            + Senders.lines(heading, record("HS03", CUC), record("HS04", DUNG))
            + CTRL_Z);
    home.send(
        "ehr/ehr_20221231_giap.csv",
        Senders.lines(
            "sep=;",
            heading.replace(",", ";"),
            record("HS05", HOA).replace(",0", ",'0").replace(", P", " P").replace(",", ";"),
            record("HS07", SAU)
                .replaceAll("(?<=,)(075099000088|26050|731|75)(?=,)", "=\"$1\"")
                .replace(", P", " P")
                .replace(",", ";")));
    home.send(
        "ehr/ehr_20221231_trong.csv.gz",
        gzip(
            Senders.lines(heading, record("HS06", LAN)),
            Senders.lines(record("HS08", TAM)) + (",".repeat(15) + "\r\n").repeat(20_000)));
    byte[] whole = gzip(Senders.lines(heading, record("HS09", AN)));
    home.send("ehr/ehr_20221231_cat.csv.gz", Arrays.copyOf(whole, whole.length - 9));
  }

  private static String summary(String key, String person) {
    return summary(key, person, person.split(",", -1)[0]);
  }

  private static String summary(String key, String person, String name) {
    String[] of = person.split(",", -1);
    String birth = of[1].substring(6) + of[1].substring(3, 5) + of[1].substring(0, 2) + "0000";
    return Senders.summary(
        "MA_LK",
        key,
        "HO_TEN",
        name,
        "NGAY_SINH",
        birth,
        "GIOI_TINH",
        of[2].equals("Nam") ? "1" : "2",
        "SO_CCCD",
        of[3],
        "NGAY_VAO",
        "202212291030",
        "NGAY_RA",
        "202212291100",
        "MA_LOAI_KCB",
        "01",
        "MA_CSKCB",
        "75001");
  }

  private static String hoso(String... tables) {
    StringBuilder hoso = new StringBuilder("<HOSO>\n");
    for (int i = 0; i < tables.length; i += 2) {
      String content =
          Base64.getEncoder().encodeToString(tables[i + 1].getBytes(StandardCharsets.UTF_8));
      hoso.append("<FILEHOSO><LOAIHOSO>").append(tables[i]).append("</LOAIHOSO><NOIDUNGFILE>");
      hoso.append(content).append("</NOIDUNGFILE></FILEHOSO>\n");
    }
    return hoso + "</HOSO>\n";
  }

  private void sendVisits() {
    String binh = summary("LK-2", BINH, "&lt;![CDATA[Trần Văn Bình]]&gt;");
    String services =
        "<DSACH_CHI_TIET_DVKT><CHI_TIET_DVKT><MA_LK>LK-3</MA_LK><TEN_DICH_VU>Na < 135"
            + "</TEN_DICH_VU></CHI_TIET_DVKT></DSACH_CHI_TIET_DVKT>";
    String an = hoso("XML1", "\n<?xml version=\"1.0\"?>" + summary("LK-1", AN));
    home.send(
        "his/75001/75001_20221231_001.xml",
        Senders.extract(
                "75001",
                "20221231",
                an,
                hoso("XML1", binh),
                hoso("XML1", summary("LK-3", CUC), "XML3", services),
                hoso("XML1", summary("LK-4", CUC), "XML1", summary("LK-9", DUNG)),
                hoso("XML1", summary("LK-5", DUNG), "XML1", summary("LK-5", DUNG)))
            .replace("encoding=\"utf-8\"", "encoding=\"utf-16\""));
    String hoa = Senders.extract("75001", "20221231", hoso("XML1", summary("LK-6", HOA)));
    String lan = Senders.extract("75001", "20221231", hoso("XML1", summary("LK-7", LAN)));
    home.send(
        "his/75001/75001_20221231_002.zip",
        zip(
            "Tháng 12 é/",
            new byte[0],
            "Tháng 12 é/1.xml",
            utf8(hoa),
            "Tháng 12 é/Thumbs.db",
            THUMBNAILS,
            "Tháng 12 é/2.xml",
            utf8(lan),
            "desktop.ini",
            THUMBNAILS,
            "__MACOSX/._1.xml",
            THUMBNAILS));
    home.send("his/75001/75001_20221231_003.xml", hoa.substring(0, hoa.length() * 2 / 3));
    home.send("his/75001/75001_20221231_004.zip", deflate64(zip("1.xml", utf8(hoa))));
  }

  private static String[] dose(String key, String person, String day, String... commune) {
    String[] of = person.split(",", -1);
    String code = commune.length == 0 ? "26050" : commune[0];
    return new String[] {
      "1",
      key,
      of[0],
      of[1],
      of[2],
      of[3],
      "",
      "",
      "75",
      "731",
      code,
      "",
      "Pfizer",
      "1",
      day,
      "L1",
      "TYT",
      "03/12/2021"
    };
  }

  private void sendCovidDoses() {
    String[] headings = Senders.COVID_DOSE.split(",", -1);
    String[] second = dose("M2", AN, "<c s=\"1\"><v>44531</v></c>");
    second[13] = "2";
    for (int covered : List.of(2, 3, 4, 5, 8, 9, 10)) {
      second[covered] = "";
    }
    StringBuilder merged = new StringBuilder();
    for (char column : "CDEFIJK".toCharArray()) {
      merged.append("<mergeCell ref=\"%c3:%1$c4\"/>".formatted(column));
    }
    String first =
        "<sheetData>"
            + rows(1, new String[] {"DANH SÁCH TIÊM CHỦNG"})
            + rows(2, headings, dose("M1", AN, "<c s=\"1\"><v>44440</v></c>"), second)
            + "</sheetData><mergeCells>"
            + merged
            + "</mergeCells>";
    String[] third =
        dose("<c t=\"str\"><f>\"M\"&amp;3</f><v>M3</v></c>", CUC, "<c t=\"s\"><v>0</v></c>");
    third[5] = "<c><v>7.5195000033E10</v></c>";
    byte[] book =
        workbook(
            "<si><t>01/09/2021_x000D_</t></si>",
            first,
            "<sheetData>" + rows(1, headings, third) + "</sheetData>");
    home.send("covid-vaccination/covid_20221231_a.xlsx", book);
    home.send("covid-vaccination/covid_20221231_b.xlsx", PAGE);
    home.send("covid-vaccination/covid_20221231_c.xlsx", wrongChecksum(book));
    String list =
        Senders.lines(
            Senders.COVID_DOSE,
            String.join(",", dose("M5", HOA, "01/09/2021", "2605")),
            String.join(",", dose("M6", LAN, "01/09/2021", "26053")));
    home.send("covid-vaccination/covid_20221231_d.csv", list);
    home.send(
        "covid-vaccination/covid_20221231_e.zip",
        zip("a.csv", utf8(list.replace("M5", "M7").replace("M6", "M8")), "ghi-chu.txt", utf8("x")));
  }

  private void sendRoutineDoses() {
    String heading =
        "MA_DOI_TUONG,SO_DINH_DANH,HO_TEN,NGAY_SINH,GIOI_TINH,HO_TEN_ME,DIEN_THOAI,MA_THE_BHYT,"
            + "MA_XA,MA_HUYEN,MA_TINH,DIA_CHI,MA_VACXIN,TEN_VACXIN,SO_MUI,NGAY_TIEM,SO_LO,"
            + "CO_SO_TIEM,NGAY_CAP_NHAT";
    String rest = ",,,,26050,731,75,,BCG,BCG,1,01/02/2021,L1,TYT,02/02/2021";
    home.send(
        "immunization/tcmr_20221231.csv",
        Senders.lines(
            heading,
            "D1,０７５１８８００００４４\u00A0,Ngô\u00A0Thị Dung,04/04/1988,Nữ" + rest,
            "D2,075184000077,Đỗ Thị Lan,06/06/1984,Nữ" + rest + MARK + heading,
            "D3,075191000099,Bùi Thị Tám,08/08/1991,Nữ" + rest));
  }
}
