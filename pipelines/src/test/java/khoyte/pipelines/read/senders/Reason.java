package khoyte.pipelines.read.senders;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.regex.Pattern;

/**
 * Why a file is not taken, as the sender must be able to understand it. A reason is told by its
 * words, not by its key: how many keys there are is up to the reader, what is true is not.
 */
enum Reason {
  ANY(".", "."),
  EMPTY("không có nội dung|rỗng|trống", "empty|no content"),
  DAMAGED(
      "hỏng|cắt cụt|không đầy đủ|lỗi|tổng kiểm tra",
      "damaged|cut off|truncated|incomplete|broken|corrupt|checksum"),
  CHECKSUM("kiểm tra|checksum|CRC|hỏng", "checksum|CRC|damaged"),
  PASSWORD("mật khẩu|mã hóa", "password|encrypted"),
  DEFLATE64("Deflate64", "Deflate64"),
  COMPRESSION("nén", "compress|archive|pack"),
  STRANGER("không|lạ", "not|other|unexpected|foreign"),
  HTML("HTML|trang web", "HTML|web page"),
  OLE2("\\.xls\\b|OLE|Excel 97|Excel cũ", "\\.xls\\b|OLE|Excel 97|old Excel"),
  OLE2_OR_PASSWORD(
      OLE2.vietnamese + "|" + PASSWORD.vietnamese, OLE2.english + "|" + PASSWORD.english),
  FORMAT("loại tệp|định dạng|đúng mẫu|dạng", "kind|format|form\\b"),
  ENCODING("bảng mã|UTF-8", "encoding|code page|UTF-8"),
  LINE_ENDS("xuống dòng|kết thúc dòng|cuối dòng|hết dòng|ngắt dòng", "line end|line break|CR\\b"),
  TRUNCATED("cắt cụt", "cut off|truncated"),
  MALFORMED("sai cú pháp|cắt cụt", "malformed|cut off|truncated"),
  UNSAFE("không an toàn", "not safe"),
  COUNT("hồ sơ", "records"),
  COLUMN("cột", "column"),
  HEADING("tiêu đề|cột", "heading|column"),
  FOREIGN("không phải danh sách", "not a worklist");

  /** Never said of a file that has the column, nor of one that has no columns at all. */
  private static final Pattern A_COLUMN_IS_MISSING =
      Pattern.compile("column .* is missing|thiếu cột");

  private final String vietnamese;
  private final String english;

  Reason(String vietnamese, String english) {
    this.vietnamese = vietnamese;
    this.english = english;
  }

  void assertSaid(String inVietnamese, String inEnglish) {
    assertThat(inVietnamese).as("%s, in Vietnamese", this).containsPattern(pattern(vietnamese));
    assertThat(inEnglish).as("%s, in English", this).containsPattern(pattern(english));
    if (this != COLUMN) {
      assertThat(inVietnamese).as("true reason").doesNotContainPattern(A_COLUMN_IS_MISSING);
      assertThat(inEnglish).as("true reason").doesNotContainPattern(A_COLUMN_IS_MISSING);
    }
  }

  private static Pattern pattern(String words) {
    return Pattern.compile(words, Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE);
  }
}
