package khoyte.jobs.demo;

import de.siegmar.fastcsv.reader.NamedCsvRecord;
import java.util.List;

/** What hospitals diagnose, prescribe and do; a small choice with prices in VND. */
final class Treatments {

  /** A line of the drug or service list. */
  record Line(String code, String name, String unit, long price) {}

  /** ICD-10 code and its name. */
  record Diagnosis(String code, String name) {}

  /**
   * What a visit costs, in VND.
   *
   * @param insurer the insurer's share: four fifths, of the uninsured nothing
   */
  record Bill(boolean insured, long total, long insurer) {}

  static final List<Diagnosis> DIAGNOSES =
      ModelLists.rows("diagnoses").stream()
          .map(row -> new Diagnosis(row.getField("icd10"), row.getField("name")))
          .toList();
  static final List<Line> DRUGS = lines("drug");
  static final List<Line> SERVICES = lines("service");

  private Treatments() {}

  private static List<Line> lines(String kind) {
    return ModelLists.rows("treatments").stream()
        .filter(row -> row.getField("kind").equals(kind))
        .map(Treatments::line)
        .toList();
  }

  private static Line line(NamedCsvRecord row) {
    return new Line(
        row.getField("code"),
        row.getField("name"),
        row.getField("unit"),
        Long.parseLong(row.getField("price")));
  }

  static Line drug(VisitRow visit, int number) {
    return DRUGS.get((visit.diagnosis() + number) % DRUGS.size());
  }

  static Line service(VisitRow visit, int number) {
    return SERVICES.get((visit.diagnosis() + number) % SERVICES.size());
  }

  static long drugQuantity(int number) {
    return 10 + 4L * number;
  }

  static long drugTotal(VisitRow visit) {
    long total = 0;
    for (int i = 0; i < visit.drugs(); i++) {
      total += drugQuantity(i) * drug(visit, i).price();
    }
    return total;
  }

  private static long total(VisitRow visit) {
    long total = visit.examination() + drugTotal(visit);
    for (int i = 0; i < visit.services(); i++) {
      total += service(visit, i).price();
    }
    return total;
  }

  static Bill bill(VisitRow visit) {
    boolean insured = !visit.person().cardText.isEmpty();
    long total = total(visit);
    return new Bill(insured, total, insured ? total * 80 / 100 : 0);
  }
}
