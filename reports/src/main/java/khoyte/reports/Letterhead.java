package khoyte.reports;

import java.util.List;

/**
 * Who sends, who receives and who signs.
 *
 * @param parent superior body, in capitals
 * @param name issuing body, in capitals
 * @param symbol of the letter's number
 * @param annex number of the annex, where the form is one
 * @param province in sentences: {@code tỉnh Đồng Nai}
 * @param recipients without dash and closing sign
 */
public record Letterhead(
    String parent,
    String name,
    String place,
    String symbol,
    LetterForm form,
    String annex,
    String province,
    List<String> recipients,
    Signer signer) {

  public Letterhead {
    recipients = List.copyOf(recipients);
  }

  /**
   * @param authority {@code KT. GIÁM ĐỐC}, {@code TL. GIÁM ĐỐC}; empty if the head signs
   * @param name empty until it is set
   */
  public record Signer(String authority, String title, String name) {}

  /** {@code Sở Y tế tỉnh Đồng Nai}. */
  public String issuerInSentences() {
    return "Sở Y tế " + province;
  }

  /** {@code tỉnh} or {@code thành phố}. */
  public String kindOfProvince() {
    return province.replace(" " + place, "");
  }
}
