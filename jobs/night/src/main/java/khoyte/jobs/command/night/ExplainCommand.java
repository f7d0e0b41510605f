package khoyte.jobs.command.night;

import java.util.Objects;
import java.util.concurrent.Callable;
import khoyte.warehouse.Fault;
import khoyte.warehouse.KhoyteException;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/** {@code khoyte explain}: what is behind a link, or behind a model. */
@Command(name = "explain")
public final class ExplainCommand implements Callable<Integer> {
  @Spec private @Nullable CommandSpec spec;

  @Override
  public Integer call() {
    String commands = String.join(" | ", Objects.requireNonNull(spec).subcommands().keySet());
    throw new KhoyteException(Fault.ARGUMENT, "arg.missing", commands, "explain");
  }
}
