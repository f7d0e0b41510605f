-- Rows of a table whose key stands in a list, into a file.
copy (
    select ${columns}
    from lake.${table}
    semi join read_parquet(${keys}) as asked using (${key})
) to ${file} (format parquet, compression lz4_raw)
