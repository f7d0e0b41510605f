package khoyte.jobs.landing;

import java.io.IOException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import khoyte.jobs.conf.SourceConf;
import khoyte.jobs.operations.Delivery;
import khoyte.jobs.operations.LateSource;
import khoyte.warehouse.Layout;
import khoyte.warehouse.StorageFault;
import org.jspecify.annotations.Nullable;

/** How far each sender is behind on a day, by the delay agreed with it. */
public final class Lateness {

  /**
   * How a sender stands.
   *
   * @param folder facility folder; empty if the source has none
   * @param lastOn last day its data covers; null if it never delivered
   * @param days days without data on the day asked about; 0 while the agreed delay has not passed
   * @param nextBy last day on which its next file is in time; null if it never delivered, or is not
   *     awaited
   */
  public record Standing(
      SourceConf source,
      String folder,
      @Nullable LocalDate lastOn,
      int days,
      @Nullable LocalDate nextBy,
      long refused) {

    public boolean isLate() {
      return source.isAwaited() && (days > 0 || lastOn == null);
    }
  }

  private final Layout layout;
  private final ZoneId zone;

  public Lateness(Layout layout, ZoneId zone) {
    this.layout = layout;
    this.zone = zone;
  }

  /** Every sender on a day: those that delivered, and those whose folder waits for a first file. */
  public List<Standing> on(LocalDate day, List<SourceConf> sources, List<Delivery> deliveries) {
    List<Standing> standings = new ArrayList<>();
    for (SourceConf source : sources) {
      Map<String, @Nullable Delivery> senders = new TreeMap<>();
      for (String facility : facilities(source)) {
        senders.put(facility, null);
      }
      for (Delivery delivery : deliveries) {
        if (delivery.source().equals(source.id())) {
          senders.put(delivery.folder(), delivery);
        }
      }
      if (senders.isEmpty()) {
        senders.put("", null);
      }
      senders.forEach((folder, last) -> standings.add(standing(day, source, folder, last)));
    }
    return standings;
  }

  /** Those that are late, as a night keeps them. */
  public List<LateSource> late(LocalDate day, List<SourceConf> sources, List<Delivery> deliveries) {
    return on(day, sources, deliveries).stream()
        .filter(Standing::isLate)
        .map(
            standing ->
                new LateSource(
                    standing.source().id(), standing.folder(), standing.lastOn(), standing.days()))
        .toList();
  }

  private Standing standing(
      LocalDate day, SourceConf source, String folder, @Nullable Delivery last) {
    LocalDate lastOn = last == null ? null : lastOn(last);
    long refused = last == null ? 0 : last.refused();
    if (lastOn == null) {
      return new Standing(source, folder, null, 0, null, refused);
    }
    if (!source.isAwaited()) {
      return new Standing(source, folder, lastOn, 0, null, refused);
    }
    long behind = ChronoUnit.DAYS.between(lastOn, day);
    int days = behind > source.delayDays() ? (int) behind : 0;
    return new Standing(
        source, folder, lastOn, days, lastOn.plusDays(1L + source.delayDays()), refused);
  }

  /** The date of its last file; without one, the day it was landed. */
  private @Nullable LocalDate lastOn(Delivery last) {
    Instant landed = last.lastLanded();
    return last.lastFileDate() != null || landed == null
        ? last.lastFileDate()
        : landed.atZone(zone).toLocalDate();
  }

  private List<String> facilities(SourceConf source) {
    try {
      return new Inbox(layout.inbox()).facilities(source);
    } catch (IOException e) {
      throw StorageFault.cannotWrite(layout.inbox().resolve(source.inbox()), e);
    }
  }
}
