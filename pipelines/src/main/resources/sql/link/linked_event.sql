-- Linked events with where they stand.
select
    l.kind,
    l.event_no >> 28 as file_id,
    cast((l.event_no) & (268435455) as int) as record_number,
    l.event_no,
    l.citizen_hash,
    l.link,
    l.evidence
from event_link as l
