package khoyte.pipelines.read.his;

import java.io.IOException;
import java.io.InputStream;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import javax.xml.stream.XMLStreamException;
import khoyte.pipelines.read.container.LandedBytes;
import khoyte.pipelines.read.person.Communes;
import khoyte.pipelines.read.row.Lineage;
import khoyte.pipelines.read.source.LandedFile;
import khoyte.pipelines.read.source.ReadOutcome;
import khoyte.pipelines.read.source.ReadWarning;
import khoyte.pipelines.read.source.RowSink;
import khoyte.pipelines.read.text.TextEncoding;
import khoyte.pipelines.read.text.VietnameseText;
import khoyte.warehouse.KhoyteException;
import khoyte.warehouse.reference.AdministrativeUnit;
import khoyte.warehouse.reference.AdministrativeUnits;
import org.jspecify.annotations.Nullable;

/** Reads an extract of a hospital information system; source 1 of the contract. */
public final class HisReading {
  private static final int KEY = HisTable.VISIT.place("ma_lk");
  private static final int FACILITY = HisTable.VISIT.place("facility_code");

  private final LandedFile file;
  private final AdministrativeUnits units;
  private final String province;
  private final Communes communes;
  private final RowSink sink;
  private final List<ReadWarning> warnings = new ArrayList<>();
  private @Nullable Integer announced;
  private boolean promising = true;
  private @Nullable LocalDate madeOn;
  private int read;
  private int staged;
  private int readBefore;

  private HisReading(
      LandedFile file,
      AdministrativeUnits units,
      String province,
      Communes communes,
      RowSink sink) {
    this.file = file;
    this.units = units;
    this.province = province;
    this.communes = communes;
    this.sink = sink;
    this.madeOn = file.fileDate();
  }

  /** Reads the whole file; a refused file has given the sink rows that do not count. */
  public static ReadOutcome read(
      LandedFile file,
      LandedBytes bytes,
      AdministrativeUnits units,
      String province,
      Communes communes,
      RowSink sink)
      throws IOException {
    var reading = new HisReading(file, units, province, communes, sink);
    if (bytes.isWorkbook()) {
      throw file.refused("format");
    }
    for (LandedBytes.Part part : bytes.parts()) {
      reading.readPart(bytes, part);
    }
    return new ReadOutcome(
        reading.promising ? reading.announced : null,
        reading.read,
        reading.staged,
        reading.read - reading.staged,
        reading.warnings,
        reading.madeOn);
  }

  private void readPart(LandedBytes bytes, LandedBytes.Part part) throws IOException {
    try {
      ExtractTexts texts = ExtractTexts.survey(file, bytes, part);
      LocalDate partDate = texts.madeOn() == null ? file.fileDate() : texts.madeOn();
      if (partDate != null && (madeOn == null || partDate.isAfter(madeOn))) {
        madeOn = partDate;
      }
      if (texts.encoding() != TextEncoding.UNICODE) {
        warnings.add(
            new ReadWarning(
                "column.converted", List.of(file.name(), "HO_TEN", texts.encoding().title())));
      }
      readBefore = read;
      VisitRows rows = new VisitRows(texts, communes, sink);
      Envelope envelope;
      try (InputStream stream = bytes.open(part)) {
        envelope =
            new Extract(file, texts.charset())
                .read(stream, (visit, head) -> stage(visit, head, rows, partDate));
      }
      checkFacility(envelope);
      checkCount(envelope);
    } catch (XMLStreamException e) {
      throw refusal(e);
    }
  }

  private KhoyteException refusal(XMLStreamException e) {
    int line = e.getLocation() == null ? 1 : e.getLocation().getLineNumber();
    if (Extract.isTruncation(e)) {
      return file.refused("truncated", Math.max(line, 1));
    }
    return Extract.isEncodingError(e)
        ? file.refused("encoding")
        : file.refused("malformed", Math.max(line, 1));
  }

  private void checkCount(Envelope envelope) {
    Integer promised = envelope.announced();
    int found = read - readBefore;
    if (promised == null) {
      promising = false;
    } else {
      if (promised != found) {
        throw file.refused("count", promised, found);
      }
      announced = announced == null ? promised : announced + promised;
    }
  }

  /** A hospital of another province does not report here. */
  private void checkFacility(Envelope envelope) {
    String facility = envelope.facility();
    if (facility != null && !facility.startsWith(province)) {
      List<AdministrativeUnit> versions = units.versions(province);
      String name = versions.isEmpty() ? province : versions.get(0).name();
      throw file.refused(
          "unit", facility, name.substring(0, 1).toLowerCase(Locale.ROOT) + name.substring(1));
    }
  }

  private boolean stage(
      Visit visit, Envelope envelope, VisitRows rows, @Nullable LocalDate fileDate) {
    if (read == readBefore) {
      checkFacility(envelope);
    }
    read++;
    @Nullable String[] summary = visit.summary();
    if (visit.flaw() != null) {
      quarantine(visit, visit.flawedTable(), visit.flaw());
    } else if (summary == null) {
      quarantine(visit, "XML1", "quarantine.xml1.missing");
    } else {
      rows.toUnicode(summary);
      String key = summary[KEY];
      String facility = summary[FACILITY] == null ? envelope.facility() : summary[FACILITY];
      if (key == null || facility == null) {
        quarantine(visit, key == null ? "MA_LK" : "MA_CSKCB", "quarantine.key");
      } else {
        staged++;
        rows.stage(
            visit,
            summary,
            new Lineage(file.fileId(), read, visit.line(), fileDate),
            VietnameseText.stripped(facility),
            VietnameseText.stripped(key));
      }
    }
    return true;
  }

  private void quarantine(Visit visit, @Nullable String column, String reasonKey) {
    sink.quarantined(visit.line(), column, reasonKey);
  }
}
