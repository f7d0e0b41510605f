package khoyte.jobs.conf;

import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import khoyte.warehouse.Fault;
import khoyte.warehouse.KhoyteException;

/** Everything in {@code conf/}, read once. */
public record Conf(
    GeneralConf general, List<SourceConf> sources, List<LetterheadConf> letterheads) {

  /** Reads a directory; every error names the file, the line or the key. */
  public static Conf read(Path directory) {
    return new Conf(
        GeneralConf.read(directory.resolve("khoyte.yml")),
        SourceConf.read(directory.resolve("sources.yml")),
        LetterheadConf.read(directory.resolve("report.yml")));
  }

  /** The source of an id. */
  public SourceConf source(String id) {
    return sources.stream()
        .filter(source -> source.id().equals(id))
        .findFirst()
        .orElseThrow(
            () ->
                new KhoyteException(
                    Fault.ARGUMENT,
                    "arg.source",
                    id,
                    String.join(", ", sources.stream().map(SourceConf::id).toList())));
  }

  /** The letterhead of a date of issue. */
  public LetterheadConf letterhead(LocalDate issued) {
    return letterheads.stream()
        .filter(letterhead -> letterhead.isValidOn(issued))
        .findFirst()
        .orElseThrow(
            () ->
                new KhoyteException(
                    Fault.ARGUMENT, "conf.value", "letterheads", issued, "valid-from, valid-to"));
  }
}
