-- Current health records by the keys of the matcher that they hold, into a file. A key that many records hold is left
-- out: it says little, and costs most.
copy (
    with
        held as (
            select
                unnest(match_keys) as key,
                file_id,
                record_number
            from lake.${table}
        ),

        met as (
            select ${columns}
            from held
            semi join read_parquet(${keys}) as asked using (key)
        )

    select ${columns}
    from met
    qualify count(*) over (partition by key) <= ${largestblock}
) to ${file} (format parquet, compression lz4_raw)
