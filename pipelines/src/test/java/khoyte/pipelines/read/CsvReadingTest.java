package khoyte.pipelines.read;

import static khoyte.pipelines.read.Landed.gzip;
import static khoyte.pipelines.read.Landed.utf8;
import static khoyte.pipelines.read.Landed.zip;
import static khoyte.pipelines.read.source.SourceKind.EHR;
import static khoyte.pipelines.read.source.SourceKind.POPULATION;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Map;
import khoyte.pipelines.read.source.ColumnMap;
import khoyte.pipelines.read.source.SourceKind;
import khoyte.warehouse.Fault;
import khoyte.warehouse.KhoyteException;
import khoyte.warehouse.Messages;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class CsvReadingTest {
  private static final String HEADING = "MA_HSSK,HO_TEN,NGAY_SINH,GIOI_TINH,SO_DINH_DANH,KET_QUA\n";
  private static final String TABLE = "population_answer_version";

  @Test
  void aRowIsStagedWithItsTextsAndItsNormalForms() {
    Landed landed =
        Landed.read(
            EHR,
            """
            MA_HSSK,SO_DINH_DANH,SO_CMND,HO_TEN,NGAY_SINH,GIOI_TINH,SO_BHXH,DIEN_THOAI,DIA_CHI,MA_XA,MA_HUYEN,MA_TINH,MA_TRAM,NGAY_LAP,NGAY_CAP_NHAT,TRANG_THAI
            HS1,075080000001,271234567,Nguyễn  Văn Hoà,02/01/1980,Nam,7501234567,0912345678,"Tổ 1, P. An Bình",26050,731,75,26050,01/02/2020,05/10/2022 14:30:00,1
            HS1,,,,,,,,,,,,,,06/10/2022,0
            HS2,,,,1980,nữ,,,,,,,,,01/01/2023,9
            """);

    Object[] row = landed.rows.get("health_record_version").get(0);
    assertThat(Arrays.copyOf(row, row.length - 1))
        .containsExactly(
            7L,
            1,
            2,
            java.time.LocalDate.of(2022, 12, 31),
            java.time.LocalDateTime.of(2022, 10, 5, 14, 30),
            false,
            "HS1",
            "075080000001",
            "271234567",
            "Nguyễn  Văn Hoà",
            "02/01/1980",
            "Nam",
            "7501234567",
            "0912345678",
            "Tổ 1, P. An Bình",
            "26050",
            "731",
            "75",
            "26050",
            "01/02/2020",
            "05/10/2022 14:30:00",
            "1",
            "075080000001",
            "271234567",
            "nguyễn văn hòa",
            "nguyen van hoa",
            java.time.LocalDate.of(1980, 1, 2),
            1980,
            1,
            java.util.List.of("7501234567"),
            "0912345678",
            "26050",
            java.time.LocalDate.of(2020, 2, 1),
            1);
    assertThat(
            landed.drawn(
                "health_record_version",
                "ma_hssk",
                "updated_at",
                "withdrawn",
                "birth_date",
                "birth_year",
                "gender",
                "state"))
        .containsExactly(
            "HS1|2022-10-05T14:30|false|1980-01-02|1980|1|1",
            "HS1|2022-10-06T00:00|true||||0",
            "HS2||false||1980|2|");
    assertThat(landed.counts()).isEqualTo("3 = 3 + 0");
  }

  @ParameterizedTest
  @ValueSource(strings = {",", ";", "\t"})
  void separatorIsRecognised(String separator) {
    String text = HEADING + "HS1,Trần Thị Mai,05/05/1990,Nữ,075190000001,KHOP\r\n";

    Landed landed = Landed.read(POPULATION, text.replace(",", separator));

    assertThat(landed.drawn(TABLE, "ma_hssk", "name", "gender", "citizen_id", "answer"))
        .containsExactly("HS1|trần thị mai|2|075190000001|KHOP");
  }

  @Test
  void containersAndByteOrderMarkMakeNoDifference() {
    byte[] plain = utf8("\uFEFF" + HEADING + "HS1,A,1980,Nam,,KHOP\n\nHS2,B,1981,Nam,,KHONG_KHOP");
    byte[][] files = {
      plain,
      gzip(plain),
      zip("a.csv", plain),
      zip("a.csv.gz", gzip(plain), "__MACOSX/a.csv", new byte[1])
    };
    for (byte[] file : files) {
      assertThat(
              Landed.read(POPULATION, "whatever.bin", file)
                  .drawn(TABLE, "line", "ma_hssk", "answer"))
          .containsExactly("2|HS1|KHOP", "4|HS2|KHONG_KHOP");
    }
  }

  @Test
  void entriesOfAZipAreOneFileInNameOrder() {
    byte[] file =
        zip(
            "b.csv", utf8(HEADING + "HS2,B,1981,Nam,,KHOP\n"),
            "a.csv", utf8(HEADING.replace(',', ';') + "HS1;A;1980;Nam;;KHOP\n"));

    Landed landed = Landed.read(POPULATION, "x.zip", file);

    assertThat(landed.drawn(TABLE, "record_number", "line", "ma_hssk"))
        .containsExactly("1|2|HS1", "2|2|HS2");
  }

  @Test
  void aBrokenQuoteLosesOnlyItsLine() {
    Landed landed =
        Landed.read(
            POPULATION,
            HEADING
                + "HS1,\"Trần \"\"Mai\"\"\nThị\",05/05/1990,Nữ,,KHOP\n"
                + "HS2,\"Lê An,05/05/1990,Nữ,,KHOP\n"
                + "HS3,\"Lê\" An,05/05/1990,Nữ,,KHOP\n"
                + "HS4,Lê \"An\",05/05/1990,Nữ,,KHOP\n"
                + "HS5,\"Lê, An\",05/05/1990,Nữ,,\"KHOP\"\n"
                + "HS6,Lê An,05/05/1990,Nữ,,\"KHOP\n"
                + "HS7,Lê An,05/05/1990,Nữ,,KHOP\n");

    assertThat(landed.drawn(TABLE, "line", "ma_hssk", "name_text"))
        .containsExactly(
            "2|HS1|Trần \"Mai\"\nThị", "6|HS4|Lê \"An\"", "7|HS5|Lê, An", "9|HS7|Lê An");
    assertThat(landed.quarantine)
        .containsExactly(
            "4||dấu ngoặc kép không đóng đúng chỗ",
            "5||dấu ngoặc kép không đóng đúng chỗ",
            "8||dấu ngoặc kép không đóng đúng chỗ");
    assertThat(landed.counts()).isEqualTo("7 = 4 + 3");
  }

  @Test
  void aRowThatCannotBeReadOrHasNoKeyIsKeptBack() {
    Landed landed =
        Landed.read(
            POPULATION,
            HEADING
                + "HS1,A\u0000,1980,Nam,,KHOP\n"
                + "HS2,A,1980,Nam,KHOP\n"
                + "HS3;A;1980;Nam;;KHOP\n"
                + " ,A,1980,Nam,,KHOP\n"
                + "HS5,A\rB,1980,Nam,,KHOP\n"
                + "HS6,A\tB,30/02/2022,Nam,x,y\n");

    assertThat(landed.quarantine)
        .containsExactly(
            "2||có ký tự điều khiển không đọc được",
            "3||tiêu đề có 6 cột, dòng có 5",
            "4||tiêu đề có 6 cột, dòng có 1",
            "5|MA_HSSK|thiếu mã bản ghi",
            "6||có ký tự điều khiển không đọc được");
    assertThat(landed.drawn(TABLE, "ma_hssk", "birth_date_text", "birth_date", "id_text", "answer"))
        .containsExactly("HS6|30/02/2022||x|");
  }

  @Test
  void headingsAreComparedInTheirNormalForms() {
    Landed landed =
        Landed.read(
            POPULATION,
            "x.csv",
            utf8(
                "mã hssk;Họ  tên;ngay_sinh;GIỚI TÍNH;CCCD;Kết quả\nHS1;A;1980;Nam;075080000001;KHOP\n"),
            new ColumnMap(Map.of("cccd", "SO_DINH_DANH")));

    assertThat(landed.drawn(TABLE, "ma_hssk", "id_text", "answer"))
        .containsExactly("HS1|075080000001|KHOP");
  }

  @Test
  void anExtraColumnIsLeftOutAndToldOnce() {
    Landed landed =
        Landed.read(
            POPULATION, "GHI_CHU," + HEADING + "x,HS1,A,1980,Nam,,KHOP\ny,HS2,A,1980,Nam,,KHOP\n");

    assertThat(landed.warnings())
        .containsExactly("Tệp x.csv: cột “GHI_CHU” không dùng, đã bỏ qua.");
    assertThat(landed.drawn(TABLE, "ma_hssk")).containsExactly("HS1", "HS2");
  }

  @Test
  void aHeadingAloneIsAFileWithoutRecords() {
    assertThat(Landed.read(POPULATION, HEADING).counts()).isEqualTo("0 = 0 + 0");
  }

  @Test
  void aFileWithoutARequiredColumnIsRefused() {
    assertRefused(
        POPULATION,
        utf8("MA_HSSK,HO_TEN,GIOI_TINH,SO_DINH_DANH,KET_QUA\nHS1,A,Nam,,KHOP\n"),
        "Không thể nhận tệp x.csv: thiếu cột “NGAY_SINH”. Kiểm tra tiêu đề cột hoặc conf/sources.yml.",
        "Cannot accept file x.csv: column “NGAY_SINH” is missing. Check the headings or"
            + " conf/sources.yml.");
  }

  @Test
  void filesThatCannotBeReadToTheirEndAreRefused() {
    byte[] packed = gzip(utf8(HEADING + "HS1,A,1980,Nam,,KHOP\n".repeat(3)));
    assertRefused(
        POPULATION,
        Arrays.copyOf(packed, packed.length - 4),
        "Không thể nhận tệp x.csv: tệp bị cắt cụt tại dòng 5. Đề nghị đơn vị gửi lại.",
        "Cannot accept file x.csv: it is cut off at line 5. Ask the sender for the file again.");
    assertRefused(
        POPULATION,
        new byte[0],
        "Không thể nhận tệp x.csv: tệp không có nội dung. Đề nghị đơn vị gửi lại.",
        "Cannot accept file x.csv: it is empty. Ask the sender for the file again.");
    byte[] zip = zip("a.csv", utf8(HEADING));
    assertRefused(
        POPULATION,
        Arrays.copyOf(zip, zip.length - 30),
        "Không thể nhận tệp x.csv: tệp nén hoặc bảng tính bị hỏng. Đề nghị đơn vị gửi lại.",
        "Cannot accept file x.csv: the archive or workbook is damaged. Ask the sender for the file"
            + " again.");
    assertRefused(
        POPULATION,
        "%PDF-1.7".getBytes(StandardCharsets.UTF_8),
        "Không thể nhận tệp x.csv: không đúng loại tệp của nguồn này. Đề nghị gửi lại đúng mẫu.",
        "Cannot accept file x.csv: it is not of the kind this source sends. Ask the sender for the"
            + " right form.");
  }

  @Test
  void archivesThatWantToHarmAreRefused() {
    assertRefused(
        POPULATION,
        zip("../a.csv", utf8(HEADING)),
        "Không thể nhận tệp x.csv: nội dung không an toàn (../).",
        "Cannot accept file x.csv: its content is not safe (../).");
    assertRefused(
        POPULATION,
        zip("/etc/a.csv", utf8(HEADING)),
        "Không thể nhận tệp x.csv: nội dung không an toàn (/).",
        "Cannot accept file x.csv: its content is not safe (/).");
    assertRefused(
        POPULATION,
        zip("a.zip", zip("a.csv", utf8(HEADING))),
        "Không thể nhận tệp x.csv: nội dung không an toàn (a.zip).",
        "Cannot accept file x.csv: its content is not safe (a.zip).");
  }

  @Test
  void aBombIsRefusedBeforeItFillsAnything() {
    byte[] bomb = zip("a.csv", utf8(HEADING), "b.csv", new byte[300 << 20]);
    byte[] zeros = zip("a.csv", new byte[100 << 20]);
    byte[] lines = gzip(utf8(HEADING + "\n".repeat(300 << 20)));

    assertRefused(
        POPULATION,
        zeros,
        "Không thể nhận tệp x.csv (a.csv): không đúng loại tệp của nguồn này. Đề nghị gửi lại đúng mẫu.",
        "Cannot accept file x.csv (a.csv): it is not of the kind this source sends. Ask the sender for the"
            + " right form.");
    assertRefused(
        POPULATION,
        lines,
        "Không thể nhận tệp x.csv: nội dung không an toàn (" + lines.length + " B → > 200 MB).",
        "Cannot accept file x.csv: its content is not safe (" + lines.length + " B → > 200 MB).");
    assertRefused(
        POPULATION,
        bomb,
        "Không thể nhận tệp x.csv (b.csv): không đúng loại tệp của nguồn này. Đề nghị gửi lại đúng mẫu.",
        "Cannot accept file x.csv (b.csv): it is not of the kind this source sends. Ask the sender for the"
            + " right form.");
  }

  @Test
  void conservationHoldsForAFileOfMixedRows() {
    Landed landed = Landed.read(POPULATION, HEADING + "HS1,A,1980,Nam,,KHOP\n,A,,,,\n\n\"\nHS2\n");

    assertThat(landed.counts()).isEqualTo("4 = 1 + 3");
  }

  static void assertRefused(SourceKind kind, byte[] bytes, String vietnamese, String english) {
    assertThatThrownBy(() -> Landed.read(kind, "x.csv", bytes))
        .isInstanceOfSatisfying(
            KhoyteException.class,
            e -> {
              assertThat(e.fault()).isEqualTo(Fault.INPUT);
              assertThat(e.text(Messages.VIETNAMESE)).isEqualTo(vietnamese);
              assertThat(e.text(Messages.ENGLISH)).isEqualTo(english);
            });
  }
}
