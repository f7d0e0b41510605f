-- Events that are linked again or taken back and about which the matcher had something to say.
select
    k.kind,
    k.event_no >> 28 as file_id,
    cast((k.event_no) & (268435455) as int) as record_number
from known_event_link as k
semi join scoped_event as s on s.kind = k.kind and s.record_hash = k.event_hash
where k.evidence = 7
