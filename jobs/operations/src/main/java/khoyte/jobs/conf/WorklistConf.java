package khoyte.jobs.conf;

/**
 * How the communes' worklists look and come back; the manual of every key is in {@code
 * conf/khoyte.yml}.
 *
 * @param parent upper line of the head, with {@code {district}}
 * @param station lower line, with {@code {commune}}
 * @param returnDays days after the date of the figures; 0 leaves the day open
 */
public record WorklistConf(
    Paper paper, String parent, String station, int returnDays, String returnBy) {

  /** In landscape. */
  public enum Paper {
    A4,
    A3
  }

  static WorklistConf of(ConfSection section) {
    return new WorklistConf(
        section.value("paper", "A4 | A3", "A4", Paper::valueOf),
        section.text("parent", "TRUNG TÂM Y TẾ {district}"),
        section.text("station", "TRẠM Y TẾ {commune}"),
        section.whole("return-days", 30, 0, 366),
        section.text("return-by", "hệ thống quản lý văn bản và điều hành"));
  }
}
