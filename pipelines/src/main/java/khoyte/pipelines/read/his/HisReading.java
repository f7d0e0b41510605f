package khoyte.pipelines.read.his;

import java.io.IOException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import javax.xml.stream.XMLStreamException;
import khoyte.pipelines.read.container.ForeignForm;
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
  private static final String UNKNOWN = "?";

  private final LandedFile file;
  private final AdministrativeUnits units;
  private final String province;
  private final Communes communes;
  private final RowSink sink;
  private final List<ReadWarning> warnings = new ArrayList<>();
  private final Set<String> unknownTables = new LinkedHashSet<>();
  private @Nullable Integer announced;
  private boolean promising = true;
  private @Nullable LocalDate madeOn;
  private int read;
  private int staged;
  private int quarantined;
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
    if (bytes.isWorkbook()) {
      throw ForeignForm.OTHER.refusal(file);
    }
    var reading = new HisReading(file, units, province, communes, sink);
    for (LandedBytes.Part part : bytes.parts()) {
      reading.readPart(bytes, part);
    }
    return reading.outcome();
  }

  private void readPart(LandedBytes bytes, LandedBytes.Part part) throws IOException {
    try {
      ExtractTexts texts = ExtractTexts.survey(file, bytes, part);
      remark(texts);
      Extract extract = read(texts, Extract.Place.START);
      int extracts = 1;
      for (Extract.Place next = extract.next(); next != null; next = extract.next()) {
        extract = read(texts.of(file, next), next);
        extracts += extract.isThere() ? 1 : 0;
      }
      if (extracts > 1) {
        warnings.add(new ReadWarning("extract.joined", List.of(file.name(), extracts)));
      }
    } catch (XMLStreamException e) {
      throw refusal(e);
    }
  }

  private void remark(ExtractTexts texts) {
    ExtractSource source = texts.source();
    if (texts.encoding() != TextEncoding.UNICODE) {
      warnings.add(
          new ReadWarning(
              "column.converted", List.of(file.name(), "HO_TEN", texts.encoding().title())));
    }
    if (source.isRemarkable()) {
      String declared = source.declared().isEmpty() ? "-" : source.declared();
      warnings.add(
          new ReadWarning(
              "extract.encoding", List.of(file.name(), source.charset().name(), declared)));
    }
    if (source.hasDeclarations()) {
      warnings.add(new ReadWarning("extract.declarations", List.of(file.name())));
    }
  }

  private Extract read(ExtractTexts texts, Extract.Place place)
      throws IOException, XMLStreamException {
    LocalDate day = texts.madeOn() == null ? file.fileDate() : texts.madeOn();
    if (day != null && (madeOn == null || day.isAfter(madeOn))) {
      madeOn = day;
    }
    VisitRows rows = new VisitRows(texts, communes, sink);
    Extract extract = new Extract(file, texts.source());
    readBefore = staged + quarantined;
    extract.read(place, (visit, head) -> stage(visit, head, rows, day));
    if (extract.isThere()) {
      read += extract.visits();
      checkFacility(extract.envelope());
      checkCount(extract.envelope(), extract.visits());
      unknownTables.addAll(extract.unknownTables());
    }
    return extract;
  }

  private ReadOutcome outcome() {
    for (String table : unknownTables) {
      warnings.add(new ReadWarning("extract.table", List.of(file.name(), table)));
    }
    return new ReadOutcome(
        promising ? announced : null, read, staged, quarantined, warnings, madeOn);
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

  private void checkCount(Envelope envelope, int found) {
    Integer promised = envelope.announced();
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
    if (staged + quarantined == readBefore) {
      checkFacility(envelope);
    }
    List<@Nullable String[]> summaries = visit.summaries();
    if (visit.flaw() != null) {
      quarantine(
          visit, visit.flawedTable(), visit.flaw(), visit.flawedTable(), visit.flawedField());
    } else if (summaries.isEmpty()) {
      quarantine(visit, "XML1", "quarantine.xml1.missing");
    } else if (summaries.size() > 1) {
      quarantine(visit, "XML1", "quarantine.xml1.several", keys(summaries));
    } else {
      stage(visit, summaries.get(0), envelope, rows, fileDate);
    }
    return true;
  }

  private void stage(
      Visit visit,
      @Nullable String[] summary,
      Envelope envelope,
      VisitRows rows,
      @Nullable LocalDate fileDate) {
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
          new Lineage(file.fileId(), staged + quarantined, visit.line(), fileDate),
          VietnameseText.stripped(facility),
          VietnameseText.stripped(key));
    }
  }

  private static String keys(List<@Nullable String[]> summaries) {
    return summaries.stream()
        .map(summary -> Objects.requireNonNullElse(summary[KEY], UNKNOWN).strip())
        .distinct()
        .collect(Collectors.joining(", "));
  }

  /**
   * @param more places of the text behind MA_LK
   */
  private void quarantine(
      Visit visit, @Nullable String column, String reasonKey, @Nullable String... more) {
    quarantined++;
    List<Object> values = new ArrayList<>();
    values.add(Objects.requireNonNullElse(visit.key(), UNKNOWN));
    for (String value : more) {
      values.add(Objects.requireNonNullElse(value, UNKNOWN));
    }
    sink.quarantined(visit.line(), column, reasonKey, values.toArray());
  }
}
