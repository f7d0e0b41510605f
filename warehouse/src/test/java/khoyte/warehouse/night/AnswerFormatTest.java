package khoyte.warehouse.night;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.StringWriter;
import java.nio.file.Path;
import khoyte.warehouse.Messages;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class AnswerFormatTest {
  private static final String ROWS =
      """
      select * from (values
          ('731', 'Thành phố "Biên Hòa"', 1, 1.50, date '2022-12-31', ['a', 'b'], true),
          (null, 'Huyện, Nhơn Trạch', 1234567, -0.25, null, [], false),
          ('', 'hai' || chr(10) || 'dòng', null, null, date '2022-01-01', null, null)
      ) as t(unit_code, unit_name, managed, share, day, defects, is_open)
      """;

  @TempDir static Path home;
  private static NightReader reader;

  @BeforeAll
  static void open() {
    reader = DrawnNight.of(home, "2022-12-31.v1").read();
  }

  @AfterAll
  static void close() {
    reader.close();
  }

  @Test
  void csvKnowsNullFromEmpty() throws IOException {
    assertThat(printed(ROWS, AnswerFormat.CSV))
        .isEqualTo(
            """
            unit_code,unit_name,managed,share,day,defects,is_open
            731,"Thành phố ""Biên Hòa""\",1,1.50,2022-12-31,"[a, b]",true
            ,"Huyện, Nhơn Trạch",1234567,-0.25,,[],false
            "","hai
            dòng",,,2022-01-01,,
            """
                .replace("\n", "\r\n")
                .replace("hai\r\n", "hai\n"));
  }

  @Test
  void jsonIsAnArrayOfObjects() throws IOException {
    assertThat(printed(ROWS, AnswerFormat.JSON))
        .isEqualTo(
            """
            [
            {"unit_code":"731","unit_name":"Thành phố \\"Biên Hòa\\"","managed":1,"share":1.50,"day":"2022-12-31","defects":["a","b"],"is_open":true},
            {"unit_code":null,"unit_name":"Huyện, Nhơn Trạch","managed":1234567,"share":-0.25,"day":null,"defects":[],"is_open":false},
            {"unit_code":"","unit_name":"hai\\ndòng","managed":null,"share":null,"day":"2022-01-01","defects":null,"is_open":null}
            ]
            """);
  }

  @Test
  void aTableIsAlignedByWhatATerminalShows() throws IOException {
    assertThat(printed(ROWS, AnswerFormat.TABLE))
        .isEqualTo(
            """
            unit_code | unit_name            | managed | share | day        | defects | is_open
            ----------+----------------------+---------+-------+------------+---------+--------
            731       | Thành phố "Biên Hòa" |       1 |  1.50 | 2022-12-31 | [a, b]  | true
                      | Huyện, Nhơn Trạch    | 1234567 | -0.25 |            | []      | false
                      | hai dòng             |         |       | 2022-01-01 |         |
            (3 dòng)
            """);
    assertThat(TableAnswer.width("Hoa\u0300")).isEqualTo(3);
    assertThat(TableAnswer.width("醫")).isEqualTo(2);
  }

  @Test
  void noRowsAreAnAnswerToo() throws IOException {
    String none = "select 1 as one where false";
    assertThat(printed(none, AnswerFormat.TABLE)).isEqualTo("one\n---\n(0 dòng)\n");
    assertThat(printed(none, AnswerFormat.CSV)).isEqualTo("one\r\n");
    assertThat(printed(none, AnswerFormat.JSON)).isEqualTo("[\n]\n");
  }

  @Test
  void aLongTableIsPrintedToItsEnd() throws IOException {
    String table = printed("select i from range(1500) as t(i)", AnswerFormat.TABLE);

    assertThat(table)
        .startsWith("  i\n---\n  0\n")
        .contains("\n999\n1000\n")
        .endsWith("(1.500 dòng)\n");
    assertThat(table.lines()).hasSize(1503);
  }

  @Test
  void timesAndNestedValuesAreText() throws IOException {
    String sql =
        "select timestamp '2022-12-31 08:15:00' as a, timestamp '2022-12-31 08:15:00.25' as b,"
            + " {'k': date '2022-01-01'} as c, 170141183460469231731687303715884105727::hugeint as"
            + " d";
    assertThat(printed(sql, AnswerFormat.CSV))
        .isEqualTo(
            "a,b,c,d\r\n2022-12-31 08:15:00,2022-12-31"
                + " 08:15:00.25,{k=2022-01-01},170141183460469231731687303715884105727\r\n");
    assertThat(printed(sql, AnswerFormat.JSON))
        .contains("\"c\":{\"k\":\"2022-01-01\"}")
        .contains("\"d\":170141183460469231731687303715884105727");
  }

  private static String printed(String sql, AnswerFormat format) throws IOException {
    StringWriter out = new StringWriter();
    reader.print(sql, format, out, Messages.VIETNAMESE);
    return out.toString();
  }
}
