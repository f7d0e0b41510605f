package khoyte.jobs.demo;

import java.util.List;
import java.util.Map;
import java.util.Set;
import khoyte.warehouse.table.CovidDefect;
import khoyte.warehouse.table.LinkState;
import org.jspecify.annotations.Nullable;

/**
 * What the rules of the cleaning contract must make of a synthetic province as of 31/12/2022.
 *
 * @param districts the two tables, by district code
 * @param files every file of the inbox
 * @param planted how many rows carry a trap
 * @param citizens the registry; empty unless asked for
 * @param records health records, visits and doses, current ones only; empty unless asked for
 * @param doses COVID-19 doses; empty unless asked for
 */
public record DemoTruth(
    List<DistrictFigures> districts,
    List<File> files,
    Map<Planted, Integer> planted,
    List<Citizen> citizens,
    List<Link> records,
    List<Dose> doses) {

  public DemoTruth {
    districts = List.copyOf(districts);
    files = List.copyOf(files);
    planted = Map.copyOf(planted);
    citizens = List.copyOf(citizens);
    records = List.copyOf(records);
    doses = List.copyOf(doses);
  }

  /**
   * A file of the inbox.
   *
   * @param path below the inbox, / between
   * @param source id of the source
   * @param refusedBecause key of the reason for which it is refused whole, or null
   * @param copyOf path of the file with the same bytes, or null
   * @param records rows or HOSO in it, the quarantined among them; 0 if it is refused
   * @param quarantinedLines lines that cannot be read, from 1
   */
  public record File(
      String path,
      String source,
      @Nullable String refusedBecause,
      @Nullable String copyOf,
      int records,
      List<Integer> quarantinedLines) {}

  /**
   * A citizen of the registry.
   *
   * @param firstRecordKey his smallest MA_HSSK in byte order
   * @param citizenId verified id, or null
   * @param communeCode commune that counts
   * @param undecided whether his keys lead to more than one id
   */
  public record Citizen(
      String firstRecordKey,
      @Nullable String citizenId,
      String name,
      String communeCode,
      String districtCode,
      boolean managed,
      boolean withImmunization,
      boolean withEncounter,
      boolean undecided) {}

  /**
   * Whose a current record is.
   *
   * @param source ehr, his-xml, immunization or covid-vaccination
   * @param key of the record; of a visit facility and MA_LK with / between
   * @param citizen his smallest MA_HSSK, or null
   */
  public record Link(
      String source, String key, LinkState link, @Nullable String citizen, Set<Planted> planted) {}

  /**
   * What a COVID-19 dose is.
   *
   * @param status clean, cleaned, to_verify or duplicate
   * @param doseNumber repaired; null where the dose is not numbered
   */
  public record Dose(
      String key, String status, Set<CovidDefect> defects, @Nullable Integer doseNumber) {}
}
