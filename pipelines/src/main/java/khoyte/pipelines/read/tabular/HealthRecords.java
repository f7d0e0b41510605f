package khoyte.pipelines.read.tabular;

import static khoyte.warehouse.table.StagedTables.HEALTH_RECORD_VERSION;

import java.time.LocalDate;
import java.time.LocalDateTime;
import khoyte.pipelines.read.person.Communes;
import khoyte.pipelines.read.row.ContentHash;
import khoyte.pipelines.read.row.Lineage;
import khoyte.pipelines.read.row.Person;
import khoyte.pipelines.read.row.RowWriter;
import khoyte.pipelines.read.row.Values;
import khoyte.pipelines.read.text.VietnameseText;
import org.jspecify.annotations.Nullable;

/** Electronic health records; source 2 of the contract. */
final class HealthRecords implements Records {
  private static final ContentHash CONTENT = ContentHash.of(HEALTH_RECORD_VERSION);
  private static final int BIRTH_DATE = 4;
  private static final int OPENED = 13;
  private static final int UPDATED = 14;
  private static final int STATE = 15;

  private final Communes communes;
  private final DateColumns dates;

  HealthRecords(Communes communes, DateColumns dates) {
    this.communes = communes;
    this.dates = dates;
  }

  @Override
  public @Nullable String key(@Nullable String[] texts) {
    return texts[0] == null ? null : VietnameseText.stripped(texts[0]);
  }

  @Override
  public Object[] row(Lineage lineage, String key, @Nullable String[] texts) {
    LocalDateTime updatedAt = dates.moment(texts, UPDATED);
    LocalDate openedOn = dates.day(texts, OPENED);
    LocalDateTime plausible = lineage.plausible(updatedAt);
    LocalDate on =
        plausible != null
            ? plausible.toLocalDate()
            : openedOn != null ? openedOn : lineage.fileDate();
    Integer state = state(texts[STATE]);
    var person =
        Person.read(
            new Person.Texts(
                texts[1],
                texts[2],
                texts[3],
                dates.birth(texts, BIRTH_DATE),
                texts[5],
                texts[6],
                texts[7],
                texts[9],
                texts[11],
                texts[8]),
            communes,
            on);
    RowWriter row =
        new RowWriter(HEALTH_RECORD_VERSION)
            .lineage(lineage, updatedAt)
            .add(isWithdrawal(state, texts))
            .add(key)
            .addAll(texts, 1, texts.length);
    return person.addTo(row).add(openedOn).add(state).done(CONTENT);
  }

  private static @Nullable Integer state(@Nullable String text) {
    Integer state = Values.integer(text);
    return state != null && state >= 0 && state <= 3 ? state : null;
  }

  /** State 0 and nothing else but key and update time. */
  private static boolean isWithdrawal(@Nullable Integer state, @Nullable String[] texts) {
    if (state == null || state != 0) {
      return false;
    }
    for (int i = 1; i < UPDATED; i++) {
      if (texts[i] != null) {
        return false;
      }
    }
    return true;
  }
}
