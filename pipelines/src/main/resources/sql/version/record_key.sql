-- Their keys as they are listed.
select
    w.version_no,
    v.ma_hssk as record_key
from wanted_key as w
inner join health_record_version as v on v.file_id = w.file_id and v.record_number = w.record_number
where w.kind = 0
union all
select
    w.version_no,
    v.ma_hssk
from wanted_key as w
inner join population_answer_version as v on v.file_id = w.file_id and v.record_number = w.record_number
where w.kind = 1
union all
select
    w.version_no,
    v.facility_code || '/' || v.ma_lk
from wanted_key as w
inner join encounter_version as v on v.file_id = w.file_id and v.record_number = w.record_number
where w.kind = 2
union all
select
    w.version_no,
    v.ma_doi_tuong
from wanted_key as w
inner join immunization_version as v on v.file_id = w.file_id and v.record_number = w.record_number
where w.kind = 3
union all
select
    w.version_no,
    v.ma_mui_tiem
from wanted_key as w
inner join covid_dose_version as v on v.file_id = w.file_id and v.record_number = w.record_number
where w.kind = 4
union all
select
    w.version_no,
    v.source_table || '/' || v.record_key || '/' || v.list
from wanted_key as w
inner join correction_version as v on v.file_id = w.file_id and v.record_number = w.record_number
where w.kind = 5
