package khoyte.jobs.link;

import java.nio.file.Path;
import java.util.List;
import khoyte.pipelines.link.CsvTables;
import khoyte.pipelines.link.model.Relation;
import org.jspecify.annotations.Nullable;

/**
 * Tables of people to be linked.
 *
 * @param model file of the model
 * @param parameters file; null to learn them from the tables
 * @param relation instead of the model's
 * @param links file for the pairs; null if they are not wanted
 * @param clusters file for the people; null if they are not wanted
 * @param explained ids of a pair whose weight is explained; empty if none is
 */
public record LinkOrder(
    Path model,
    CsvTables tables,
    @Nullable Path parameters,
    @Nullable Relation relation,
    @Nullable Path links,
    @Nullable Path clusters,
    List<String> explained) {}
