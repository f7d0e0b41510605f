-- Current events as the matcher compares them, as they arrived.
with
    persons as (
        select
            v.file_id,
            v.record_number,
            v.citizen_id,
            v.name,
            v.name_folded,
            v.birth_date,
            v.birth_year,
            v.gender,
            v.phone,
            v.old_id,
            v.insurance_numbers,
            v.commune
        from encounter_version as v
        union all
        select
            v.file_id,
            v.record_number,
            v.citizen_id,
            v.name,
            v.name_folded,
            v.birth_date,
            v.birth_year,
            v.gender,
            v.phone,
            v.old_id,
            v.insurance_numbers,
            v.commune
        from immunization_version as v
        union all
        select
            v.file_id,
            v.record_number,
            v.citizen_id,
            v.name,
            v.name_folded,
            v.birth_date,
            v.birth_year,
            v.gender,
            v.phone,
            v.old_id,
            v.insurance_numbers,
            v.commune
        from covid_dose_version as v
    )

select
    v.version_no as event_no,
    v.kind,
    v.record_hash as event_hash,
    v.written_id as given_id,
    p.name,
    p.name_folded,
    p.birth_date,
    p.birth_year,
    p.gender,
    p.phone,
    p.old_id,
    p.insurance_numbers,
    p.commune,
    p.citizen_id
from version as v
anti join uncounted as u on u.version_no = v.version_no
inner join persons as p
    on p.file_id = v.version_no >> 28 and p.record_number = (v.version_no) & (268435455)
where v.kind >= 2 and v.kind <= 4
