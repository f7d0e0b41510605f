package khoyte.pipelines.read.his;

import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import javax.xml.stream.XMLStreamException;
import khoyte.pipelines.read.container.LandedBytes;
import khoyte.pipelines.read.container.XmlProlog;
import khoyte.pipelines.read.source.LandedFile;
import khoyte.pipelines.read.text.ColumnText;
import khoyte.pipelines.read.text.EncodingVotes;
import khoyte.pipelines.read.text.TextEncoding;
import khoyte.warehouse.table.FieldType;
import org.jspecify.annotations.Nullable;

/**
 * How the text fields of an extract are written, found out by reading its beginning, and what must
 * be known before its first visit is staged.
 *
 * @param columns by table and field
 */
record ExtractTexts(ExtractSource source, ColumnText[][] columns, @Nullable LocalDate madeOn) {
  private static final int ENOUGH_NAMES = 300;
  private static final int NAME = HisTable.VISIT.place("name_text");

  /** Of the first extract of a part. */
  static ExtractTexts survey(LandedFile file, LandedBytes bytes, LandedBytes.Part part)
      throws IOException, XMLStreamException {
    ExtractSource source = ExtractSource.of(bytes, part);
    try {
      return survey(file, source);
    } catch (XMLStreamException e) {
      if (!Extract.isDeclarationWithin(e)) {
        throw e;
      }
      return survey(file, source.withoutDeclarations());
    }
  }

  private static ExtractTexts survey(LandedFile file, ExtractSource source)
      throws IOException, XMLStreamException {
    try {
      Survey survey = new Survey();
      ExtractTexts texts = survey.read(file, source, Extract.Place.START);
      if (survey.unreadable == 0 || !source.isUtf8()) {
        return texts;
      }
      // Perhaps not damage but another encoding: then the other reading understands more of it.
      Survey other = new Survey();
      ExtractTexts otherTexts =
          other.read(file, source.in(ColumnText.SINGLE_BYTE), Extract.Place.START);
      return other.unreadable < survey.unreadable && otherTexts.isLegacy() ? otherTexts : texts;
    } catch (XMLStreamException e) {
      if (!source.isUtf8() || !Extract.isEncodingError(e)) {
        throw e;
      }
      ExtractTexts texts =
          new Survey().read(file, source.in(ColumnText.SINGLE_BYTE), Extract.Place.START);
      Charset declared = XmlProlog.vietnamese(source.declared());
      if (texts.isLegacy()) {
        return texts;
      }
      if (declared == null) {
        throw file.refused("encoding");
      }
      return new Survey().read(file, source.in(declared), Extract.Place.START);
    }
  }

  /** Of another extract that was joined to it. */
  ExtractTexts of(LandedFile file, Extract.Place place) throws IOException, XMLStreamException {
    return new Survey().read(file, source, place);
  }

  ColumnText of(HisTable table, int field) {
    return columns[table.index()][field];
  }

  boolean isLegacy() {
    return encoding() != TextEncoding.UNICODE;
  }

  /** Of the names; other fields may differ. */
  TextEncoding encoding() {
    return columns[HisTable.VISIT.index()][NAME].encoding();
  }

  /** One reading of the beginning. */
  private static final class Survey {
    private final List<HisTable> tables = new ArrayList<>(HisTable.KEPT);
    private final EncodingVotes[][] votes = new EncodingVotes[HisTable.KEPT.size() + 1][];
    private int unreadable;

    Survey() {
      tables.add(HisTable.VISIT);
      for (HisTable table : tables) {
        votes[table.index()] = new EncodingVotes[table.fields().size()];
        for (int i = 0; i < table.fields().size(); i++) {
          votes[table.index()][i] = new EncodingVotes();
        }
      }
    }

    ExtractTexts read(LandedFile file, ExtractSource source, Extract.Place place)
        throws IOException, XMLStreamException {
      Extract extract = new Extract(file, source);
      extract.read(place, this::ask);
      return new ExtractTexts(source, decisions(), extract.envelope().madeOn());
    }

    private boolean ask(Visit visit, Envelope envelope) {
      unreadable += isUnreadable(visit.flaw()) ? 1 : 0;
      for (HisTable table : tables) {
        for (@Nullable String[] row : visit.rows(table)) {
          for (int i = 0; i < row.length; i++) {
            String value = row[i];
            if (value != null && table.fields().get(i).type() == FieldType.TEXT) {
              votes[table.index()][i].add(value);
            }
          }
        }
      }
      boolean hasEnough = votes[HisTable.VISIT.index()][NAME].asked() >= ENOUGH_NAMES;
      return !hasEnough || envelope.madeOn() == null;
    }

    private static boolean isUnreadable(@Nullable String flaw) {
      return "quarantine.inner".equals(flaw) || "quarantine.inner.encoding".equals(flaw);
    }

    private ColumnText[][] decisions() {
      ColumnText names = decision(HisTable.VISIT, NAME, TextEncoding.UNICODE);
      ColumnText[][] columns = new ColumnText[votes.length][];
      for (HisTable table : tables) {
        columns[table.index()] = new ColumnText[table.fields().size()];
        for (int i = 0; i < table.fields().size(); i++) {
          columns[table.index()][i] = decision(table, i, names.encoding());
        }
      }
      return columns;
    }

    /** A field without evidence is written as the names are. */
    private ColumnText decision(HisTable table, int field, TextEncoding elsewise) {
      ColumnText decision = votes[table.index()][field].decision();
      if (decision == null || votes[table.index()][field].asked() == 0) {
        decision = new ColumnText(StandardCharsets.UTF_8, elsewise, false, false);
      }
      return table.fields().get(field).isName() ? decision.ofNames() : decision;
    }
  }
}
