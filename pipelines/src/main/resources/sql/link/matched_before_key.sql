-- Their keys.
select
    'encounter_version' as source_table,
    v.facility_code || '/' || v.ma_lk as record_key
from encounter_version as v
inner join matched_before as e on e.file_id = v.file_id and e.record_number = v.record_number
where e.kind = 2
union all
select
    'immunization_version',
    v.ma_doi_tuong
from immunization_version as v
inner join matched_before as e on e.file_id = v.file_id and e.record_number = v.record_number
where e.kind = 3
union all
select
    'covid_dose_version',
    v.ma_mui_tiem
from covid_dose_version as v
inner join matched_before as e on e.file_id = v.file_id and e.record_number = v.record_number
where e.kind = 4
