-- Records of which it is not known whose they are, with the keys by which people are looked for:
-- doses that fit several people, and health records whose keys lead to several.
with
    doses as (
        select ma_mui_tiem, file_id, record_number, defects
        from night.covid_dose
        where link = 'undecided'
    ),

    routine_doses as (
        select ma_doi_tuong, file_id, record_number
        from night.immunization
        where link = 'undecided'
    ),

    citizens as (
        select citizen_key, first_ma_hssk, commune
        from identity.lake.citizen
        where undecided
    ),

    records as (
        select
            health_record.ma_hssk,
            health_record.file_id,
            health_record.record_number,
            citizens.first_ma_hssk,
            citizens.commune
        from night.health_record
        inner join citizens on health_record.citizen_key = citizens.citizen_key
    )

select
    'covid_dose_version' as source_table,
    versions.ma_mui_tiem as record_key,
    versions.name_text,
    versions.birth_date_text,
    versions.gender_text,
    versions.id_text,
    versions.phone_text,
    versions.address_text,
    versions.vaccine_text,
    versions.dose_number_text,
    versions.given_text,
    versions.place_text,
    doses.defects,
    versions.citizen_id,
    versions.old_id,
    versions.insurance_numbers,
    versions.birth_year,
    versions.name_folded,
    versions.birth_date,
    versions.commune,
    null::varchar as own_hssk
from doses
inner join identity.lake.covid_dose_version as versions
    on
        doses.file_id = versions.file_id
        and doses.record_number = versions.record_number
union all by name
select
    'immunization_version' as source_table,
    versions.ma_doi_tuong as record_key,
    versions.name_text,
    versions.birth_date_text,
    versions.gender_text,
    versions.id_text,
    versions.phone_text,
    versions.address_text,
    versions.vaccine_name_text as vaccine_text,
    versions.dose_number_text,
    versions.given_text,
    versions.place_text,
    [] as defects,
    versions.citizen_id,
    versions.old_id,
    versions.insurance_numbers,
    versions.birth_year,
    versions.name_folded,
    versions.birth_date,
    versions.commune
from routine_doses
inner join identity.lake.immunization_version as versions
    on
        routine_doses.file_id = versions.file_id
        and routine_doses.record_number = versions.record_number
union all by name
select
    'health_record_version' as source_table,
    records.ma_hssk as record_key,
    versions.name_text,
    versions.birth_date_text,
    versions.gender_text,
    versions.id_text,
    versions.phone_text,
    versions.address_text,
    [] as defects,
    versions.citizen_id,
    versions.old_id,
    versions.insurance_numbers,
    versions.birth_year,
    versions.name_folded,
    versions.birth_date,
    records.commune,
    records.first_ma_hssk as own_hssk
from records
inner join identity.lake.health_record_version as versions
    on
        records.file_id = versions.file_id
        and records.record_number = versions.record_number
