package khoyte.pipelines.link;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class CsvTableTest {
  @TempDir Path folder;

  @Test
  void theSeparatorIsTheOneThatCutsTheHeading() throws IOException {
    assertThat(table("id;given, family;born\n1;a, b;\n").headings())
        .containsExactly("id", "given, family", "born");
    assertThat(table("id\tname\n1\ta\n").separator()).isEqualTo('\t');
    assertThat(table("id|name\n1|a\n").separator()).isEqualTo('|');
    assertThat(table("id\n1\n").headings()).containsExactly("id");
  }

  @Test
  void aMarkAtTheStartAndBlanksAroundHeadingsAreNoPartOfThem() throws IOException {
    assertThat(table("\uFEFFid , name\n1,a\n").headings()).containsExactly("id", "name");
  }

  @Test
  void whatIsNotUtf8IsReadAsWindowsText() throws IOException {
    Path file = folder.resolve("people.csv");
    Files.write(file, "id,name\n1,Müller\n".getBytes(Charset.forName("windows-1252")));

    assertThat(CsvTable.of(file).charset()).isEqualTo(Charset.forName("windows-1252"));
    assertThat(table("id,name\n1,Müller\n").charset()).isEqualTo(StandardCharsets.UTF_8);
  }

  @Test
  void rowsAreCountedAndUnevenOnesToo() throws IOException {
    CsvTable table = table("id,name\n1,a\n2\n3,b,c\n\n4,d\n");

    assertThat(table.rows()).isEqualTo(4);
    assertThat(table.uneven()).isEqualTo(2);
  }

  @Test
  void valuesOverSeveralLinesAreSeen() throws IOException {
    assertThat(table("id,name\n1,\"a\nb\"\n2,c\n").spansLines()).isTrue();
    assertThat(table("id,name\n1,\"a, b\"\n2,c\n").spansLines()).isFalse();
  }

  @Test
  void brokenFilesAreRefused() {
    assertThatThrownBy(() -> table("id,name\n1,a\n2,\"b\n3,c\n"))
        .hasMessageMatching(
            "Cannot read table .*people.csv: a quote or sign on line 3 is wrong. Correct the line.");
    assertThatThrownBy(() -> table("")).hasMessageMatching("Cannot read table .*: it has no rows.");
    assertThatThrownBy(() -> table("id,name\n"))
        .hasMessageMatching("Cannot read table .*: it has no rows.");
    assertThatThrownBy(() -> CsvTable.of(folder.resolve("none.csv")))
        .hasMessageMatching("Cannot read table .*none.csv: there is no such file.");
  }

  private CsvTable table(String text) throws IOException {
    Path file = folder.resolve("people.csv");
    Files.writeString(file, text);
    return CsvTable.of(file);
  }
}
