-- Their keys.
select
    s.event_no,
    v.ma_mui_tiem as dose_key
from covid_dose_version as v
inner join same_dose as s on s.file_id = v.file_id and s.record_number = v.record_number
