-- One event as it counts: its current version, with what a station corrected last.
with
    records as (
        select *
        from night.${view}
        where ${key} = ${wanted}
    ),

    corrections as (
        select *
        from current_correction
        where
            source_table = '${versions}'
            and record_key = ${wanted}
            and decision = 'corrected'
        qualify row_number() over (order by updated_at desc nulls last, file_date desc) = 1
    )

select
    '${versions}' as source_table,
    ${wanted} as record_key,
    null::varchar as own_hssk,
    records.citizen_key,
    records.link,
    records.evidence,
    coalesce(corrections.name_text, versions.name_text) as name_text,
    coalesce(corrections.name, versions.name) as name,
    coalesce(corrections.name_folded, versions.name_folded) as name_folded,
    coalesce(corrections.birth_date, versions.birth_date) as birth_date,
    coalesce(corrections.birth_year, versions.birth_year) as birth_year,
    coalesce(corrections.gender, versions.gender) as gender,
    coalesce(corrections.citizen_id, versions.citizen_id) as citizen_id,
    versions.id_text,
    versions.old_id,
    versions.insurance_numbers,
    versions.phone,
    versions.commune
from records
inner join identity.lake.${versions} as versions
    on
        records.file_id = versions.file_id
        and records.record_number = versions.record_number
left join corrections on true
