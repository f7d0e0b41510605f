-- Events that were linked and are taken back.
select
    k.kind,
    k.event_hash,
    k.event_no,
    k.event_no >> 28 as file_id,
    cast((k.event_no) & (268435455) as int) as record_number
from known_event_link as k
semi join scoped_event as s on s.kind = k.kind and s.record_hash = k.event_hash
anti join event as e on e.kind = k.kind and e.event_hash = k.event_hash
