package khoyte.jobs.link;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import java.util.function.Function;
import khoyte.jobs.console.Console;
import khoyte.jobs.console.TextTable;
import khoyte.jobs.operations.NightSetting;
import khoyte.pipelines.link.CsvLinkage;
import khoyte.pipelines.link.CsvLinkage.LargeCluster;
import khoyte.pipelines.link.CsvTables;
import khoyte.pipelines.link.Links;
import khoyte.pipelines.link.estimate.Explanation;
import khoyte.pipelines.link.estimate.LinkParameters;
import khoyte.pipelines.link.model.LinkModel;
import khoyte.warehouse.Fault;
import khoyte.warehouse.KhoyteException;
import khoyte.warehouse.Messages;
import khoyte.warehouse.reference.AdministrativeUnits;
import org.springframework.util.FileSystemUtils;

/** Links tables of people that somebody gave us as files. */
public final class CsvLinks {
  private static final int ALARMS = 5;

  private CsvLinks() {}

  /** Links, writes what was asked for, and says what it found. */
  public static void link(NightSetting setting, LinkOrder order) {
    LinkModel read = LinkModelFile.read(order.model());
    LinkModel model = order.relation() == null ? read : read.withRelation(order.relation());
    Path file = order.parameters();
    LinkParameters given = file == null ? null : LinkParametersFile.read(file);
    if (given != null && !given.model().equals(model.name())) {
      throw new KhoyteException(
          Fault.ARGUMENT,
          "link.parameters.model",
          String.valueOf(file),
          given.model(),
          model.name());
    }
    within(
        setting,
        model,
        order.tables(),
        linkage -> {
          LinkParameters parameters = given == null ? linkage.linkage().train() : given;
          if (order.links() != null || order.clusters() != null) {
            write(setting.console(), linkage, parameters, order, model.largestCluster());
          }
          if (!order.explained().isEmpty()) {
            explain(setting, linkage, parameters, order);
          }
          return parameters;
        });
  }

  /** Learns and writes the next version of the parameters; without tables, from the warehouse. */
  public static void train(NightSetting setting, Path modelFile, CsvTables tables, Path directory) {
    if (tables.files().isEmpty()) {
      MatcherParameters.learn(setting, modelFile, directory);
      return;
    }
    LinkModel model = LinkModelFile.read(modelFile);
    Console console = setting.console();
    within(
        setting,
        model,
        tables,
        linkage -> {
          LinkParameters learned = linkage.linkage().train();
          long unlinkable = linkage.linkage().unlinkable(learned);
          long rows = linkage.linkage().rows().stream().mapToLong(Long::longValue).sum();
          console.say("train.unlinkable", unlinkable, rows);
          LocalDate today = setting.today();
          Path file = LinkParametersFile.write(directory, learned, unlinkable, today);
          console.say("train.done", Math.round(learned.trained().matches()), file);
          return learned;
        });
  }

  private static LinkParameters within(
      NightSetting setting,
      LinkModel model,
      CsvTables tables,
      Function<CsvLinkage, LinkParameters> work) {
    Path directory = setting.layout().work().resolve("link-" + UUID.randomUUID());
    CsvLinkage.Place place =
        new CsvLinkage.Place(
            setting.conf().general().sparkMaster(),
            setting.conf().general().shufflePartitions(),
            directory);
    try (CsvLinkage linkage =
        CsvLinkage.open(
            model,
            tables,
            place,
            remark -> setting.console().remark(remark.text(setting.console().messages())))) {
      return work.apply(linkage);
    } finally {
      delete(directory);
    }
  }

  private static void delete(Path directory) {
    try {
      if (Files.exists(directory)) {
        FileSystemUtils.deleteRecursively(directory);
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static void write(
      Console console,
      CsvLinkage linkage,
      LinkParameters parameters,
      LinkOrder order,
      int largest) {
    Links links = linkage.linkage().link(parameters);
    Path pairs = order.links();
    if (pairs != null) {
      CsvLinkage.writeLinks(links, pairs);
    }
    Links.Counts counts = links.counts();
    console.say("link.done", counts.matches(), counts.reviews(), counts.others());
    List<Integer> sizes = links.clusterSizes();
    console.say("link.people", sizes.size(), sizes.stream().mapToInt(Integer::intValue).sum());
    Path people = order.clusters();
    if (people == null) {
      long large = sizes.stream().filter(size -> size > largest).count();
      if (large > 0) {
        console.remark(console.messages().text("link.large", large, largest, sizes.get(0)));
      }
      return;
    }
    List<LargeCluster> alarms = CsvLinkage.writeClusters(links, people, largest);
    alarms.stream()
        .limit(ALARMS)
        .forEach(
            alarm ->
                console.remark(
                    console
                        .messages()
                        .text(
                            "link.large.cluster",
                            people,
                            String.valueOf(alarm.line()),
                            alarm.rows(),
                            largest)));
    if (alarms.size() > ALARMS) {
      console.remark(console.messages().text("link.large", alarms.size(), largest, sizes.get(0)));
    }
    if (links.idsAreMarked()) {
      console.remark(console.messages().text("link.id.shared", people));
    }
  }

  private static void explain(
      NightSetting setting, CsvLinkage linkage, LinkParameters parameters, LinkOrder order) {
    Explanation explanation =
        linkage
            .linkage()
            .explain(parameters, order.explained().get(0), order.explained().get(1))
            .orElseThrow(() -> new KhoyteException(Fault.ARGUMENT, "link.explain.none"));
    table(new LinkWords(setting.spoken(), AdministrativeUnits.load()), explanation)
        .lines()
        .forEach(setting.console()::line);
  }

  /** A waterfall: what there was before, what each comparison adds, what comes out. */
  static TextTable table(LinkWords words, Explanation explanation) {
    Messages messages = words.messages();
    TextTable table =
        TextTable.of(
            messages,
            "link.explain.comparison",
            "link.explain.level",
            "link.explain.weight",
            "link.explain.rarity",
            "link.explain.sum");
    double sum = explanation.prior();
    table.row(messages.text("link.explain.prior"), "", two(sum), "", two(sum));
    for (Explanation.Part part : explanation.parts()) {
      sum += part.weight() + part.termFrequency();
      boolean isSilent = part.level().isEmpty();
      table.row(
          words.comparison(part.comparison()),
          words.level(part.level()),
          isSilent ? "" : two(part.weight()),
          isSilent || part.termFrequency() == 0 ? "" : two(part.termFrequency()),
          two(sum));
    }
    for (Explanation.OtherKind kind : explanation.kinds()) {
      sum += kind.weight();
      table.row(
          messages.text(
              "link.explain.kind", messages.textOr("calibration.kind." + kind.name(), kind.name())),
          "",
          two(kind.weight()),
          "",
          two(sum));
    }
    table.row(
        messages.text("link.explain.probability"),
        "",
        "",
        "",
        new BigDecimal(explanation.probability()).setScale(6, RoundingMode.HALF_EVEN));
    return table;
  }

  private static BigDecimal two(double weight) {
    return new BigDecimal(weight).setScale(2, RoundingMode.HALF_EVEN);
  }
}
