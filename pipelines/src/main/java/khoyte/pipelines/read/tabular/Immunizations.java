package khoyte.pipelines.read.tabular;

import static khoyte.warehouse.table.StagedTables.IMMUNIZATION_VERSION;

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

/** Routine immunisation of the stations; source 4 of the contract. */
final class Immunizations implements Records {
  private static final ContentHash CONTENT = ContentHash.of(IMMUNIZATION_VERSION);
  private static final int BIRTH_DATE = 3;
  private static final int DOSE_NUMBER = 14;
  private static final int GIVEN = 15;
  private static final int UPDATED = 18;

  private final Communes communes;
  private final DateColumns dates;

  Immunizations(Communes communes, DateColumns dates) {
    this.communes = communes;
    this.dates = dates;
  }

  @Override
  public @Nullable String key(@Nullable String[] texts) {
    return texts[0] == null ? null : VietnameseText.stripped(texts[0]);
  }

  @Override
  public Object[] row(Lineage lineage, String key, @Nullable String[] texts) {
    LocalDate givenOn = dates.day(texts, GIVEN);
    LocalDateTime updatedAt = dates.moment(texts, UPDATED);
    var person =
        Person.read(
            new Person.Texts(
                texts[1],
                null,
                texts[2],
                dates.birth(texts, BIRTH_DATE),
                texts[4],
                texts[7],
                texts[6],
                texts[8],
                texts[10],
                texts[11]),
            communes,
            givenOn != null ? givenOn : lineage.fileDate());
    RowWriter row =
        new RowWriter(IMMUNIZATION_VERSION)
            .lineage(lineage, updatedAt)
            .add(false)
            .add(key)
            .addAll(texts, 1, texts.length);
    return person.addTo(row).add(givenOn).add(Values.integer(texts[DOSE_NUMBER])).done(CONTENT);
  }
}
