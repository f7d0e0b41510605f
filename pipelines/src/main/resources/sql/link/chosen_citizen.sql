-- Citizens that stations chose for events.
select
    e.event_no,
    p.citizen_hash
from chosen_record as c
inner join event as e on e.kind = c.kind and e.event_hash = c.record_hash
inner join possible_record as p on p.record_hash = c.named_hash
