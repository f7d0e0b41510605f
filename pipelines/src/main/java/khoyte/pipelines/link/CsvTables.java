package khoyte.pipelines.link;

import java.nio.file.Path;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import khoyte.pipelines.link.model.LinkModel;
import khoyte.pipelines.read.text.VietnameseText;
import khoyte.warehouse.Fault;
import khoyte.warehouse.KhoyteException;

/**
 * Tables of people as files.
 *
 * @param files one, or two to be linked
 * @param columns what somebody says that their columns hold: a name that the model knows, and the
 *     heading in the tables
 */
public record CsvTables(List<Path> files, Map<String, String> columns) {

  public CsvTables {
    files = List.copyOf(files);
    columns = Collections.unmodifiableMap(new LinkedHashMap<>(columns));
  }

  /** The model for these tables, which were looked through. */
  LinkModel told(LinkModel model, List<CsvTable> tables) {
    LinkModel told = model;
    for (Map.Entry<String, String> column : columns.entrySet()) {
      String letters = VietnameseText.letters(column.getValue());
      List<String> headings =
          tables.stream().flatMap(table -> table.headings().stream()).distinct().toList();
      if (headings.stream().noneMatch(one -> VietnameseText.letters(one).equals(letters))) {
        throw new KhoyteException(
            Fault.ARGUMENT,
            "link.column.heading",
            column.getKey(),
            column.getValue(),
            String.join(", ", headings));
      }
      told =
          told.under(column.getKey(), column.getValue())
              .orElseThrow(
                  () ->
                      new KhoyteException(
                          Fault.ARGUMENT,
                          "link.column.known",
                          column.getKey(),
                          model.name(),
                          String.join(", ", model.knownNames())));
    }
    return told;
  }
}
