-- Events that are taken back.
select
    w.kind,
    w.event_hash
from withdrawn_event as w
