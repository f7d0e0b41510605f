package khoyte.pipelines.read.source;

/**
 * A column of a tabular source.
 *
 * @param index its place among the fields of its kind, from 0
 * @param name field of the contract, which is also the default heading
 * @param required a file without this column is refused
 */
public record SourceField(int index, String name, boolean required) {}
