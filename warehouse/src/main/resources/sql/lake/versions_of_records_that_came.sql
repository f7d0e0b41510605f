-- All versions of the records of which one came in a file that landed after one, into a file.
copy (
    with
        came as (
            select ${key}
            from lake.${table}
            where file_id > ${knownfile}
        )

    select ${columns}
    from lake.${table}
    semi join came using (${key})
) to ${file} (format parquet, compression lz4_raw)
