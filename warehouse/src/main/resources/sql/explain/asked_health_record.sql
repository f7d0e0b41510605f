-- One health record as it counts: with what the population database answered and a station corrected.
with
    records as (
        select *
        from night.health_record
        where ma_hssk = ${wanted}
    )

select
    '${versions}' as source_table,
    ${wanted} as record_key,
    registered.ma_hssk as own_hssk,
    records.citizen_key,
    records.link,
    records.evidence,
    coalesce(registered.answer_name_text, registered.name_text) as name_text,
    coalesce(registered.answer_name, registered.name) as name,
    coalesce(registered.answer_name_folded, registered.name_folded) as name_folded,
    coalesce(registered.answer_birth_date, registered.birth_date) as birth_date,
    coalesce(registered.answer_birth_year, registered.birth_year) as birth_year,
    coalesce(registered.answer_gender, registered.gender) as gender,
    registered.key_id as citizen_id,
    versions.id_text,
    registered.old_id,
    registered.insurance_numbers,
    versions.phone,
    registered.commune
from records
inner join identity.lake.registered_record as registered on records.ma_hssk = registered.ma_hssk
inner join identity.lake.health_record_version as versions
    on
        registered.file_id = versions.file_id
        and registered.record_number = versions.record_number
