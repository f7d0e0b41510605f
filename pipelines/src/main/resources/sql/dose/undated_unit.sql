-- The units that they name.
select
    u.event_no,
    v.province_text,
    v.commune_text
from undated_dose as u
inner join covid_dose_version as v on v.file_id = u.file_id and v.record_number = u.record_number
