package khoyte.jobs;

import khoyte.jobs.command.CommandParts;
import khoyte.jobs.command.Published;
import khoyte.jobs.demo.DemoProvince;
import khoyte.jobs.link.CsvLinks;
import khoyte.jobs.link.LinkExplanations;
import khoyte.jobs.link.ModelPages;
import khoyte.jobs.report.ReportIssues;
import khoyte.jobs.step.NightHouse;
import khoyte.jobs.worklist.WorklistPreview;
import khoyte.jobs.worklist.Worklists;

/** Where the parts of the house are put together: reading, lake, resolution, marts, reports. */
final class House {

  private House() {}

  static CommandParts parts() {
    return new CommandParts(
        NightHouse::open,
        (setting, order) -> new ReportIssues(setting).render(order),
        (setting, night) -> new ReportIssues(setting).draw(night),
        Published::answer,
        Published::quarantine,
        Published::reconciliation,
        DemoProvince::write,
        (setting, order) -> new Worklists(setting).issue(order),
        (setting, files) -> new WorklistPreview(setting).of(files),
        CsvLinks::link,
        CsvLinks::train,
        (setting, question) -> new LinkExplanations(setting).explain(question),
        ModelPages::write);
  }
}
