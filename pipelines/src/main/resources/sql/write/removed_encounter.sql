-- Visits that are taken back.
select
    v.facility_code,
    v.ma_lk
from encounter_version as v
inner join withdrawn_event as w on w.file_id = v.file_id and w.record_number = v.record_number
where w.kind = 2
