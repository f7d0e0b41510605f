-- A layer of a table of the lake, into a file whose columns have the numbers of the lake.
copy (
    select
        ${columns},
        ${run}::bigint as layer_run,
        false as layer_removed
    from (
        ${rows}
    ) as written
    ${removals}
) to ${file} (
    format parquet, compression zstd, compression_level 1, field_ids {${ids}}
)
