-- Citizens whose events are not, as stations found.
select distinct
    e.event_no,
    p.citizen_hash
from refused_record as r
inner join event as e on e.kind = r.kind and e.event_hash = r.record_hash
inner join possible_record as p on p.record_hash = r.named_hash
