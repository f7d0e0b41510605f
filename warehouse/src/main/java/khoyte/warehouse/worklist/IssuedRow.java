package khoyte.warehouse.worklist;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What a row of a list was printed for, as the workbook keeps it for its return.
 *
 * @param key see {@link RowKey}
 * @param sourceTable staged table of the record; review_pair for two health records that may be one
 *     person's
 * @param recordKey its key; of a pair both record keys with / between, the smaller first
 * @param linkedHssk smallest health record of the citizen it was linked to; null if to none
 * @param candidates smallest health record of each candidate, in the order printed
 */
public record IssuedRow(
    String key,
    WorklistSheet sheet,
    String sourceTable,
    String recordKey,
    @Nullable String linkedHssk,
    List<String> candidates,
    List<Proposal> proposals,
    Present present) {

  private static final String FIELD = "\u001F";
  private static final String ITEM = "\u001E";
  private static final String PART = "\u001D";
  private static final int FIELDS = 10;

  public IssuedRow {
    candidates = List.copyOf(candidates);
    proposals = List.copyOf(proposals);
  }

  /**
   * All but the key as one text of letters, digits and signs that no spreadsheet program changes.
   */
  public String packed() {
    List<String> parts = new ArrayList<>();
    for (Proposal proposal : proposals) {
      parts.add(
          String.join(PART, proposal.field(), text(proposal.original()), proposal.repaired()));
    }
    String plain =
        String.join(
            FIELD,
            sheet.code(),
            sourceTable,
            recordKey,
            text(linkedHssk),
            String.join(ITEM, candidates),
            String.join(ITEM, parts),
            text(present.name()),
            text(present.birthDate()),
            text(present.gender()),
            text(present.id()));
    return Base64.getEncoder().encodeToString(plain.getBytes(StandardCharsets.UTF_8));
  }

  /** The row of a key and a text that {@link #packed} made and a {@link WorklistSeal} proves. */
  public static IssuedRow unpacked(String key, String packed) {
    String plain = new String(Base64.getDecoder().decode(packed), StandardCharsets.UTF_8);
    String[] fields = plain.split(FIELD, -1);
    if (fields.length != FIELDS) {
      throw new IllegalArgumentException("Cannot read row " + key + ": " + fields.length);
    }
    List<Proposal> proposals = new ArrayList<>();
    for (String item : items(fields[5])) {
      String[] parts = item.split(PART, -1);
      proposals.add(new Proposal(parts[0], value(parts[1]), parts[2]));
    }
    return new IssuedRow(
        key,
        WorklistSheet.ofCode(fields[0]),
        fields[1],
        fields[2],
        value(fields[3]),
        items(fields[4]),
        proposals,
        new Present(value(fields[6]), value(fields[7]), value(fields[8]), value(fields[9])));
  }

  private static List<String> items(String field) {
    return field.isEmpty() ? List.of() : List.of(field.split(ITEM, -1));
  }

  private static String text(@Nullable String value) {
    return value == null ? "" : value;
  }

  private static @Nullable String value(String text) {
    return text.isEmpty() ? null : text;
  }
}
