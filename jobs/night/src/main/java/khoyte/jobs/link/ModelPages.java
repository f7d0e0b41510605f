package khoyte.jobs.link;

import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.stream.Collectors;
import khoyte.jobs.link.LinkParametersFile.Training;
import khoyte.jobs.operations.NightSetting;
import khoyte.pipelines.link.estimate.LinkParameters;
import khoyte.pipelines.link.estimate.LinkParameters.ComparisonParameters;
import khoyte.pipelines.link.estimate.LinkParameters.KindParameters;
import khoyte.pipelines.link.estimate.LinkParameters.Trained;
import khoyte.pipelines.link.model.Thresholds;
import khoyte.reports.print.CalibrationPage;
import khoyte.reports.print.CalibrationPage.Compared;
import khoyte.reports.print.CalibrationPage.Fact;
import khoyte.reports.print.CalibrationPage.Level;
import khoyte.reports.print.CalibrationPage.Words;
import khoyte.warehouse.Messages;
import khoyte.warehouse.reference.AdministrativeUnits;
import org.jspecify.annotations.Nullable;

/** What a linker learned, on a page. */
public final class ModelPages {
  private static final MathContext DIGITS = new MathContext(3, RoundingMode.HALF_EVEN);

  private final LinkParameters parameters;
  private final Training training;
  private final LinkWords words;
  private final Messages messages;

  private ModelPages(LinkParameters parameters, Training training, LinkWords words) {
    this.parameters = parameters;
    this.training = training;
    this.words = words;
    this.messages = words.messages();
  }

  /** Writes the page of a file of parameters. */
  public static void write(NightSetting setting, Path parameters, Path out) {
    new ModelPages(
            LinkParametersFile.read(parameters),
            LinkParametersFile.training(parameters),
            new LinkWords(setting.spoken(), AdministrativeUnits.load()))
        .page(setting, String.valueOf(parameters.getFileName()))
        .write(out);
    setting.say("explain.page", out);
  }

  private CalibrationPage page(NightSetting setting, String file) {
    LocalDate on = training.on();
    return new CalibrationPage(
        messages.text("calibration.title", parameters.model()),
        messages.text("calibration.subtitle", training.version(), setting.spoken().day(on)),
        facts(file, Matcher.of(setting.conf())),
        List.of(
            messages.text("link.explain.level"),
            "m",
            "u",
            messages.text("link.explain.weight"),
            messages.text("calibration.bar")),
        parameters.comparisons().stream().map(this::compared).toList(),
        List.of(
            messages.text("calibration.note.m"),
            messages.text("calibration.note.weight"),
            messages.text("calibration.note.near"),
            messages.text("calibration.note.rarity")),
        new Words(
            messages.text("calibration.foot", file, setting.build()),
            messages.text("calibration.page"),
            messages.locale().toLanguageTag(),
            "Sở Y tế " + setting.conf().letterhead(on).issuer().province(),
            on.atStartOfDay(ZoneOffset.UTC).toInstant()));
  }

  private List<Fact> facts(String file, @Nullable Matcher matcher) {
    Trained trained = parameters.trained();
    List<Fact> facts = new ArrayList<>();
    add(facts, "calibration.file", file);
    add(
        facts,
        "calibration.rows",
        trained.rows().stream().map(this::whole).collect(Collectors.joining(" + ")));
    add(
        facts,
        "calibration.pairs",
        messages.text("calibration.pairs.value", trained.candidates(), trained.randomPairs()));
    add(facts, "calibration.matches", whole(Math.round(trained.matches())));
    double prior = parameters.matches(trained.rows()) / trained.pairs();
    add(facts, "calibration.prior", of(prior, prior / (1 - prior)));
    Thresholds thresholds = parameters.thresholds();
    add(
        facts,
        "calibration.thresholds",
        messages.text(
            "calibration.thresholds.value",
            limit(thresholds.match()),
            limit(thresholds.review()),
            limit(thresholds.written())));
    if (matcher != null && matcher.parameters().equals(parameters)) {
      add(
          facts,
          "calibration.thresholds.night",
          messages.text(
              "calibration.thresholds.night.value",
              limit(matcher.settings().match()),
              limit(matcher.settings().review()),
              matcher.settings().margin()));
    }
    add(
        facts,
        "calibration.kinds",
        parameters.kinds().stream().map(this::kind).collect(Collectors.joining("; ")));
    add(
        facts,
        "calibration.best",
        words.weight(
            log2(prior / (1 - prior))
                + parameters.comparisons().stream()
                    .mapToDouble(one -> log2(one.m().get(0) / one.u().get(0)))
                    .sum()));
    Long unlinkable = training.unlinkable();
    if (unlinkable != null) {
      long rows = trained.rows().stream().mapToLong(Long::longValue).sum();
      add(
          facts,
          "calibration.unlinkable",
          messages.text("calibration.unlinkable.value", unlinkable, rows, share(unlinkable, rows)));
    }
    return facts;
  }

  private String share(long part, long all) {
    return words.decimal(
        BigDecimal.valueOf(100 * part)
            .divide(BigDecimal.valueOf(Math.max(1, all)), 1, RoundingMode.HALF_UP));
  }

  private void add(List<Fact> facts, String key, String value) {
    facts.add(new Fact(messages.text(key), value));
  }

  private String whole(long number) {
    return messages.text("calibration.number", number);
  }

  private String of(double probability, double odds) {
    return small(probability) + " (" + words.weight(log2(odds)) + ")";
  }

  private String limit(double probability) {
    return words.decimal(BigDecimal.valueOf(probability).stripTrailingZeros())
        + " ("
        + words.weight(Thresholds.weight(probability))
        + ")";
  }

  private String kind(KindParameters kind) {
    return messages.textOr("calibration.kind." + kind.name(), kind.name())
        + " "
        + small(kind.share());
  }

  private Compared compared(ComparisonParameters comparison) {
    List<Level> levels = new ArrayList<>();
    for (int i = 0; i < comparison.levels().size(); i++) {
      double m = comparison.m().get(i);
      double u = comparison.u().get(i);
      double weight = log2(m / u);
      levels.add(
          new Level(
              words.level(Objects.requireNonNull(comparison.levels().get(i))),
              small(m),
              small(u),
              words.weight(weight),
              weight));
    }
    return new Compared(words.comparison(comparison.name()), levels);
  }

  /** Three digits that count; two and a power of ten, after ^, if it is very small. */
  private String small(double probability) {
    if (probability > 0 && probability < 1e-4) {
      int power = (int) Math.floor(Math.log10(probability));
      BigDecimal digits =
          new BigDecimal(probability / Math.pow(10, power)).setScale(1, RoundingMode.HALF_EVEN);
      return words.decimal(digits) + "·10^" + power;
    }
    BigDecimal rounded = new BigDecimal(probability).round(DIGITS).stripTrailingZeros();
    return words.decimal(
        rounded.scale() > 6 ? rounded.setScale(6, RoundingMode.HALF_EVEN) : rounded);
  }

  private static double log2(double value) {
    return Math.log(value) / Math.log(2);
  }
}
