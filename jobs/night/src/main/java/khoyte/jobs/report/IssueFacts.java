package khoyte.jobs.report;

import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import khoyte.jobs.conf.LetterheadConf;
import khoyte.jobs.operations.NightFacts;
import khoyte.jobs.operations.NightSetting;
import khoyte.jobs.operations.ReplacedVersion;
import khoyte.reports.DataOrigin;
import khoyte.reports.LateSource;
import khoyte.reports.LetterForm;
import khoyte.reports.Letterhead;
import khoyte.reports.Letterheads;
import khoyte.reports.Reissue;
import khoyte.reports.ReportIssue;
import khoyte.warehouse.Messages;
import org.jspecify.annotations.Nullable;

/** What a page says of its night and of who sends it, from the diary and the configuration. */
record IssueFacts(NightSetting setting) {

  ReportIssue of(NightFacts night, @Nullable LocalDate issueDate) {
    ZoneId zone = setting.conf().general().timeZone();
    ReportIssue.Builder issue =
        ReportIssue.of(night.night())
            .number(night.night().version())
            .issuedOn(issueDate)
            .receivedUntil(LocalDateTime.ofInstant(night.receivedUntil(), zone))
            .madeBy(setting.build().version(), setting.build().commit())
            .origin(night.synthetic() ? DataOrigin.SYNTHETIC : DataOrigin.REAL)
            .lateSources(late(night))
            .letterheads(letterheads());
    ReplacedVersion replaced = night.replaced();
    if (replaced != null) {
      issue.replacing(
          new Reissue(
              replaced.version(),
              night.startedAt().atZone(zone).toLocalDate(),
              replaced.reason(setting.conf(), Messages.VIETNAMESE)));
    }
    return issue.build();
  }

  private List<LateSource> late(NightFacts night) {
    Map<String, LateSource> late = new TreeMap<>();
    for (var one : night.late()) {
      LocalDate lastOn = one.lastOn();
      LocalDate since = lastOn == null ? night.night().asOf() : lastOn.plusDays(1);
      late.merge(
          one.source(),
          new LateSource(one.source(), setting.conf().sourceName(one.source()), since),
          (a, b) -> a.missingSince().isAfter(b.missingSince()) ? b : a);
    }
    return List.copyOf(late.values());
  }

  private Letterheads letterheads() {
    TreeMap<LocalDate, Letterhead> from = new TreeMap<>();
    for (LetterheadConf block : setting.conf().letterheads()) {
      LetterForm form =
          block.form().equals(LetterForm.PHU_LUC.key()) ? LetterForm.PHU_LUC : LetterForm.VAN_BAN;
      from.put(
          block.validFrom(),
          new Letterhead(
              block.issuer().parent(),
              block.issuer().name(),
              block.issuer().place(),
              block.issuer().symbol(),
              form,
              block.annex(),
              block.issuer().province(),
              block.recipients(),
              new Letterhead.Signer(
                  block.signer().authority(), block.signer().title(), block.signer().name())));
    }
    return new Letterheads(from);
  }
}
