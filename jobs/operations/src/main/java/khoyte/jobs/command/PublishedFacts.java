package khoyte.jobs.command;

import khoyte.jobs.operations.NightFacts;
import khoyte.jobs.operations.NightRun;
import khoyte.jobs.operations.Operations;
import khoyte.warehouse.Fault;
import khoyte.warehouse.KhoyteException;
import khoyte.warehouse.NightId;

/** The facts of a night that has been published, from the diary. */
public final class PublishedFacts {

  private PublishedFacts() {}

  public static NightFacts of(Operations operations, NightId night) {
    NightRun run =
        operations
            .nights()
            .lastRunOf(night)
            .orElseThrow(
                () ->
                    new KhoyteException(
                        Fault.ARGUMENT, "night.missing", night.toString(), night.toString()));
    return NightFacts.of(operations, run);
  }
}
