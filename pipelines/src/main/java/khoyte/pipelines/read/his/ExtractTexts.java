package khoyte.pipelines.read.his;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import javax.xml.stream.XMLStreamException;
import khoyte.pipelines.read.container.LandedBytes;
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
 * @param charset of bytes not declared otherwise
 * @param columns by table and field
 */
record ExtractTexts(Charset charset, ColumnText[][] columns, @Nullable LocalDate madeOn) {
  private static final int ENOUGH_NAMES = 300;
  private static final int NAME = HisTable.VISIT.place("name_text");

  static ExtractTexts survey(LandedFile file, LandedBytes bytes, LandedBytes.Part part)
      throws IOException, XMLStreamException {
    try {
      Survey survey = new Survey();
      ExtractTexts texts = survey.read(file, bytes, part, StandardCharsets.UTF_8);
      if (survey.unreadable == 0) {
        return texts;
      }
      // Perhaps not damage but another encoding: then the other reading understands more of it.
      Survey other = new Survey();
      ExtractTexts otherTexts = other.read(file, bytes, part, ColumnText.SINGLE_BYTE);
      return other.unreadable < survey.unreadable && otherTexts.isLegacy() ? otherTexts : texts;
    } catch (XMLStreamException e) {
      if (!Extract.isEncodingError(e)) {
        throw e;
      }
      ExtractTexts texts = new Survey().read(file, bytes, part, ColumnText.SINGLE_BYTE);
      if (!texts.isLegacy()) {
        throw file.refused("encoding");
      }
      return texts;
    }
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

    ExtractTexts read(LandedFile file, LandedBytes bytes, LandedBytes.Part part, Charset charset)
        throws IOException, XMLStreamException {
      Envelope envelope;
      try (InputStream stream = bytes.open(part)) {
        envelope = new Extract(file, charset).read(stream, this::ask);
      }
      return new ExtractTexts(charset, decisions(), envelope.madeOn());
    }

    private boolean ask(Visit visit, Envelope envelope) {
      unreadable += "quarantine.inner".equals(visit.flaw()) ? 1 : 0;
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
