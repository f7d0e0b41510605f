package khoyte.jobs.conf;

import java.nio.file.Path;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import khoyte.warehouse.Fault;
import khoyte.warehouse.KhoyteException;

/**
 * Everything in {@code conf/}, read once; the linkers below {@code link/} when they are needed.
 *
 * @param directory from which it was read
 */
public record Conf(
    Path directory,
    GeneralConf general,
    List<SourceConf> sources,
    List<LetterheadConf> letterheads) {

  /** Reads a directory; every error names the file, the line or the key. */
  public static Conf read(Path directory) {
    return new Conf(
        directory,
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

  /** What people call a source; its id if it is no longer configured. */
  public String sourceName(String id) {
    return sources.stream()
        .filter(source -> source.id().equals(id))
        .findFirst()
        .map(SourceConf::name)
        .orElse(id);
  }

  /** Sources in the order of the configuration; those no longer configured first. */
  public Comparator<String> sourceOrder() {
    List<String> ids = sources.stream().map(SourceConf::id).toList();
    return Comparator.comparingInt((String id) -> ids.indexOf(id));
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
