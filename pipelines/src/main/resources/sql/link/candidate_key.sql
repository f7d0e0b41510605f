-- Keys of events that were asked, or were linked before and are linked again or taken back.
with
    events as (
        select
            n.event_no,
            n.kind,
            n.file_id,
            n.record_number
        from nobodys_event as n
        semi join candidate as c on c.event_no = n.event_no
    )

select
    e.event_no,
    'encounter_version' as source_table,
    v.facility_code || '/' || v.ma_lk as record_key
from encounter_version as v
inner join events as e on e.file_id = v.file_id and e.record_number = v.record_number
where e.kind = 2
union all
select
    e.event_no,
    'immunization_version',
    v.ma_doi_tuong
from immunization_version as v
inner join events as e on e.file_id = v.file_id and e.record_number = v.record_number
where e.kind = 3
union all
select
    e.event_no,
    'covid_dose_version',
    v.ma_mui_tiem
from covid_dose_version as v
inner join events as e on e.file_id = v.file_id and e.record_number = v.record_number
where e.kind = 4
