package khoyte.jobs.trial;

import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.CsvRecord;
import de.siegmar.fastcsv.writer.CsvWriter;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * The public sets with less of everybody: names and birth date; surname and birth date; the name in
 * one column; the date in three columns, of which one in twenty is impossible.
 */
public final class NarrowCuts {
  private static final int LENGTH_OF_A_DATE = 8;
  private static final int SPOILT = 20;

  private NarrowCuts() {}

  /** Writes the cuts of every CSV file of a folder into another. */
  public static void main(String[] folders) throws IOException {
    Path out = Files.createDirectories(Path.of(folders[1]));
    List<Path> sets;
    try (Stream<Path> files = Files.list(Path.of(folders[0]))) {
      sets = files.filter(file -> file.toString().endsWith(".csv")).sorted().toList();
    }
    for (Path set : sets) {
      String name = String.valueOf(set.getFileName()).replaceFirst("[.]csv$", "");
      List<Map<String, String>> rows = rows(set);
      write(
          out.resolve(name + "-names.csv"),
          List.of("rec_id", "given_name", "surname", "date_of_birth"),
          rows,
          row -> List.of(of(row, "given_name"), of(row, "surname"), of(row, "date_of_birth")));
      write(
          out.resolve(name + "-surname.csv"),
          List.of("rec_id", "surname", "date_of_birth"),
          rows,
          row -> List.of(of(row, "surname"), of(row, "date_of_birth")));
      write(
          out.resolve(name + "-whole.csv"),
          List.of("rec_id", "full_name", "date_of_birth"),
          rows,
          row ->
              List.of(
                  (of(row, "given_name") + " " + of(row, "surname")).strip(),
                  of(row, "date_of_birth")));
      write(
          out.resolve(name + "-parts.csv"),
          List.of("rec_id", "given_name", "surname", "birth_year", "birth_month", "birth_day"),
          rows,
          row -> {
            List<String> cells = new ArrayList<>();
            cells.add(of(row, "given_name"));
            cells.add(of(row, "surname"));
            cells.addAll(parts(of(row, "date_of_birth"), of(row, "rec_id")));
            return cells;
          });
    }
  }

  private static List<String> parts(String date, String id) {
    if (date.length() != LENGTH_OF_A_DATE) {
      return List.of("", "", "");
    }
    String month = date.substring(4, 6);
    String day = date.substring(6);
    return switch (Math.floorMod(id.hashCode(), 2 * SPOILT)) {
      case 0 -> List.of(date.substring(0, 4), "2", "31");
      case 1 -> List.of(date.substring(0, 4), "13", day);
      default -> List.of(date.substring(0, 4), month, day);
    };
  }

  private static String of(Map<String, String> row, String column) {
    return row.getOrDefault(column, "");
  }

  private static List<Map<String, String>> rows(Path file) throws IOException {
    try (CsvReader<CsvRecord> reader = CsvReader.builder().ofCsvRecord(file)) {
      List<CsvRecord> records = reader.stream().toList();
      List<String> headings = records.get(0).getFields().stream().map(String::strip).toList();
      return records.stream()
          .skip(1)
          .map(
              record ->
                  IntStream.range(0, headings.size())
                      .boxed()
                      .collect(Collectors.toMap(headings::get, i -> record.getField(i).strip())))
          .toList();
    }
  }

  private static void write(
      Path file,
      List<String> heading,
      List<Map<String, String>> rows,
      Function<Map<String, String>, List<String>> cut)
      throws IOException {
    try (CsvWriter writer = CsvWriter.builder().build(file)) {
      writer.writeRecord(heading);
      for (Map<String, String> row : rows) {
        List<String> cells = new ArrayList<>(List.of(of(row, "rec_id")));
        cells.addAll(cut.apply(row));
        writer.writeRecord(cells);
      }
    }
  }
}
