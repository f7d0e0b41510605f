package khoyte.pipelines.read.tabular;

/**
 * A heading in a CSV file.
 *
 * @param separator of its fields and of the rows below
 * @param above number of records above it
 */
record CsvHeading(Headings headings, char separator, int above) {}
