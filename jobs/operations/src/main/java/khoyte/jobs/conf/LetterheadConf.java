package khoyte.jobs.conf;

import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;

/**
 * Who issues and signs reports in a span of days: a block of {@code conf/report.yml}, whose manual
 * is there.
 *
 * @param validFrom first day
 * @param validTo last day
 * @param form {@code van-ban}, a paper of its own, or {@code phu-luc}, an annex
 * @param annex its number, or empty
 */
public record LetterheadConf(
    LocalDate validFrom,
    LocalDate validTo,
    Issuer issuer,
    List<String> recipients,
    Signer signer,
    String form,
    String annex) {

  private static final LocalDate FIRST = LocalDate.of(1900, 1, 1);
  private static final LocalDate LAST = LocalDate.of(9999, 12, 31);

  /**
   * The department.
   *
   * @param province after "Sở Y tế" within a sentence
   */
  public record Issuer(String parent, String name, String place, String symbol, String province) {}

  /**
   * Who signs.
   *
   * @param authority line above the title, or empty
   * @param name empty if it is not configured
   */
  public record Signer(String authority, String title, String name) {}

  static List<LetterheadConf> read(Path file) {
    ConfSection root = ConfFile.read(file);
    List<LetterheadConf> letterheads =
        root.sections("letterheads").stream().map(LetterheadConf::of).toList();
    root.end();
    return letterheads;
  }

  private static LetterheadConf of(ConfSection section) {
    ConfSection issuer = section.section("issuer");
    ConfSection signer = section.section("signer");
    return new LetterheadConf(
        section.value("valid-from", "yyyy-MM-dd", FIRST.toString(), LocalDate::parse),
        section.value("valid-to", "yyyy-MM-dd", LAST.toString(), LocalDate::parse),
        new Issuer(
            issuer.text("parent", ""),
            issuer.text("name", "SỞ Y TẾ"),
            issuer.text("place", ""),
            issuer.text("symbol", "BC-SYT"),
            issuer.text("province", "")),
        section.texts("recipients", List.of()),
        new Signer(
            signer.text("authority", ""),
            signer.text("title", "GIÁM ĐỐC"),
            signer.text("name", "")),
        section.value(
            "form",
            "van-ban | phu-luc",
            "van-ban",
            text -> List.of("van-ban", "phu-luc").contains(text) ? text : null),
        section.text("annex", ""));
  }

  boolean isValidOn(LocalDate day) {
    return !day.isBefore(validFrom) && !day.isAfter(validTo);
  }
}
