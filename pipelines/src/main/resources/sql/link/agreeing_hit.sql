-- Whom the keys of events point to and agree with.
select
    h.event_no,
    h.place,
    h.evidence,
    h.citizen_hash
from key_hit as h
left join close_hit as c on c.event_no = h.event_no and c.record_hash = h.record_hash and c.face = h.face
anti join refused_citizen as r on r.event_no = h.event_no and r.citizen_hash = h.citizen_hash
where h.is_name_equal or c.event_no is not null
