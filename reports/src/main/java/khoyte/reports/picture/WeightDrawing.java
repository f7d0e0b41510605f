package khoyte.reports.picture;

import java.util.Arrays;
import java.util.stream.DoubleStream;
import khoyte.reports.font.Typeface;
import khoyte.reports.picture.WeightPicture.Limit;
import khoyte.reports.picture.WeightPicture.Step;
import khoyte.reports.picture.WeightPicture.Waterfall;

/** Places the bars of a {@link WeightPicture}, in points. */
final class WeightDrawing {
  private static final int WIDTH = 960;
  private static final int MARGIN = 24;
  private static final int PLOT_LEFT = 400;
  private static final int PLOT_RIGHT = 860;
  private static final int ROW = 38;
  private static final int BAR = 16;
  private static final int LINE = 18;
  private static final int AXIS = 34;
  private static final int NAME_OF_LIMIT = 12;
  private static final int GAP = 20;
  private static final int LEAST_TICKS = 4;
  private static final double POINTS_PER_MM = 72 / 25.4;

  private final WeightPicture picture;
  private final SvgText svg = new SvgText();
  private final int low;
  private final int high;
  private final int tick;
  private final int[] steps;
  private int y = MARGIN;

  WeightDrawing(WeightPicture picture) {
    this.picture = picture;
    double[] drawn =
        DoubleStream.concat(
                picture.waterfalls().stream().flatMapToDouble(Waterfall::sums),
                picture.limits().stream().mapToDouble(Limit::weight))
            .toArray();
    double least = DoubleStream.of(drawn).min().orElse(0);
    double most = DoubleStream.of(drawn).max().orElse(0);
    this.tick = tick(Math.max(most - least, 1));
    this.low = Math.min(0, (int) Math.floor(least / tick) * tick);
    this.high = Math.max(tick, (int) Math.ceil(most / tick) * tick);
    this.steps = steps();
  }

  /** On which step above the plot each name of a limit stands: the first that is free. */
  private int[] steps() {
    int[] chosen = new int[picture.limits().size()];
    double[] right = new double[chosen.length];
    for (int i = 0; i < chosen.length; i++) {
      Limit limit = picture.limits().get(i);
      double half = points(limit.name(), 11, Typeface.ITALIC) / 2;
      while (x(limit.weight()) - half <= right[chosen[i]]) {
        chosen[i]++;
      }
      right[chosen[i]] = x(limit.weight()) + half + 4;
    }
    return chosen;
  }

  private int namesOfLimits() {
    return 4 + NAME_OF_LIMIT * (Arrays.stream(steps).max().orElse(0) + 1);
  }

  private static int tick(double range) {
    int[] wide = {1, 2, 5, 10, 20, 50, 100};
    int tick = wide[0];
    for (int one : wide) {
      if (range / one >= LEAST_TICKS) {
        tick = one;
      }
    }
    return tick;
  }

  String svg() {
    svg.begin(WIDTH, height());
    head();
    picture.waterfalls().forEach(this::waterfall);
    return svg.end();
  }

  private int height() {
    int height = MARGIN + 2 * LINE + LINE * (picture.remarks().size() + 1);
    for (Waterfall waterfall : picture.waterfalls()) {
      height += GAP + LINE + namesOfLimits() + ROW * (waterfall.steps().size() + 1) + AXIS;
    }
    return height + MARGIN / 2;
  }

  private void head() {
    y += LINE;
    svg.text(
        MARGIN,
        y,
        18,
        "bold",
        "start",
        cut(picture.title(), 18, Typeface.BOLD, WIDTH - 2 * MARGIN));
    y += LINE;
    svg.text(MARGIN, y, 13, "bold", "start", picture.warning());
    for (String remark : picture.remarks()) {
      y += LINE;
      svg.text(MARGIN, y, 13, "normal", "start", remark);
    }
    y += LINE;
  }

  private void waterfall(Waterfall waterfall) {
    y += GAP + LINE;
    svg.text(
        MARGIN,
        y,
        15,
        "bold",
        "start",
        cut(waterfall.heading(), 15, Typeface.BOLD, WIDTH - 2 * MARGIN));
    y += namesOfLimits();
    int bottom = y + ROW * (waterfall.steps().size() + 1);
    lines(bottom);
    double sum = 0;
    for (Step step : waterfall.steps()) {
      row(step, sum);
      sum += step.weight();
    }
    outcome(waterfall, sum);
    axis(bottom);
    y = bottom + AXIS - GAP / 2;
  }

  private void lines(int bottom) {
    svg.line(x(0), y, x(0), bottom, "solid");
    for (int i = 0; i < steps.length; i++) {
      Limit limit = picture.limits().get(i);
      svg.line(x(limit.weight()), y, x(limit.weight()), bottom, "dashed");
      svg.text(
          x(limit.weight()),
          y - 4 - NAME_OF_LIMIT * steps[i],
          11,
          "italic",
          "middle",
          limit.name());
    }
  }

  private void row(Step step, double from) {
    double to = from + step.weight();
    int room = PLOT_LEFT - 2 * MARGIN;
    boolean isOneLine = step.detail().isEmpty();
    svg.text(
        MARGIN,
        y + (isOneLine ? 23 : 16),
        13,
        "normal",
        "start",
        cut(step.label(), 13, Typeface.REGULAR, room));
    if (!isOneLine) {
      svg.text(
          MARGIN, y + 31, 12, "italic", "start", cut(step.detail(), 12, Typeface.ITALIC, room));
    }
    double left = x(Math.min(from, to));
    double width = Math.abs(x(to) - x(from));
    if (!step.printed().isEmpty()) {
      svg.box(left, y + (ROW - BAR) / 2.0, Math.max(width, 1), BAR, step.weight() >= 0);
    }
    // What says nothing has no bar: the line goes through.
    int below = step.printed().isEmpty() ? ROW - BAR : ROW + BAR;
    svg.line(x(to), y + below / 2.0, x(to), y + ROW + (ROW - BAR) / 2.0, "thin");
    svg.text(WIDTH - MARGIN, y + 23, 13, "normal", "end", step.printed());
    y += ROW;
  }

  private void outcome(Waterfall waterfall, double sum) {
    svg.line(MARGIN, y, WIDTH - MARGIN, y, "thin");
    svg.text(
        MARGIN,
        y + 23,
        13,
        "bold",
        "start",
        cut(waterfall.outcome(), 13, Typeface.BOLD, PLOT_LEFT - 2 * MARGIN));
    svg.box(
        x(Math.min(0, sum)),
        y + (ROW - BAR) / 2.0,
        Math.max(Math.abs(x(sum) - x(0)), 1),
        BAR,
        sum >= 0);
    svg.text(WIDTH - MARGIN, y + 23, 13, "bold", "end", waterfall.printed());
    y += ROW;
  }

  private void axis(int bottom) {
    svg.line(x(low), bottom, x(high), bottom, "solid");
    for (int at = low; at <= high; at += tick) {
      svg.line(x(at), bottom, x(at), bottom + 4, "solid");
      svg.text(x(at), bottom + 16, 11, "normal", "middle", String.valueOf(at));
    }
  }

  private double x(double weight) {
    return PLOT_LEFT + (weight - low) / (high - low) * (PLOT_RIGHT - PLOT_LEFT);
  }

  /** As much of a text as there is room for. */
  private static String cut(String text, int points, Typeface face, int room) {
    if (points(text, points, face) <= room) {
      return text;
    }
    int end = text.length();
    while (end > 0 && points(text.substring(0, end) + "…", points, face) > room) {
      end--;
    }
    return text.substring(0, end).stripTrailing() + "…";
  }

  private static double points(String text, int points, Typeface face) {
    return face.mm(text, points) * POINTS_PER_MM;
  }
}
