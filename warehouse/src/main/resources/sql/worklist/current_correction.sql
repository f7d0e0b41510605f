-- Decisions that count: of one record in one list the version that is greatest by update time, file
-- date and content; an update later than its file counts as earliest.
with
    versions as (
        select
            *,
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
        from identity.lake.correction_version
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

select * exclude (content, latest_file, version_rank)
from rank_versions
where version_rank = 1
