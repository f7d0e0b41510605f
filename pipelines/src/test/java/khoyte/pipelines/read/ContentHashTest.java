package khoyte.pipelines.read;

import static khoyte.warehouse.table.StagedTables.HEALTH_RECORD_VERSION;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashSet;
import java.util.List;
import java.util.Set;
import khoyte.pipelines.read.row.ContentHash;
import khoyte.warehouse.table.StagedTables;
import org.junit.jupiter.api.Test;

class ContentHashTest {
  private static final ContentHash CONTENT = ContentHash.of(HEALTH_RECORD_VERSION);

  private static Object[] row() {
    return new Object[HEALTH_RECORD_VERSION.fields().size()];
  }

  @Test
  void theContentIsWhatTheSenderWroteInTheOrderOfTheContract() {
    assertThat(ContentHash.fields(StagedTables.POPULATION_ANSWER_VERSION))
        .containsExactly("name_text", "birth_date_text", "gender_text", "id_text", "answer_text");
    assertThat(ContentHash.fields(StagedTables.ENCOUNTER_VERSION))
        .startsWith("patient_code_text")
        .endsWith("treatment_days_text", "tables_digest");
  }

  @Test
  void everyTextCountsAndNothingElse() {
    Set<Long> hashes = new HashSet<>();
    List<String> fields = ContentHash.fields(HEALTH_RECORD_VERSION);
    for (String field : fields) {
      Object[] row = row();
      row[HEALTH_RECORD_VERSION.indexOf(field)] = "x";
      hashes.add(CONTENT.hash(row));
    }
    Object[] elsewhere = row();
    elsewhere[HEALTH_RECORD_VERSION.indexOf("file_id")] = 12L;
    elsewhere[HEALTH_RECORD_VERSION.indexOf("name")] = "x";

    assertThat(hashes).hasSameSizeAs(fields).doesNotContain(CONTENT.hash(row()));
    assertThat(CONTENT.hash(elsewhere)).isEqualTo(CONTENT.hash(row()));
  }

  @Test
  void theHashOfAContentNeverChanges() {
    Object[] row = row();
    row[HEALTH_RECORD_VERSION.indexOf("name_text")] = "Nguyễn Văn Hoà";

    assertThat(CONTENT.hash(row)).isEqualTo(617816418457956540L);
  }
}
