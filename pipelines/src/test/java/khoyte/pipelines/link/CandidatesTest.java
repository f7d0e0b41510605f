package khoyte.pipelines.link;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import khoyte.pipelines.link.model.BlockingRule;
import khoyte.pipelines.link.model.KeyPart;
import khoyte.pipelines.link.model.LinkModel;
import khoyte.warehouse.Fault;
import khoyte.warehouse.KhoyteException;
import khoyte.warehouse.Messages;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

@Tag("slow")
class CandidatesTest {
  private static final String PEOPLE =
      """
      id | given | family  | born
      a  | john  | miller  | 19800304
      b  | john  | miller  | 19800304
      c  | mille | john    | 19800505
      d  | joan  | muller  | 19790304
      e  |       | miller  | 19800304
      """;

  @TempDir static Path folder;
  private static DrawnPeople people;

  @BeforeAll
  static void open() {
    people = new DrawnPeople(folder);
  }

  @AfterAll
  static void close() {
    people.close();
  }

  @BeforeEach
  void forget() {
    people.remarks.clear();
  }

  @Test
  void everyKindOfKey() {
    assertThat(pairs(DrawnPeople.rule("given"))).containsExactly("a b 1");
    assertThat(pairs(DrawnPeople.rule("first 2 given"))).containsExactly("a b 1", "a d 1", "b d 1");
    assertThat(pairs(DrawnPeople.rule("last 4 born")))
        .containsExactly("a b 1", "a d 1", "a e 1", "b d 1", "b e 1", "d e 1");
    assertThat(pairs(DrawnPeople.rule("soundex family", "first 1 given")))
        .containsExactly("a b 1", "a d 1", "b d 1");
    assertThat(pairs(DrawnPeople.rule("year born", "family")))
        .containsExactly("a b 1", "a e 1", "b e 1");
    assertThat(pairs(DrawnPeople.rule("month born", "day born", "family")))
        .containsExactly("a b 1", "a e 1", "b e 1");
    assertThat(pairs(DrawnPeople.rule("sorted given family"))).containsExactly("a b 1");
  }

  @Test
  void withoutPartsEverybodyMeetsEverybody() {
    assertThat(pairs(new BlockingRule("everybody", List.of(), 1000, false))).hasSize(10);
  }

  @Test
  void aPairIsThereOnceWithAllItsRules() {
    assertThat(
            pairs(DrawnPeople.rule("given"), DrawnPeople.rule("family"), DrawnPeople.rule("born")))
        .containsExactly("a b 7", "a e 6", "b e 6");
  }

  @Test
  void twoTablesMeetOnlyEachOther() {
    LinkModel model = model(DrawnPeople.rule("family"));
    PreparedRows prepared = people.prepared(model, people.table(PEOPLE), people.table(PEOPLE));
    Dataset<Row> keys = Candidates.keys(prepared);

    assertThat(Candidates.counted(prepared, keys)).containsExactly(11L);
    assertThat(named(prepared, Candidates.pairs(keys, model.blocking(), model.blocking(), true)))
        .hasSize(11)
        .contains("a a 1", "a b 1", "b a 1", "d d 1");
  }

  @Test
  void pairsAreCountedByRuleBeforeAnythingIsCompared() {
    LinkModel model =
        model(DrawnPeople.rule("given"), DrawnPeople.rule("family"), DrawnPeople.rule("year born"));
    PreparedRows prepared = people.prepared(model, people.table(PEOPLE));

    assertThat(Candidates.counted(prepared, Candidates.keys(prepared))).containsExactly(1L, 3L, 6L);
  }

  @Test
  void aRuleBeyondItsCapIsRefusedByItsName() {
    assertThatThrownBy(() -> people.linkage(model(capped(2, false)), people.table(PEOPLE)))
        .isInstanceOfSatisfying(
            KhoyteException.class,
            refused -> {
              assertThat(refused.fault()).isEqualTo(Fault.ARGUMENT);
              assertThat(refused.text(Messages.ENGLISH))
                  .isEqualTo(
                      "Cannot compare: rule “by family” gives 3 pairs, more than its cap of 2. Add a"
                          + " part to the rule, raise its cap or set beyond-cap: leave-out in model"
                          + " drawn.");
            });
  }

  @Test
  void aRuleThatMayBeLeftOutIsLeftOutAndSaysSo() {
    LinkModel model = model(capped(2, true), DrawnPeople.rule("given"));

    assertThat(Candidates.withinCap(model, List.of(3L, 1L), people.remarks::add))
        .containsExactly(model.blocking().get(1));
    assertThat(people.remarks.stream().map(remark -> remark.text(Messages.ENGLISH)))
        .containsExactly(
            "Rule “by family” left out: 3 pairs, more than its cap of 2.",
            "Rule “given”: 1 pairs.");
  }

  @Test
  void withoutAnyRuleThereIsNothingToCompare() {
    LinkModel model = model(capped(2, true));

    assertThatThrownBy(() -> Candidates.withinCap(model, List.of(3L), people.remarks::add))
        .hasMessage(
            "Cannot compare: no rule of model drawn stays within its cap. Add a stricter rule.");
  }

  private static BlockingRule capped(long cap, boolean mayBeLeftOut) {
    return new BlockingRule("by family", List.of(KeyPart.of("family")), cap, mayBeLeftOut);
  }

  private static LinkModel model(BlockingRule... rules) {
    return DrawnPeople.model(
        List.of(
            DrawnPeople.column("given"), DrawnPeople.column("family"), DrawnPeople.column("born")),
        List.of(rules),
        List.of(DrawnPeople.comparison("given", "equal")));
  }

  private static List<String> pairs(BlockingRule... rules) {
    LinkModel model = model(rules);
    PreparedRows prepared = people.prepared(model, people.table(PEOPLE));
    return named(
        prepared,
        Candidates.pairs(Candidates.keys(prepared), model.blocking(), model.blocking(), false));
  }

  private static List<String> named(PreparedRows prepared, Dataset<Row> pairs) {
    Dataset<Row> ids = prepared.rows().select("row", "id");
    return new ArrayList<>(
        DrawnPeople.texts(
            pairs
                .join(ids.toDF("l_row", "l_id"), "l_row")
                .join(ids.toDF("r_row", "r_id"), "r_row")
                .select("l_id", "r_id", "rules")
                .orderBy("l_id", "r_id")));
  }
}
