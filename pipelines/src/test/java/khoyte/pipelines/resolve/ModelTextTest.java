package khoyte.pipelines.resolve;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * The models keep to what DuckDB and Spark SQL understand alike. What a comparison of their tables
 * would find only on unlucky rows (ties, nulls, one thread more) is not allowed to be written.
 */
class ModelTextTest {
  private static final Path SQL = Path.of("src/main/resources/sql");

  /** Functions that mean the same in both, whatever comes. */
  private static final Set<String> FUNCTIONS =
      Set.of("count", "min", "max", "coalesce", "greatest", "least", "row_number", "cast", "lpad");

  /** Words before a bracket that are no functions. */
  private static final Set<String> WORDS =
      Set.of(
          "as", "in", "over", "and", "or", "not", "on", "when", "then", "where", "from", "select");

  private record Ban(String text, Pattern pattern) {}

  private static final List<Ban> BANS =
      List.of(
          ban("several statements", ";"),
          ban("a quoted name", "[\"`]"),
          ban("a hint", "/\\*"),
          ban("a backslash", "\\\\"),
          ban("all columns, whose order differs", "\\bselect \\*|\\.\\*"),
          ban("join by equal names, which orders columns otherwise", "\\busing\\b"),
          ban("limit, which takes any rows", "\\blimit\\b"),
          ban("what Spark does not know", "\\b(qualify|recursive|distinct on|lambda)\\b"),
          ban("a left semi or anti join", "\\bleft (semi|anti)\\b"),
          ban("in with a subquery, where nulls differ", "\\bin \\(\\s*(select|from)\\b"),
          ban("nulls by words", "\\b(ignore|respect) nulls\\b"),
          ban("numbers that are not whole", "\\b(double|float|decimal|real)\\b"),
          ban("a division", "[^*/]/[^*/]"),
          ban("shifting to the left, or exclusive or", "<<|\\^"),
          ban("text of a length", "\\bas varchar\\b"),
          ban("an instant, which has a zone in Spark", "\\btimestamp\\b"),
          ban("a list", "\\[|\\barray\\b|\\bunnest\\b|\\bexplode\\b"));

  private static Ban ban(String text, String pattern) {
    return new Ban(text, Pattern.compile(pattern));
  }

  static Stream<Path> models() throws IOException {
    List<Path> models = new ArrayList<>();
    for (String folder : List.of("version", "registry", "link", "dose", "write", "balance")) {
      try (Stream<Path> files = Files.list(SQL.resolve(folder))) {
        files.sorted().forEach(models::add);
      }
    }
    return models.stream();
  }

  @ParameterizedTest
  @MethodSource("models")
  void aModelKeepsToWhatBothEnginesUnderstandAlike(Path model) throws IOException {
    String text = Files.readString(model);

    assertThat(text).startsWith("-- ").endsWith("\n");
    assertThat(faults(text)).isEmpty();
    if (!Set.of("write", "dose").contains(model.getParent().getFileName().toString())) {
      assertThat(text).as("a text is made only where it is written").doesNotContain("lpad(");
    }
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '#',
      quoteCharacter = '~',
      value = {
        "select a from t limit 1 # limit",
        "select t.* from t # all columns",
        "select a from t inner join u using (a) # equal names",
        "select max_by(a, b) as m from t # max_by",
        "select any_value(a) as m from t # any_value",
        "select a from t qualify row_number() over (order by a asc nulls last) = 1 # does not know",
        "select row_number() over (order by a) as n from t # order without",
        "select row_number() over (order by a desc) as n from t # order without",
        "select max(a) over (order by b asc nulls first) as n from t # frame",
        "select (a) & b as c from t # brackets",
        "select a | (b) as c from t # brackets",
        "select a from t where a in (select b from u) # subquery",
        "select a / 2 as h from t # division",
        "select hash(a) as h from t # hash",
        "select concat(a, b) as h from t # concat",
        "select cast(a as varchar) as h from t # length",
        "select a from t left anti join u on u.a = t.a # left semi",
        "select timestamp '2022-01-01' as h from t # instant",
        "select sum(a) as h from t # sum",
      })
  void whatTheyDoNotUnderstandAlikeIsFound(String text, String fault) {
    assertThat(faults(text)).anySatisfy(found -> assertThat(found).contains(fault.strip()));
  }

  @Test
  void thereAreModels() throws IOException {
    assertThat(models()).hasSizeGreaterThan(90);
  }

  private static List<String> faults(String model) {
    String text =
        model
            .replaceAll("--[^\n]*", "")
            .replaceAll("'[^']*'", "''")
            .replaceAll("\\$\\{[a-z]+}", "x")
            .toLowerCase(Locale.ROOT);
    List<String> faults = new ArrayList<>();
    for (Ban ban : BANS) {
      if (ban.pattern().matcher(text).find()) {
        faults.add(ban.text());
      }
    }
    faults.addAll(unknownFunctions(text));
    faults.addAll(windows(text));
    Matcher bits = Pattern.compile("(.)\\s*(?<![|])([|&])(?![|])\\s*(.)").matcher(text);
    while (bits.find()) {
      if (!bits.group(1).equals(")") || !bits.group(3).equals("(")) {
        faults.add("bits without brackets: " + bits.group());
      }
    }
    return faults;
  }

  private static Set<String> unknownFunctions(String text) {
    Set<String> unknown = new TreeSet<>();
    Matcher calls = Pattern.compile("\\b([a-z_]+) ?\\(").matcher(text);
    while (calls.find()) {
      boolean isBracket = text.charAt(calls.end() - 2) == ' ';
      String name = calls.group(1);
      if (!FUNCTIONS.contains(name) && !WORDS.contains(name) && !isBracket) {
        unknown.add("function " + name);
      }
    }
    return unknown;
  }

  /** Windows whose order leaves nulls or the frame to the engine. */
  private static List<String> windows(String text) {
    List<String> faults = new ArrayList<>();
    Matcher windows = Pattern.compile("(\\w+)\\(([^()]|\\([^()]*\\))*\\) over \\(").matcher(text);
    while (windows.find()) {
      String window = text.substring(windows.end(), closing(text, windows.end()));
      int order = window.indexOf("order by");
      if (order < 0) {
        continue;
      }
      String by = window.substring(order + 8).replaceAll("rows between.*", "");
      boolean isWhole =
          Stream.of(by.replaceAll("\\([^()]*\\)", "").split(",", -1))
              .allMatch(part -> part.strip().matches("(?s).* (asc|desc) nulls (first|last)"));
      if (!isWhole) {
        faults.add("an order without nulls first or last: " + by.strip());
      }
      if (!windows.group(1).equals("row_number") && !window.contains("rows between")) {
        faults.add("an aggregate without a frame");
      }
    }
    return faults;
  }

  private static int closing(String text, int from) {
    int open = 1;
    int at = from;
    while (open > 0) {
      open += text.charAt(at) == '(' ? 1 : text.charAt(at) == ')' ? -1 : 0;
      at++;
    }
    return at - 1;
  }
}
