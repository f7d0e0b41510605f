package khoyte.warehouse;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;

import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.text.MessageFormat;
import java.time.LocalDate;
import java.util.Locale;
import java.util.Properties;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvFileSource;

class MessagesTest {

  @Test
  void everythingIsSaidInBothLanguages() throws IOException {
    assertThat(texts("vi").stringPropertyNames())
        .containsExactlyInAnyOrderElementsOf(texts("en").stringPropertyNames());
  }

  @Test
  void everyTextHasTheSamePlacesInBothLanguages() throws IOException {
    Properties english = texts("en");
    texts("vi")
        .forEach(
            (key, text) -> {
              assertThatCode(() -> new MessageFormat((String) text, Locale.ROOT))
                  .as((String) key)
                  .doesNotThrowAnyException();
              assertThat(places((String) text))
                  .as((String) key)
                  .isEqualTo(places(english.getProperty((String) key)));
            });
  }

  /** The places are filled with their own numbers: {@code «0»}, {@code «1»}… */
  @ParameterizedTest
  @CsvFileSource(resources = "/khoyte/agreed_words.csv", delimiter = '|', numLinesToSkip = 1)
  void theAgreedWordsStandAsAgreed(String key, String words) throws IOException {
    String text = texts("vi").getProperty(key);

    assertThat(text).as(key).isNotNull();
    assertThat(
            new MessageFormat(text, Locale.ROOT)
                .format(new Object[] {"«0»", "«1»", "«2»", "«3»", "«4»"}))
        .isEqualTo(words);
  }

  @Test
  void aDateWithoutNightNamesTheNearest() {
    LocalDate asOf = LocalDate.of(2022, 12, 31);

    assertThat(Messages.VIETNAMESE.text("report.none", asOf))
        .isEqualTo(
            "Không thể lập báo cáo: chưa có phiên đêm nào được công bố cho ngày 2022-12-31.");
    assertThat(Messages.ENGLISH.text("report.none", asOf))
        .isEqualTo("Cannot render the report: no night was published for 2022-12-31.");
    assertThat(Messages.VIETNAMESE.text("report.nearest", "31/12/2022", "30/12/2022"))
        .isEqualTo(
            "Không thể lập báo cáo: chưa có phiên đêm nào được công bố cho ngày 31/12/2022. Phiên đêm"
                + " gần nhất: 30/12/2022.");
    assertThat(Messages.ENGLISH.text("report.nearest", "2022-12-31", "2022-12-30"))
        .isEqualTo(
            "Cannot make reports: no night of 2022-12-31 has been published. Nearest night:"
                + " 2022-12-30.");
  }

  @Test
  void countsAreSaidAsTheLanguageDoes() {
    assertThat(Messages.ENGLISH.text("sql.rows", 0)).isEqualTo("0 rows");
    assertThat(Messages.ENGLISH.text("sql.rows", 1)).isEqualTo("1 row");
    assertThat(Messages.ENGLISH.text("sql.rows", 1500)).isEqualTo("1,500 rows");
    assertThat(Messages.VIETNAMESE.text("sql.rows", 1500)).isEqualTo("1.500 dòng");
    assertThat(Messages.ENGLISH.text("balance.failed", "2022-12-31", "ehr", 1500))
        .isEqualTo("Cannot publish night 2022-12-31: source ehr is 1,500 records out of balance.");
  }

  private static long places(String text) {
    return new MessageFormat(text, Locale.ROOT).getFormatsByArgumentIndex().length;
  }

  private static Properties texts(String language) throws IOException {
    Properties texts = new Properties();
    try (InputStreamReader file =
        new InputStreamReader(
            MessagesTest.class.getResourceAsStream("/khoyte/messages_" + language + ".properties"),
            StandardCharsets.UTF_8)) {
      texts.load(file);
    }
    return texts;
  }
}
