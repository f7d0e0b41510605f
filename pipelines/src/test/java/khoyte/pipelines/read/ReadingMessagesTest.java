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
          quarantine.inner.encoding | MA_LK F: the text in table 2 is not UTF-8
          quarantine.inner.kind    | MA_LK F: a table has no LOAIHOSO
          quarantine.inner.several | MA_LK F: a FILEHOSO has several LOAIHOSO or NOIDUNGFILE
          quarantine.inner.field   | MA_LK F: field 3 of table 2 has several values
          quarantine.inner.large   | MA_LK F: a table is too large
          quarantine.xml1.missing  | MA_LK F: the record has no summary table XML1
          quarantine.xml1.several  | the record has several different rows of XML1 (MA_LK 2)
          file.refused.stranger    | Cannot accept file F: a strange file “2” is in the archive. Ask the sender for the file without it.
          extract.joined           | File F: it consists of 2 XML files joined together, all were read.
          extract.encoding         | File F: its text is in 2 (the file declares 3) and was read as 2.
          extract.declarations     | File F: declarations “<?xml …?>” stand within it and were left out.
          extract.table            | File F: no decision has table “2”, it was left out.
          """)
  void english(String key, String text) {
    assertThat(Messages.ENGLISH.text(key, "F", 2, 3)).isEqualTo(text);
  }
}
