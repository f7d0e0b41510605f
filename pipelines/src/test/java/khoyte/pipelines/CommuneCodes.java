package khoyte.pipelines;

import java.util.List;
import java.util.stream.Collectors;

/**
 * What UNIT_UNKNOWN says of a COVID-19 dose of Đồng Nai (75), where the reference covers that
 * province, Bà Rịa - Vũng Tàu (77) and Tuyên Quang (08). A dose with a date is judged by the
 * reader, one without by the night; both are held to this table.
 */
public final class CommuneCodes {
  private static final String TABLE =
      """
      province | commune | broken | why
      75       | 26050   |        | a commune of its province
      75       | 2605    | yes    | 02605 is one of Tuyên Quang: another digit was lost
               | 2605    | yes    | nor does it lie in the province of the warehouse
      08       | 2605    |        | a spreadsheet ate the zero; the province is the witness
      8        | 2605    |        | it ate both zeros
      08       | 02605   |        | a commune of its province
      8        | 02605   |        | only the province was shortened
               | 26050   |        | a whole code needs no witness
               | 02605   |        | a whole code needs no witness
               | 26506   |        | a whole code needs no witness
      77       | 26506   |        | a commune of its province
      77       | 26050   | yes    | outside its own province
      75       | 26506   | yes    | outside its own province
      75       | 02605   | yes    | outside its own province
      08       | 26050   | yes    | outside its own province
      8        | 26050   | yes    | outside its own province
      79       | 26050   |        | a province that is not covered is not judged
      79       | 2605    |        | a province that is not covered is not judged
      79       |         |        | a province that is not covered is not judged
      1        | 4       |        | a province that is not covered is not judged
      75       |         | yes    | missing
               |         | yes    | missing
      75       | 99999   | yes    | no such commune
               | 99999   | yes    | no such commune
      75       | 605     | yes    | no such commune, with zeros neither
      75       | 731     | yes    | a district
      75       | 026050  | yes    | a digit too many
      75       | 26O50   | yes    | a letter
      7        | 2605    | yes    | no province, so no witness
      7        | 26050   |        | no province, which says nothing of a whole code
      98       | 2605    | yes    | no province, so no witness
      98       | 26050   |        | no province, which says nothing of a whole code
      Đồng Nai | 2605    | yes    | no code of a province, so no witness
      Đồng Nai | 26050   |        | no code of a province, which says nothing of a whole code
      """;

  private CommuneCodes() {}

  /** A line of the table. */
  public record Line(String province, String commune, boolean isBroken) {}

  public static List<Line> lines() {
    return TABLE
        .lines()
        .skip(1)
        .map(line -> line.split("\\|", -1))
        .map(cells -> new Line(cells[0].strip(), cells[1].strip(), cells[2].contains("yes")))
        .collect(Collectors.toList());
  }
}
