-- Whose events are, in numbers.
select
    l.kind,
    l.event_hash,
    l.event_no,
    l.citizen_hash,
    l.link,
    l.evidence,
    l.given_day
from event_link as l
