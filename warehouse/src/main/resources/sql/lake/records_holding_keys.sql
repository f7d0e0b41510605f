-- Current health records that hold one of a list of strong keys, into a file. A strong key is a number that names
-- its kind as well: the offsets are those of the citizen ids and of the old ids, whose birth year must agree.
copy (
    with
        asked as (select strong_key from read_parquet(${keys})),

        numbers as (
            select
                ma_hssk,
                unnest(insurance_numbers) as insurance_number
            from lake.${table}
        ),

        holders as (
            select ma_hssk
            from lake.${table}
            where ${citizenids} + try_cast(key_id as bigint) in (from asked)
            union
            select ma_hssk
            from numbers
            where try_cast(insurance_number as bigint) in (from asked)
            union
            select ma_hssk
            from lake.${table}
            where ${oldids} + try_cast(old_id as bigint) * 10000 + birth_year in (from asked)
        )

    select ${columns}
    from lake.${table}
    semi join holders using (ma_hssk)
) to ${file} (format parquet, compression lz4_raw)
