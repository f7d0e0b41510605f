package khoyte.warehouse.night;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class QueryErrorTest {

  /** {@code t} has one row: {@code name}, {@code id}, {@code born} and {@code large}. */
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          selec name from t                        | Parser Error: syntax error at or near "selec"
          select nam from t where id = '0'         | Binder Error: Referenced column "nam" not found in FROM clause!
          select name::integer from t              | Conversion Error: Could not convert string … to INT32
          select 'x'::integer from t               | Conversion Error: Could not convert string 'x' to INT32
          select concat(id, id)::integer from t  | Conversion Error: Could not convert string … to INT32
          select born::date from t                 | Conversion Error: invalid date field format: …, expected format is (YYYY-MM-DD)
          select large * large from t              | Out of Range Error: Overflow in multiplication of INT64 (… * …)!
          select error(name) from t                | Invalid Input Error
          select strptime(name, '%d') from t       | Invalid Input Error: Could not parse string …
          select json(name) from t                 | Invalid Input Error: Malformed JSON at byte … of input: unexpected character.
          """)
  void noValueOfARowIsQuoted(String sql, String expected) throws SQLException {
    String words = words(sql);

    assertThat(words).startsWith(expected);
    assertThat(words)
        .doesNotContain("Nguyễn", "Đánh", "Dấu", "079123456789", "1957", "9007199254740993");
  }

  @Test
  void anErrorWithoutWordsIsNone() {
    assertThat(QueryError.words("select 1", new SQLException((String) null))).isEmpty();
  }

  private static String words(String sql) throws SQLException {
    try (Connection database = DriverManager.getConnection("jdbc:duckdb:");
        Statement statement = database.createStatement()) {
      statement.execute(
          "create table t as select 'Nguyễn ''Đánh'' Dấu' as name, '079123456789' as id,"
              + " '30.02.1957' as born, 9007199254740993::bigint as large");
      try {
        statement.executeQuery(sql).next();
      } catch (SQLException e) {
        return QueryError.words(sql, e);
      }
      throw new AssertionError(sql);
    }
  }
}
