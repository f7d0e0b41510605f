package khoyte.reports;

import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.List;
import khoyte.warehouse.NightId;
import org.jspecify.annotations.Nullable;

/**
 * One issue of a report: which night, from which data, by which program, under which letterhead. It
 * is all that a page knows about time; the clock is never asked.
 *
 * @param night its date is the report's date
 * @param number lần phát hành, from 1
 * @param issueDate null leaves blanks for the clerk
 * @param receivedUntil data that came later is not in the figures; local time
 * @param unitsOn day whose administrative units are printed
 */
public record ReportIssue(
    NightId night,
    int number,
    @Nullable LocalDate issueDate,
    LocalDateTime receivedUntil,
    LocalDate unitsOn,
    String version,
    String commit,
    DataOrigin origin,
    List<LateSource> lateSources,
    Letterhead letterhead,
    @Nullable Reissue reissue) {

  private static final ZoneOffset VIET_NAM = ZoneOffset.ofHours(7);

  public ReportIssue {
    lateSources = List.copyOf(lateSources);
  }

  /** A first issue, all sources on time, data until the end of the day, units of the day. */
  public static Builder of(NightId night) {
    return new Builder(night);
  }

  public LocalDate asOf() {
    return night.asOf();
  }

  /** The moment that dates the files of this issue. */
  public Instant receivedInstant() {
    return receivedUntil.toInstant(VIET_NAM);
  }

  /** Collects what differs from a plain first issue. */
  public static final class Builder {
    private final NightId night;
    private int number = 1;
    private @Nullable LocalDate issueDate;
    private LocalDateTime receivedUntil;
    private LocalDate unitsOn;
    private String version = "";
    private String commit = "";
    private DataOrigin origin = DataOrigin.REAL;
    private List<LateSource> lateSources = List.of();
    private Letterheads letterheads = Letterheads.delivered();
    private @Nullable Reissue reissue;

    private Builder(NightId night) {
      this.night = night;
      this.receivedUntil = night.asOf().atTime(23, 59);
      this.unitsOn = night.asOf();
    }

    public Builder number(int value) {
      number = value;
      return this;
    }

    public Builder issuedOn(@Nullable LocalDate date) {
      issueDate = date;
      return this;
    }

    public Builder receivedUntil(LocalDateTime time) {
      receivedUntil = time;
      return this;
    }

    public Builder unitsOn(LocalDate date) {
      unitsOn = date;
      return this;
    }

    public Builder madeBy(String programVersion, String programCommit) {
      version = programVersion;
      commit = programCommit;
      return this;
    }

    public Builder origin(DataOrigin value) {
      origin = value;
      return this;
    }

    public Builder lateSources(List<LateSource> sources) {
      lateSources = sources;
      return this;
    }

    public Builder letterheads(Letterheads value) {
      letterheads = value;
      return this;
    }

    public Builder replacing(Reissue value) {
      reissue = value;
      return this;
    }

    /** With the letterhead of the issue date; without one, of the report's date. */
    public ReportIssue build() {
      return new ReportIssue(
          night,
          number,
          issueDate,
          receivedUntil,
          unitsOn,
          version,
          commit,
          origin,
          lateSources,
          letterheads.on(issueDate == null ? night.asOf() : issueDate),
          reissue);
    }
  }
}
