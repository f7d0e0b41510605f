-- Which versions of decisions about records do not count, and why. Of one record in one list the
-- version counts that is greatest by update time, file date and content, unless it takes the others
-- back; an update later than its file counts as earliest.
with
    versions as (
        select
            file_id,
            record_number,
            source_table,
            record_key,
            list,
            file_date,
            updated_at,
            withdrawn,
            concat_ws(
                chr(31),
                decision_text,
                coalesce(name_text, ''),
                coalesce(birth_date_text, ''),
                coalesce(gender_text, ''),
                coalesce(id_text, ''),
                coalesce(police_text, ''),
                coalesce(note_text, '')
            ) as content
        from lake.correction_version
    ),

    date_contents as (
        select
            *,
            max(file_date) over (
                partition by source_table, record_key, list, content
            ) as latest_file
        from versions
    ),

    rank_versions as (
        select
            *,
            row_number() over (
                partition by source_table, record_key, list
                order by
                    case
                        when latest_file is null or updated_at::date <= latest_file
                            then updated_at
                    end desc nulls last,
                    latest_file desc nulls last,
                    content desc,
                    file_date desc nulls last,
                    file_id,
                    record_number
            ) as version_rank
        from date_contents
    )

select
    file_id,
    record_number,
    case
        when version_rank > 1 then 'replaced'
        when withdrawn then 'withdrawn'
    end as fate
from rank_versions
