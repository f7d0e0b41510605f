-- Whom the undecided records of a commune may be, as the registry knows them, in the order printed.
with
    records as (
        select source_table, record_key
        from listed_row
        where commune = ? and list = 'undecided'
    ),

    citizens as (select * from identity.lake.citizen)

select
    candidate.source_table,
    candidate.record_key,
    candidate.hssk,
    citizens.name_text,
    citizens.birth_date,
    citizens.birth_year,
    citizens.gender,
    citizens.citizen_id,
    versions.phone_text,
    versions.address_text
from records
inner join candidate
    on
        records.source_table = candidate.source_table
        and records.record_key = candidate.record_key
inner join citizens on candidate.hssk = citizens.first_ma_hssk
inner join night.health_record on candidate.hssk = health_record.ma_hssk
inner join identity.lake.health_record_version as versions
    on
        health_record.file_id = versions.file_id
        and health_record.record_number = versions.record_number
order by candidate.source_table, candidate.record_key, candidate.place
