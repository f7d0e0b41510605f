package khoyte.jobs;

import khoyte.jobs.command.CommandParts;
import khoyte.jobs.demo.DemoProvince;
import khoyte.jobs.house.CsvLinks;
import khoyte.jobs.house.NightHouse;
import khoyte.jobs.house.Published;
import khoyte.jobs.house.ReportIssues;

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
        DemoProvince::write,
        CsvLinks::link,
        CsvLinks::train);
  }
}
