package khoyte.jobs.link;

import java.nio.file.Path;
import java.time.LocalDate;
import khoyte.jobs.conf.GeneralConf;
import khoyte.jobs.operations.NightSetting;
import khoyte.jobs.operations.Operations;
import khoyte.jobs.operations.ScratchFolder;
import khoyte.pipelines.link.estimate.LinkParameters;
import khoyte.pipelines.link.model.LinkModel;
import khoyte.pipelines.resolve.MatcherTraining;
import khoyte.warehouse.Fault;
import khoyte.warehouse.KhoyteException;
import khoyte.warehouse.NightId;
import khoyte.warehouse.engine.DuckDbEngine;
import khoyte.warehouse.engine.Engine;
import khoyte.warehouse.lake.Lake;
import khoyte.warehouse.night.Publication;
import khoyte.warehouse.reference.AdministrativeUnits;
import khoyte.warehouse.table.ResolvedTables;
import khoyte.warehouse.table.StagedTables;

/** Parameters of the matcher, learned from the warehouse. */
final class MatcherParameters {

  private MatcherParameters() {}

  /** Learns from what the newest night left, and writes the next version. */
  static void learn(NightSetting setting, Path modelFile, Path directory) {
    LinkModel model = LinkModelFile.read(modelFile);
    GeneralConf conf = setting.conf().general();
    LocalDate today = setting.clock().instant().atZone(conf.timeZone()).toLocalDate();
    NightId newest =
        new Publication(setting.layout())
            .currentNight()
            .orElseThrow(() -> new KhoyteException(Fault.ARGUMENT, "train.night"));
    try (ScratchFolder work = ScratchFolder.of(setting.layout(), "train");
        Operations operations =
            Operations.glance(conf.operations(), setting.layout(), setting.environment());
        Lake lake = Lake.open(operations.lake());
        Engine engine =
            new DuckDbEngine(
                setting.layout(), lake, conf.nightLimits(), work.path().resolve("spilled"))) {
      lake.ensure(StagedTables.ALL);
      lake.ensure(ResolvedTables.ALL);
      LinkParameters parameters =
          MatcherTraining.learn(
              model,
              engine,
              CommuneReference.on(newest.asOf(), AdministrativeUnits.load(), conf.province()),
              new MatcherTraining.Place(conf.sparkMaster(), conf.shufflePartitions(), work.path()),
              remark -> setting.console().remark(remark.text(setting.console().messages())));
      Path file = LinkParametersFile.write(directory, parameters, null, today);
      setting.say("train.done", Math.round(parameters.trained().matches()), file);
    }
  }
}
