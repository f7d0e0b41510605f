-- Their values as they arrived.
select
    n.event_no,
    n.kind,
    n.event_hash,
    n.given_id,
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
inner join nobodys_event as n on n.file_id = v.file_id and n.record_number = v.record_number
union all
select
    n.event_no,
    n.kind,
    n.event_hash,
    n.given_id,
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
inner join nobodys_event as n on n.file_id = v.file_id and n.record_number = v.record_number
union all
select
    n.event_no,
    n.kind,
    n.event_hash,
    n.given_id,
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
inner join nobodys_event as n on n.file_id = v.file_id and n.record_number = v.record_number
