package khoyte.reports;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import khoyte.reports.ReportDefinition.Block;
import khoyte.reports.cell.Sign;
import khoyte.reports.cell.Vietnamese;

/** The words around the table, the same in the workbook and on the PDF page. */
public record PageText(FilledReport report) {
  public static final String NATION = "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM";
  public static final String MOTTO = "Độc lập - Tự do - Hạnh phúc";
  public static final String NOTES = "Ghi chú:";
  public static final String RECIPIENTS = "Nơi nhận:";

  /** Stands on everything made from generated data. */
  public static final String SYNTHETIC = "SỐ LIỆU MÔ PHỎNG - KHÔNG PHẢI SỐ LIỆU CHÍNH THỨC";

  /** BCP 47. */
  public static final String LANGUAGE = "vi-VN";

  private static final String NUMBER_GAP = "\u00a0".repeat(10);

  private ReportIssue issue() {
    return report.issue();
  }

  private Letterhead letterhead() {
    return issue().letterhead();
  }

  /** {@code Số: /BC-SYT}; the number is the clerk's. */
  public String number() {
    return "Số:" + NUMBER_GAP + "/" + letterhead().symbol();
  }

  public String placeAndDate() {
    LocalDate date = issue().issueDate();
    return letterhead().place()
        + ", "
        + (date == null ? "ngày      tháng      năm         " : Vietnamese.letterDate(date));
  }

  public String annex() {
    return "Phụ lục " + letterhead().annex();
  }

  /** Which letter an annex belongs to. */
  public String attachedTo() {
    LocalDate date = issue().issueDate();
    return "(Kèm theo Báo cáo số       /"
        + letterhead().symbol()
        + " "
        + (date == null ? "ngày       tháng       năm      " : Vietnamese.letterDate(date))
        + " của Sở Y tế)";
  }

  /** The title, broken into the lines of the page. */
  public List<String> title() {
    return report.definition().title().stream().map(this::dated).toList();
  }

  private String dated(String text) {
    return text.replace("‹D›", Vietnamese.date(issue().asOf()));
  }

  /** The time of the figures, without its brackets. */
  public String time() {
    return switch (report.definition().subtitle()) {
      case STOCK -> "thời điểm đến " + Vietnamese.date(issue().asOf());
      case RECEIVED -> "dữ liệu nhận đến " + Vietnamese.dateTime(issue().receivedUntil());
    };
  }

  public String subtitle() {
    return "(" + time() + ")";
  }

  public String unitLine() {
    return "Đơn vị tính: " + report.definition().unitOfCount();
  }

  /** One sentence a line: columns, units that the total lacks, signs. */
  public List<String> notes() {
    List<String> notes =
        report.definition().notes().stream()
            .map(this::dated)
            .collect(Collectors.toCollection(ArrayList::new));
    List<String> outside = report.unitsOutsideTotal();
    if (!outside.isEmpty()) {
      notes.add("Tổng chưa gồm: " + String.join(", ", outside) + ".");
    }
    if (!report.signs().isEmpty()) {
      notes.add(
          report.signs().stream()
              .map(Sign::legend)
              .collect(Collectors.joining("; ", "Ký hiệu: ", ".")));
    }
    return notes;
  }

  /** From which data the figures are. */
  public String data() {
    ReportIssue issue = issue();
    return String.format(
        "Số liệu: phiên đêm %s; dữ liệu nhận đến %s; đơn vị hành chính tại ngày %s; phiên bản %s"
            + " (%s).",
        Vietnamese.date(issue.asOf()),
        Vietnamese.dateTime(issue.receivedUntil()),
        Vietnamese.date(issue.unitsOn()),
        issue.version(),
        issue.commit());
  }

  public boolean isLate() {
    return !issue().lateSources().isEmpty();
  }

  /** What is missing; printed bold if something is. */
  public String lateSources() {
    if (!isLate()) {
      return "Nguồn chậm: không có.";
    }
    return issue().lateSources().stream()
        .map(late -> late.name() + " (thiếu từ " + Vietnamese.date(late.missingSince()) + ")")
        .collect(
            Collectors.joining(
                "; ", "Nguồn chậm: ", ". Số liệu liên quan chưa gồm phần chưa gửi."));
  }

  /** Why this is not the first issue; empty if it is. */
  public String reissue() {
    Reissue reissue = issue().reissue();
    return reissue == null
        ? ""
        : String.format(
            "Phát hành lần %d ngày %s, thay lần %d. Lý do: %s.",
            issue().number(),
            Vietnamese.date(reissue.on()),
            reissue.replacedIssue(),
            reissue.reason());
  }

  /** Whether recipients and signature stand below the table. */
  public boolean isSigned() {
    return letterhead().form() == LetterForm.VAN_BAN && report.definition().has(Block.SIGNATURE);
  }

  /** Lines below {@link #RECIPIENTS}. */
  public List<String> recipients() {
    List<String> names = letterhead().recipients();
    List<String> lines = new ArrayList<>();
    for (int i = 0; i < names.size(); i++) {
      lines.add("- " + names.get(i) + (i < names.size() - 1 ? ";" : "."));
    }
    return lines;
  }

  /** In whose place, if any, and as what the signer signs. */
  public List<String> signerTitles() {
    Letterhead.Signer signer = letterhead().signer();
    return signer.authority().isEmpty()
        ? List.of(signer.title())
        : List.of(signer.authority(), signer.title());
  }

  /** Left foot of every page. */
  public String foot() {
    return String.format(
        "khoyte · %s · phiên đêm %s · lần phát hành %d",
        report.definition().name(), Vietnamese.date(issue().asOf()), issue().number());
  }

  /** Above every page; empty for real figures. */
  public String banner() {
    return banner(issue());
  }

  static String banner(ReportIssue issue) {
    return issue.origin() == DataOrigin.SYNTHETIC ? SYNTHETIC : "";
  }

  /** {@code Hồ sơ sức khỏe điện tử (tiếp theo)}. */
  public String continued() {
    return report.definition().shortTitle() + " (tiếp theo)";
  }

  /** Title of the file. */
  public String fileTitle() {
    return String.join(" ", title()) + " - " + time();
  }

  /** Author of the file. */
  public String author() {
    return letterhead().issuerInSentences();
  }
}
