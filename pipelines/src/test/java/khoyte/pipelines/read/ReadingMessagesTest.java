package khoyte.pipelines.read;

import static org.assertj.core.api.Assertions.assertThat;

import khoyte.warehouse.Messages;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The English texts; the Vietnamese ones are asserted where they arise. */
class ReadingMessagesTest {

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          file.refused.count     | Cannot accept file F: it announces 2 records and holds 3. Ask the sender for the file again.
          file.refused.unit      | Cannot accept file F: facility code 2 does not belong to 3.
          file.refused.malformed | Cannot accept file F: its XML is malformed at line 2. Ask the sender for the file again.
          column.extra           | File F: column “2” is not used and was left out.
          column.converted       | File F: column “2” is written in 3 and was converted to Unicode.
          quarantine.quote       | a quote does not close where it should
          quarantine.control     | it holds control characters
          quarantine.fields      | the heading has F columns, the line has 2
          quarantine.encoding    | its text is damaged, not UTF-8
          quarantine.key         | the record key is missing
          quarantine.base64      | MA_LK F: the content of table 2 is not base64
          quarantine.inner       | MA_LK F: the XML of table 2 cannot be read
          quarantine.xml1.missing | MA_LK F: the record has no summary table XML1
          """)
  void english(String key, String text) {
    assertThat(Messages.ENGLISH.text(key, "F", 2, 3)).isEqualTo(text);
  }
}
