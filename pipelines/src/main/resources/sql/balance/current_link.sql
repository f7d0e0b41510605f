-- Whose events are now.
select
    l.event_no,
    l.link
from event_link as l
union all
select
    k.event_no,
    k.link
from known_event_link as k
anti join scoped_event as s on s.kind = k.kind and s.record_hash = k.event_hash
