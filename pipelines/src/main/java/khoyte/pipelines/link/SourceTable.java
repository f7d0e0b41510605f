package khoyte.pipelines.link;

import java.util.List;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;

/**
 * A table of people as somebody else made it, all values text.
 *
 * @param name as it is told to people
 * @param headings of the columns of {@code rows}, in their order
 */
public record SourceTable(String name, List<String> headings, Dataset<Row> rows) {}
