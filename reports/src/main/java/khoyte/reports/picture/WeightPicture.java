package khoyte.reports.picture;

import java.util.List;
import java.util.stream.DoubleStream;

/**
 * How the weights of a record's candidates come about: for each a waterfall, all at one scale.
 *
 * @param title what is explained
 * @param warning what must be said before anybody passes the picture on
 * @param remarks lines under the title
 * @param limits weights from which on something is decided
 */
public record WeightPicture(
    String title,
    String warning,
    List<String> remarks,
    List<Waterfall> waterfalls,
    List<Limit> limits) {

  public WeightPicture {
    remarks = List.copyOf(remarks);
    waterfalls = List.copyOf(waterfalls);
    limits = List.copyOf(limits);
  }

  /**
   * From nothing to the weight of a candidate.
   *
   * @param outcome the sum's own line
   * @param printed the sum as it is printed
   */
  public record Waterfall(String heading, List<Step> steps, String outcome, String printed) {

    public Waterfall {
      steps = List.copyOf(steps);
    }

    double weight() {
      return steps.stream().mapToDouble(Step::weight).sum();
    }

    /** Where the sum stands on its way, from nothing on. */
    DoubleStream sums() {
      double[] sums = new double[steps.size() + 1];
      for (int i = 0; i < steps.size(); i++) {
        sums[i + 1] = sums[i] + steps.get(i).weight();
      }
      return DoubleStream.of(sums);
    }
  }

  /**
   * A part of a weight.
   *
   * @param detail how the two agree; may be empty
   * @param weight logarithm to base 2
   * @param printed the weight as it is printed; empty for what says nothing
   */
  public record Step(String label, String detail, double weight, String printed) {}

  /** A weight at which a line stands, with its name. */
  public record Limit(String name, double weight) {}

  /** The same picture for any program that reads SVG. */
  public String svg() {
    return new WeightDrawing(this).svg();
  }

  /** The same picture in points of colour. */
  public byte[] png() {
    return PngImage.of(svg());
  }
}
