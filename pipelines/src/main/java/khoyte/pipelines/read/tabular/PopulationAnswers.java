package khoyte.pipelines.read.tabular;

import static khoyte.warehouse.table.StagedTables.POPULATION_ANSWER_VERSION;

import khoyte.pipelines.read.person.Communes;
import khoyte.pipelines.read.row.ContentHash;
import khoyte.pipelines.read.row.Lineage;
import khoyte.pipelines.read.row.Person;
import khoyte.pipelines.read.row.RowWriter;
import khoyte.pipelines.read.text.VietnameseText;
import org.jspecify.annotations.Nullable;

/** Answers of the national population database; source 3 of the contract. */
final class PopulationAnswers implements Records {
  private static final ContentHash CONTENT = ContentHash.of(POPULATION_ANSWER_VERSION);
  private static final int BIRTH_DATE = 2;
  private static final int ANSWER = 5;

  private final Communes communes;
  private final DateColumns dates;

  PopulationAnswers(Communes communes, DateColumns dates) {
    this.communes = communes;
    this.dates = dates;
  }

  @Override
  public @Nullable String key(@Nullable String[] texts) {
    return texts[0] == null ? null : VietnameseText.stripped(texts[0]);
  }

  @Override
  public Object[] row(Lineage lineage, String key, @Nullable String[] texts) {
    var person =
        Person.read(
            new Person.Texts(
                texts[4],
                null,
                texts[1],
                dates.birth(texts, BIRTH_DATE),
                texts[3],
                null,
                null,
                null,
                null,
                null),
            communes,
            null);
    RowWriter row =
        new RowWriter(POPULATION_ANSWER_VERSION)
            .lineage(lineage, null)
            .add(false)
            .add(key)
            .addAll(texts, 1, texts.length);
    return person.addTo(row).add(answer(texts[ANSWER])).done(CONTENT);
  }

  private static @Nullable String answer(@Nullable String text) {
    if (text == null) {
      return null;
    }
    String folded = VietnameseText.foldedForm(VietnameseText.normalForm(text)).replace(' ', '_');
    return switch (folded) {
      case "khop" -> "KHOP";
      case "khong_khop" -> "KHONG_KHOP";
      case "khong_tim_thay" -> "KHONG_TIM_THAY";
      default -> null;
    };
  }
}
