-- Whom the matcher found, or finds worth a look.
select
    k.source_table,
    k.record_key,
    c.citizen_key,
    v.ma_hssk as first_ma_hssk,
    m.weight,
    m.probability,
    m.decision
from candidate as m
inner join candidate_key as k on k.event_no = m.event_no
inner join candidate_citizen as c on c.citizen_hash = m.citizen_hash
inner join health_record_version as v on v.file_id = c.file_id and v.record_number = c.record_number
