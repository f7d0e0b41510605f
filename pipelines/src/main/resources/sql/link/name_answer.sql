-- What they say: one citizen with his id, or more (null).
select
    h.event_no,
    case when min(h.citizen_hash) = max(h.citizen_hash) then min(h.citizen_hash) end as citizen_hash,
    min(h.citizen_id) as citizen_id
from name_hit as h
group by h.event_no
