package khoyte.pipelines.resolve;

import static khoyte.warehouse.table.StagedTables.CORRECTION_VERSION;
import static khoyte.warehouse.table.StagedTables.COVID_DOSE_VERSION;
import static khoyte.warehouse.table.StagedTables.ENCOUNTER_VERSION;
import static khoyte.warehouse.table.StagedTables.HEALTH_RECORD_VERSION;
import static khoyte.warehouse.table.StagedTables.IMMUNIZATION_VERSION;
import static khoyte.warehouse.table.StagedTables.POPULATION_ANSWER_VERSION;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import khoyte.warehouse.table.DrawnTable;
import khoyte.warehouse.table.Table;
import khoyte.warehouse.worklist.Decision;

/**
 * The files of a province in which hardly anything is in order: a few people who share names, birth
 * dates, ids and insurance numbers, registered several times, with ids that come late, are refused
 * or turn out to be another's, records that move, are withdrawn and come back, and files that come
 * twice with other bytes.
 */
final class RandomProvince {
  private static final List<String> COMMUNES =
      List.of("26050", "26068", "26500", "26068~2024-11-01");
  private static final List<String> NAMES =
      List.of("Hồ Văn An", "Hồ Văn Ân", "Hồ Văn Anh", "Hồ Thị Nhung", "Hồ Thị Nhun", "Lê Hoà");
  private static final List<String> UPDATES =
      List.of("2022-10-01 00:00", "2022-11-01 00:00", "2022-12-15 00:00", "2023-01-02 00:00");
  private static final List<String> VACCINES = List.of("Pfizer", "Moderna", "Abdala");
  private static final int PEOPLE = 9;
  private static final int MOST_ROWS = 9;

  private final Random random;
  private int label;

  RandomProvince(long seed) {
    this.random = new Random(seed);
  }

  /** Rows of one table that arrive together. */
  record File(Table table, String drawn) {}

  /** All files of the province in an order of their own. */
  List<File> files() {
    List<File> files = new ArrayList<>();
    files.addAll(files(HEALTH_RECORD_VERSION, versions(26, 45, this::healthRecord)));
    files.addAll(files(POPULATION_ANSWER_VERSION, versions(26, 14, this::answer)));
    files.addAll(files(ENCOUNTER_VERSION, versions(14, 22, this::visit)));
    files.addAll(files(IMMUNIZATION_VERSION, versions(10, 16, this::routineDose)));
    files.addAll(files(COVID_DOSE_VERSION, versions(22, 36, this::covidDose)));
    files.addAll(files(CORRECTION_VERSION, versions(30, 24, this::correction)));
    Collections.shuffle(files, random);
    return files;
  }

  /** The same, cut into nights; a night may bring nothing. */
  List<List<File>> nights(int count) {
    List<List<File>> nights = new ArrayList<>();
    for (int i = 0; i < count; i++) {
      nights.add(new ArrayList<>());
    }
    for (File file : files()) {
      nights.get(random.nextInt(count)).add(file);
    }
    return nights;
  }

  LocalDate asOf() {
    return LocalDate.of(2022, 12, 28).plusDays(random.nextInt(9));
  }

  private interface Drawing {
    void draw(Map<String, Object> row, int number);
  }

  private List<Map<String, Object>> versions(int records, int count, Drawing drawing) {
    List<Map<String, Object>> versions = new ArrayList<>();
    for (int i = 0; i < count; i++) {
      if (i > 3 && random.nextInt(9) == 0) {
        // the same content once more, in another file
        versions.add(new LinkedHashMap<>(versions.get(random.nextInt(i))));
        continue;
      }
      Map<String, Object> row = new LinkedHashMap<>();
      row.put("updated_at", random.nextInt(7) == 0 ? "" : anyOf(UPDATES));
      row.put("withdrawn", random.nextInt(14) == 0);
      drawing.draw(row, random.nextInt(records));
      versions.add(row);
    }
    return versions;
  }

  private List<File> files(Table table, List<Map<String, Object>> versions) {
    List<File> files = new ArrayList<>();
    for (int from = 0; from < versions.size(); ) {
      int to = Math.min(versions.size(), from + 1 + random.nextInt(MOST_ROWS));
      String fileDate = random.nextInt(4) == 0 ? "" : "2022-12-" + (10 + random.nextInt(20));
      List<List<Object>> rows = new ArrayList<>();
      for (Map<String, Object> version : versions.subList(from, to)) {
        List<Object> row = new ArrayList<>(version.values());
        row.add(fileDate);
        rows.add(row);
      }
      List<String> names = new ArrayList<>(versions.get(0).keySet());
      names.add("file_date");
      files.add(new File(table, DrawnTable.draw(names, rows).replace("\"\"", "")));
      from = to;
    }
    return files;
  }

  private void healthRecord(Map<String, Object> row, int number) {
    row.put("ma_hssk", "HS" + number);
    person(row, number % PEOPLE);
    row.put("old_id", random.nextInt(4) == 0 ? "27000000" + random.nextInt(3) : "");
    row.put("opened_on", random.nextInt(3) == 0 ? asOf() : "2020-01-01");
    row.put("state", 1 + random.nextInt(8) / 6);
    row.put("station_text", "T" + label++);
  }

  private void answer(Map<String, Object> row, int number) {
    row.put("ma_hssk", "HS" + number);
    String answer = anyOf(List.of("KHOP", "KHOP", "KHONG_KHOP", "KHONG_TIM_THAY"));
    row.put("answer", answer);
    row.put("citizen_id", id(random.nextInt(PEOPLE)));
    row.put("name_text", random.nextBoolean() ? anyOf(NAMES) : "");
    row.put("birth_date", random.nextBoolean() ? birthDate(number % PEOPLE) : "");
    row.put("answer_text", answer + label++);
  }

  private void visit(Map<String, Object> row, int number) {
    row.put("facility_code", "7500" + number % 2);
    row.put("ma_lk", "L" + number);
    event(row, random.nextInt(PEOPLE));
    row.put("admitted_at", "2022-05-01 08:00");
    row.put("dialect", "4210");
    row.put("patient_code_text", "P" + label++);
  }

  private void routineDose(Map<String, Object> row, int number) {
    row.put("ma_doi_tuong", "I" + number);
    event(row, random.nextInt(PEOPLE));
    row.put("given_on", asOf());
    row.put("lot_text", "L" + label++);
  }

  private void covidDose(Map<String, Object> row, int number) {
    row.put("ma_mui_tiem", "M" + number);
    event(row, random.nextInt(PEOPLE));
    row.put("given_on", random.nextInt(3) == 0 ? asOf() : "2021-09-0" + (1 + random.nextInt(3)));
    String vaccine = anyOf(VACCINES);
    row.put("vaccine", vaccine);
    row.put("vaccine_text", vaccine);
    row.put("dose_number", random.nextInt(4));
    row.put("commune_text", row.get("commune"));
    row.put("province_text", "75");
    // a reader finds an old prefix only where there is a phone
    boolean isOldPhone = random.nextInt(5) == 0 && !row.get("phone").equals("");
    row.put("defects", isOldPhone ? "PHONE_PREFIX" : "[]");
    row.put("lot_text", "L" + label++);
  }

  private void correction(Map<String, Object> row, int number) {
    Decision decision = Decision.values()[random.nextInt(Decision.values().length)];
    boolean isPair = random.nextInt(3) == 0;
    int other = (number + 9) % 26;
    row.put(
        "source_table",
        isPair
            ? "review_pair"
            : anyOf(List.of(HEALTH_RECORD_VERSION, COVID_DOSE_VERSION, IMMUNIZATION_VERSION))
                .name());
    row.put(
        "record_key",
        switch (row.get("source_table").toString()) {
          case "review_pair" -> "HS" + number % 26 + "/HS" + other;
          case "health_record_version" -> "HS" + number % 26;
          case "covid_dose_version" -> "M" + number % 22;
          default -> "I" + number % 10;
        });
    row.put("list", anyOf(List.of("undecided", "group_3")));
    row.put("decision", decision.code());
    row.put("decision_text", decision.text() + label++);
    boolean isCorrected = decision == Decision.CORRECTED;
    row.put("citizen_id", isCorrected ? id(random.nextInt(PEOPLE)) : "");
    row.put("name_text", isCorrected ? anyOf(NAMES) : "");
    row.put("birth_date", isCorrected ? birthDate(number % PEOPLE) : "");
    row.put("linked_hssk", isPair ? "HS" + number % 26 : "HS" + random.nextInt(26));
    row.put("candidates", "HS" + other + ", HS" + (other + 1) % 26);
    int chosen = decision.candidate();
    row.put("chosen_hssk", chosen < 0 ? "" : "HS" + (other + chosen) % 26);
    row.put("confirmed", "gender_text=Nam, gender_text=Nữ");
    row.put("unit_code", "26050");
    row.put("listed_as_of", "2022-12-31");
    row.put("listed_night", "2022-12-31.v1");
    row.put("withdrawn", false);
  }

  /** What a record says of one of the people, mostly the truth. */
  private void person(Map<String, Object> row, int person) {
    row.put("citizen_id", random.nextInt(3) == 0 ? "" : id(slip(person)));
    row.put("name_text", NAMES.get(slip(person) % NAMES.size()));
    row.put("birth_date", random.nextInt(9) == 0 ? "" : birthDate(slip(person)));
    row.put("gender", 1 + person % 2);
    row.put("insurance_numbers", random.nextInt(3) == 0 ? "[]" : "750000000" + slip(person) % 7);
    row.put("commune", random.nextInt(5) == 0 ? anyOf(COMMUNES) : COMMUNES.get(person % 3));
    row.put("phone", random.nextInt(3) == 0 ? "" : "090123450" + slip(person));
  }

  /** What only a matcher can tell: no number, and something else is wrong as well. */
  private void event(Map<String, Object> row, int person) {
    person(row, person);
    if (random.nextInt(3) == 0) {
      row.put("citizen_id", "");
      row.put("insurance_numbers", "[]");
      row.put("name_text", row.get("name_text") + anyOf(List.of("h", "g", "")));
      row.put("commune", anyOf(List.of("26050", "26500", "")));
    }
  }

  private int slip(int person) {
    return random.nextInt(6) == 0 ? random.nextInt(PEOPLE) : person;
  }

  private static String id(int person) {
    return "07508000010" + person;
  }

  private static String birthDate(int person) {
    return "1980-01-0" + (1 + person % 4);
  }

  private <T> T anyOf(List<T> values) {
    return values.get(random.nextInt(values.size()));
  }
}
